using Extraction.Entities.Features;
using Extraction.Entities.Sequences;
using Extraction.Learning;

namespace Extraction.Training.Entities;

/// <summary>A line of text with the features and the right label of every token.</summary>
/// <param name="Group">The number of the article it is from, in order of adding: sequences of one article are never split between training and testing.</param>
/// <param name="Features">Per token the numbers of its features.</param>
/// <param name="Labels">Per token the right label.</param>
internal sealed record TrainingSequence(int Group, int[][] Features, int[] Labels);

/// <summary>Sequences and the names of their features.</summary>
internal sealed class TrainingSet(TagSet tags)
{
    private readonly Dictionary<ulong, int> _numbers = [];

    /// <summary>The labels.</summary>
    public TagSet Tags { get; } = tags;

    /// <summary>The sequences, in the order in which they were added.</summary>
    public List<TrainingSequence> Sequences { get; } = [];

    /// <summary>The number of articles added.</summary>
    public int Articles { get; private set; }

    /// <summary>The name of every feature, by number.</summary>
    public List<ulong> FeatureNames { get; } = [];

    /// <summary>Adds an article whose tokens have the labels <paramref name="labels"/>.</summary>
    public void Add(TokenContext context, int[] labels)
    {
        int group = Articles++;
        var buffer = new FeatureList();
        foreach (TokenRun run in context.Runs)
        {
            int[][] features = new int[run.End - run.First][];
            for (int token = run.First; token < run.End; token++)
            {
                buffer.Clear();
                for (int distance = -WordTemplates.Window; distance <= WordTemplates.Window; distance++)
                {
                    int neighbour = token + distance;
                    bool inside = neighbour >= run.First && neighbour < run.End;
                    ReadOnlySpan<char> text = inside ? context.Tokens[neighbour].Span.Of(context.Text) : [];
                    WordTemplates.Collect(text, context.At(neighbour, run), distance, buffer);
                }
                ContextTemplates.Collect(context, run, token, buffer);
                features[token - run.First] = Number(buffer.Keys);
            }
            Sequences.Add(new TrainingSequence(group, features, labels[run.First..run.End]));
        }
    }

    private int[] Number(ReadOnlySpan<ulong> names)
    {
        int[] numbers = new int[names.Length];
        for (int index = 0; index < names.Length; index++)
        {
            if (!_numbers.TryGetValue(names[index], out int number))
            {
                number = FeatureNames.Count;
                _numbers.Add(names[index], number);
                FeatureNames.Add(names[index]);
            }
            numbers[index] = number;
        }
        return numbers;
    }
}
