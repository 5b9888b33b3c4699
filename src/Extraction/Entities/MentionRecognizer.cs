using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using Extraction.Entities.Features;
using Extraction.Entities.Sequences;
using Extraction.Gazetteers;
using Extraction.Learning;

namespace Extraction.Entities;

/// <summary>Finds the names in a text with a learnt sequence model.</summary>
/// <remarks>
/// A linear-chain conditional random field over lines of text; DESIGN.md tells how it is built and what each part is worth. Any other
/// recogniser that fills <see cref="Document.Mentions"/> can stand in its place.
/// </remarks>
internal sealed class MentionRecognizer(MentionModel model, WordKnowledge knowledge, Gazetteer gazetteer) : IAnnotator
{
    private const string Finder = "crf";

    private readonly FormCache _forms = new(model, knowledge);
    private readonly ConcurrentBag<Workspace> _workspaces = [];
    private readonly Transitions _exponentials = Exponentiate(model.Transitions);

    public Layers Requires => Layers.Tokens;

    public Layers Provides => Layers.Mentions;

    public Document Annotate(Document document)
    {
        if (!_workspaces.TryTake(out Workspace? workspace))
            workspace = new Workspace(new Lattice(_exponentials), new BestPath(model.Transitions), new FeatureList());
        Document annotated = document with { Mentions = FindMentions(document, workspace) };
        _workspaces.Add(workspace);
        return annotated;
    }

    private ImmutableArray<Mention> FindMentions(Document document, Workspace workspace)
    {
        var scored = new ScoredForm[document.Tokens.Length];
        var forms = new WordForm[scored.Length];
        for (int index = 0; index < scored.Length; index++)
        {
            scored[index] = _forms.Find(document.NormalizedText, document.Tokens[index], workspace.Features);
            forms[index] = scored[index].Form;
        }
        gazetteer.FindAll(document, workspace.Matches);
        var context = new TokenContext(document, forms, NameHits.Read(forms.Length, workspace.Matches));
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        foreach (TokenRun run in context.Runs)
        {
            workspace.Fit((run.End - run.First) * model.Tags.Stride, run.End - run.First);
            Score(context, run, scored, workspace);
            workspace.Path.Find(workspace.Scores, workspace.Labels.AsSpan(0, run.End - run.First));
            ReadMentions(document, run, workspace, mentions);
        }
        return mentions.ToImmutable();
    }

    private void Score(TokenContext context, TokenRun run, ScoredForm[] scored, Workspace workspace)
    {
        int stride = model.Tags.Stride;
        Span<short> sums = stackalloc short[stride];
        for (int token = run.First; token < run.End; token++)
        {
            sums.Clear();
            for (int distance = -WordTemplates.Window; distance <= WordTemplates.Window; distance++)
            {
                int neighbour = token + distance;
                ScoredForm form = neighbour >= run.First && neighbour < run.End ? scored[neighbour] : _forms.Border;
                Add(form.Sums.AsSpan((distance + WordTemplates.Window) * stride, stride), sums);
            }
            workspace.Features.Clear();
            ContextTemplates.Collect(context, run, token, workspace.Features);
            model.AddWeights(workspace.Features.Keys, sums);
            Span<float> row = workspace.Scores.AsSpan((token - run.First) * stride, stride);
            for (int label = 0; label < stride; label++)
                row[label] = sums[label] * model.Scale;
        }
    }

    private void ReadMentions(Document document, TokenRun run, Workspace workspace, ImmutableArray<Mention>.Builder mentions)
    {
        TagSet tags = model.Tags;
        int count = run.End - run.First;
        ReadOnlySpan<int> labels = workspace.Labels.AsSpan(0, count);
        if (labels.IndexOfAnyExcept(tags.Outside) < 0)
            return;
        workspace.Lattice.Run(workspace.Scores, count);
        for (int first = 0; first < count; first++)
        {
            if (!tags.Begins(labels[first]))
                continue;
            int type = tags.TypeOf(labels[first]), last = first;
            if (labels[first] == TagSet.Begin(type))
            {
                while (labels[++last] != tags.Last(type))
                {
                }
            }
            float confidence = 1;
            for (int token = first; token <= last; token++)
                confidence = Math.Min(confidence, workspace.Lattice.Marginals[token * tags.Stride + labels[token]]);
            var span = new TextSpan(document.Tokens[run.First + first].Start, document.Tokens[run.First + last].End);
            mentions.Add(new Mention(span, (EntityType)type, Finder, confidence));
        }
    }

    private static Transitions Exponentiate(Transitions transitions)
    {
        var exponentials = new Transitions(transitions.Tags);
        transitions.ExponentiateInto(exponentials);
        return exponentials;
    }

    private static void Add(ReadOnlySpan<short> row, Span<short> sums)
    {
        for (int label = 0; label < row.Length; label += Vector<short>.Count)
            (new Vector<short>(sums[label..]) + new Vector<short>(row[label..])).CopyTo(sums[label..]);
    }

    /// <summary>What one thread needs at a time.</summary>
    private sealed record Workspace(Lattice Lattice, BestPath Path, FeatureList Features)
    {
        public List<GazetteerMatch> Matches { get; } = [];

        public float[] Scores { get; private set; } = [];

        public int[] Labels { get; private set; } = [];

        public void Fit(int scores, int labels)
        {
            if (Scores.Length < scores)
                Scores = new float[2 * scores];
            if (Labels.Length < labels)
                Labels = new int[2 * labels];
        }
    }
}
