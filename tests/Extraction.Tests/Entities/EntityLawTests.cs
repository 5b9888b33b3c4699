namespace Extraction.Tests.Entities;

[TestClass]
public sealed class EntityLawTests
{
    private static readonly Pipeline Line = Pipeline.CreateDefault().UpTo(Layers.Entities);

    private static readonly string[] Texts =
    [
        "",
        " \n\n\t",
        "a",
        "Aldora Therapeutics Raises $60 Million\nSHANGHAI, Jan. 4 -- Aldora Therapeutics (NASDAQ: ALDT), which develops CAR-T cell therapies, said its "
            + "candidate ALD-101 was cleared by the U.S. Food and Drug Administration (FDA) for relapsed/refractory multiple myeloma (R/R MM).",
        "科济药业宣布，CT053获NMPA批准。",
        "(((( )))) \uD83D\uDE00 \uD83D Aldora\u2011Bio's ® ™ -- . . .",
        string.Concat(Enumerable.Repeat("Aldora Bio and Tarn Pharma treat Fabry disease with AAV9 in Boston, ", 400)),
    ];

    [TestMethod]
    public void Mentions_are_ordered_inside_the_text_and_never_overlap()
    {
        foreach (string text in Texts)
        {
            Document document = Annotate(text);
            int end = 0;
            foreach (Mention mention in document.Entities.SelectMany(entity => entity.Mentions).OrderBy(mention => mention.Span))
            {
                Assert.IsGreaterThanOrEqualTo(end, mention.Span.Start);
                Assert.IsGreaterThan(mention.Span.Start, mention.Span.End);
                Assert.IsLessThanOrEqualTo(text.Length, mention.Span.End);
                Assert.IsTrue(mention.Confidence is >= 0 and <= 1);
                end = mention.Span.End;
            }
        }
    }

    [TestMethod]
    public void Every_mention_belongs_to_exactly_one_entity_of_its_type()
    {
        foreach (string text in Texts)
        {
            Document document = Annotate(text);
            CollectionAssert.AreEquivalent(document.Mentions, document.Entities.SelectMany(entity => entity.Mentions).ToArray());
            foreach (Entity entity in document.Entities)
                Assert.IsTrue(entity.Mentions.All(mention => mention.Type == entity.Type));
        }
    }

    [TestMethod]
    public void Entities_are_numbered_in_order_of_their_first_mention()
    {
        foreach (string text in Texts)
        {
            Document document = Annotate(text);
            for (int index = 0; index < document.Entities.Length; index++)
            {
                Assert.AreEqual($"E{index + 1}", document.Entities[index].Id);
                if (index > 0)
                    Assert.IsGreaterThan(document.Entities[index - 1].Mentions[0].Span.Start, document.Entities[index].Mentions[0].Span.Start);
            }
        }
    }

    [TestMethod]
    public void Annotate_gives_the_same_on_every_call_and_thread()
    {
        string[] expected = [.. Texts.Select(text => Print(Annotate(text)))];

        string[][] again = [.. Enumerable.Range(0, 8).AsParallel().AsOrdered().Select(_ => Texts.Select(text => Print(Annotate(text))).ToArray())];

        foreach (string[] results in again)
            CollectionAssert.AreEqual(expected, results);
    }

    private static Document Annotate(string text) => Line.Annotate(new Article { Id = "a", Source = "a", Text = text });

    private static string Print(Document document) => string.Join('\n', document.Entities.Select(entity =>
        $"{entity.Id} {entity.Type} {entity.Name} {entity.Confidence:R} {string.Join(' ', entity.Mentions.Select(mention => mention.Span))}"));
}
