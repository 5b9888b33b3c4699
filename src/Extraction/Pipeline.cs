using System.Collections.Immutable;
using Extraction.Entities;
using Extraction.Events;
using Extraction.Relations;
using Extraction.Seeds;
using Extraction.Tokens;
using Extraction.Values;

namespace Extraction;

/// <summary>The line from an article to its facts: a fixed list of annotators.</summary>
/// <remarks>Immutable and safe to use from several threads. The same article gives the same document, always.</remarks>
public sealed class Pipeline
{
    private readonly ImmutableArray<IAnnotator> _annotators;

    /// <summary>Makes a pipeline that runs <paramref name="annotators"/> in the given order.</summary>
    /// <exception cref="ArgumentException">An annotator needs a layer that none before it adds; the message names both.</exception>
    public Pipeline(IEnumerable<IAnnotator> annotators)
    {
        _annotators = [.. annotators];
        Layers present = Layers.None;
        foreach (IAnnotator annotator in _annotators)
        {
            Layers missing = annotator.Requires & ~present;
            if (missing != Layers.None)
                throw new ArgumentException($"{annotator.GetType().Name} needs the layers {missing}, which no annotator before it adds.", nameof(annotators));
            present |= annotator.Provides;
        }
    }

    /// <summary>The whole line in its order: every stage that the product runs, with the rules and models built into the assembly.</summary>
    /// <remarks>Reads its tables once; make one and keep it.</remarks>
    /// <exception cref="SeedException">A built-in table is not of its form; the message names file and line.</exception>
    public static Pipeline CreateDefault()
    {
        EntityModels entities = EntityModels.LoadDefault();
        return new Pipeline(
        [
            new TokenAnnotator(new SentenceSplitter(EmbeddedData.Rules("abbreviations"))),
            new ValueAnnotator(),
            entities.CreateRecognizer(),
            entities.CreateAnnotator(),
            RelationAnnotator.CreateDefault(),
            EventAnnotator.CreateDefault(),
        ]);
    }

    /// <summary>The beginning of this pipeline that adds <paramref name="layers"/> and nothing after them.</summary>
    public Pipeline UpTo(Layers layers)
    {
        int count = 0;
        for (Layers present = Layers.None; count < _annotators.Length && (present & layers) != layers; count++)
            present |= _annotators[count].Provides;
        return new Pipeline(_annotators[..count]);
    }

    /// <summary>Runs every annotator over the article.</summary>
    public Document Annotate(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var document = new Document { Article = article };
        foreach (IAnnotator annotator in _annotators)
        {
            document = annotator.Annotate(document);
            document = document with { Layers = document.Layers | annotator.Provides };
        }
        return document;
    }
}
