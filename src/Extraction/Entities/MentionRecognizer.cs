using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
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

    // A token whose own word and the words around it speak against every name by this much (in log-odds) is outside of names without looking
    // further. On the shared dev articles 8, 7 and 5 give the same figures in every row; at 3 the first names change.
    private const float SureLead = 5;

    private readonly FormCache _forms = new(model, knowledge);
    private readonly ConcurrentBag<Workspace> _workspaces = [];
    private readonly int _sureLead = (int)(SureLead / model.Scale);
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
            for (int token = run.First; token < run.End;)
            {
                int first = token;
                while (token < run.End && Score(context, run, token, workspace.Row(token - first, model.Tags.Stride), scored, workspace))
                    token++;
                if (token > first)
                    ReadMentions(document, run, new TextSpan(first, token), workspace, mentions);
                token++;
            }
        }
        return mentions.ToImmutable();
    }

    // Writes the scores of a token's labels; false where its own word and the words around it leave no doubt that it is outside of names.
    [SkipLocalsInit]
    private bool Score(TokenContext context, TokenRun run, int token, Span<float> row, ScoredForm[] scored, Workspace workspace)
    {
        int stride = model.Tags.Stride;
        Span<short> sums = stackalloc short[stride];
        sums.Clear();
        for (int distance = -WordTemplates.Window; distance <= WordTemplates.Window; distance++)
        {
            int neighbour = token + distance;
            ScoredForm form = neighbour >= run.First && neighbour < run.End ? scored[neighbour] : _forms.Border;
            Add(form.Sums.AsSpan((distance + WordTemplates.Window) * stride, stride), sums);
        }
        if (IsSurelyOutside(sums))
            return false;
        workspace.Features.Clear();
        ContextTemplates.Collect(context, run, token, workspace.Features);
        model.AddWeights(workspace.Features.Keys, sums);
        for (int label = 0; label < stride; label++)
            row[label] = sums[label] * model.Scale;
        return true;
    }

    // The names in a segment: tokens between others that are surely outside of names, so that what stands beyond them does not matter.
    private void ReadMentions(Document document, TokenRun run, TextSpan segment, Workspace workspace, ImmutableArray<Mention>.Builder mentions)
    {
        LatticeEdges edges = (segment.Start == run.First ? LatticeEdges.Start : LatticeEdges.None) | (segment.End == run.End ? LatticeEdges.End : LatticeEdges.None);
        Span<int> labels = workspace.Labels(segment.Length);
        workspace.Path.Find(workspace.Scores, labels, edges);
        int first = NextName(labels, 0);
        if (first == labels.Length)
            return;
        workspace.Lattice.Run(workspace.Scores, labels.Length, edges);
        while (first < labels.Length)
        {
            int end = EndOfName(labels, first);
            float confidence = 1;
            for (int token = first; token < end; token++)
                confidence = Math.Min(confidence, workspace.Lattice.Marginals[token * model.Tags.Stride + labels[token]]);
            var span = new TextSpan(document.Tokens[segment.Start + first].Start, document.Tokens[segment.Start + end - 1].End);
            mentions.Add(new Mention(span, (EntityType)model.Tags.TypeOf(labels[first]), Finder, confidence));
            first = NextName(labels, end);
        }
    }

    private int NextName(ReadOnlySpan<int> labels, int from)
    {
        int distance = labels[from..].IndexOfAnyExcept(model.Tags.Outside);
        return distance < 0 ? labels.Length : from + distance;
    }

    private int EndOfName(ReadOnlySpan<int> labels, int first)
    {
        TagSet tags = model.Tags;
        int last = first, type = tags.TypeOf(labels[first]);
        if (labels[first] == TagSet.Begin(type))
        {
            while (labels[++last] != tags.Last(type))
            {
            }
        }
        return last + 1;
    }

    // Whether the label outside of names is ahead of all others by SureLead; the padding holds zeros and counts as a label.
    private bool IsSurelyOutside(Span<short> sums)
    {
        int outside = model.Tags.Outside;
        short own = sums[outside];
        var limit = new Vector<short>((short)(own - _sureLead));
        sums[outside] = short.MinValue;
        bool sure = true;
        for (int label = 0; label < sums.Length && sure; label += Vector<short>.Count)
            sure = !Vector.GreaterThanAny(new Vector<short>(sums[label..]), limit);
        sums[outside] = own;
        return sure;
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

        private int[] LabelArray { get; set; } = [];

        /// <summary>The scores of one token; those of the tokens before it are kept.</summary>
        public Span<float> Row(int token, int stride)
        {
            if (Scores.Length < (token + 1) * stride)
            {
                float[] grown = new float[2 * (token + 1) * stride];
                Scores.CopyTo(grown, 0);
                Scores = grown;
            }
            return Scores.AsSpan(token * stride, stride);
        }

        public Span<int> Labels(int count)
        {
            if (LabelArray.Length < count)
                LabelArray = new int[2 * count];
            return LabelArray.AsSpan(0, count);
        }
    }
}
