namespace Extraction.Tests;

[TestClass]
public sealed class PipelineTests
{
    [TestMethod]
    public void Pipeline_names_the_annotator_and_the_layer_that_is_missing()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(() => new Pipeline([new Stage(Layers.Tokens, Layers.Entities)]));

        Assert.Contains("Stage needs the layers Tokens", error.Message);
    }

    [TestMethod]
    public void Annotate_runs_the_annotators_in_order_and_notes_their_layers()
    {
        var pipeline = new Pipeline([new Stage(Layers.None, Layers.Tokens), new Stage(Layers.Tokens, Layers.Values)]);

        Document document = pipeline.Annotate(new Article { Id = "a", Source = "a", Text = "text" });

        Assert.AreEqual(Layers.Tokens | Layers.Values, document.Layers);
    }

    [TestMethod]
    public void UpTo_ends_with_the_stage_that_adds_the_layer()
    {
        var pipeline = new Pipeline([new Stage(Layers.None, Layers.Tokens), new Stage(Layers.Tokens, Layers.Values), new Stage(Layers.Tokens, Layers.Mentions)]);

        Document document = pipeline.UpTo(Layers.Values).Annotate(new Article { Id = "a", Source = "a", Text = "text" });

        Assert.AreEqual(Layers.Tokens | Layers.Values, document.Layers);
    }

    private sealed class Stage(Layers requires, Layers provides) : IAnnotator
    {
        public Layers Requires => requires;

        public Layers Provides => provides;

        public Document Annotate(Document document)
        {
            Assert.AreEqual(requires, document.Layers & requires);
            return document;
        }
    }
}
