using Extraction.Learning;

namespace Extraction.Events;

/// <summary>Finds what happened, is planned or is denied, with all slots.</summary>
/// <remarks>How it works and what each part is worth: DESIGN.md in this folder.</remarks>
internal sealed class EventAnnotator(EventModels models, EventLexicons lexicons) : IAnnotator
{
    private readonly DraftFinder _drafts = new(models, lexicons.Designations);
    private readonly FigureFinder _figures = new(models);
    private readonly KeepClassifier _keep = new(models);
    private readonly ListedApprovalRule _listed = new(models);

    /// <summary>The annotator with the models and rules that are built into the assembly.</summary>
    public static EventAnnotator CreateDefault() => new(new EventModels(ModelArchive.Embedded("events.bin")), EventLexicons.Embedded());

    public Layers Requires => Layers.Tokens | Layers.Values | Layers.Entities;

    public Layers Provides => Layers.Events;

    public Document Annotate(Document document)
    {
        if (document.Sentences.Length == 0)
            return document;
        var view = new ArticleView(document, lexicons);
        List<EventCluster> clusters = EventMerger.Merge(view, _drafts.Find(view, out float[][] types));
        List<EventCluster> events = _keep.Choose(view, clusters, types);
        events.AddRange(BackingRule.Find(view, events));
        events.AddRange(_listed.Find(view, events));
        events.AddRange(_keep.Calibrate(_figures.Find(view, types)));
        return document with { Events = EventBuilder.Build(view, events) };
    }
}
