using Extraction.Entities.Sequences;

namespace Extraction.Tests.Entities.Sequences;

/// <summary>The fast algorithms against the plain definition: every sequence of labels, one by one.</summary>
[TestClass]
public sealed class SequenceLawTests
{
    private const int Tokens = 4;

    private static readonly TagSet Tags = new(2);

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Find_gives_the_sequence_with_the_highest_score(int seed)
    {
        (Transitions transitions, float[] scores) = Random(seed);
        int[] labels = new int[Tokens];

        new BestPath(transitions).Find(scores, labels);

        CollectionAssert.AreEqual(Sequences().MaxBy(sequence => Score(transitions, scores, sequence)), labels);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public void Run_gives_every_label_its_share_of_all_sequences(int seed)
    {
        (Transitions transitions, float[] scores) = Random(seed);
        var exponentials = new Transitions(Tags);
        transitions.ExponentiateInto(exponentials);
        var lattice = new Lattice(exponentials);

        lattice.Run(scores, Tokens);

        (int[] Labels, double Mass)[] all = [.. Sequences().Select(sequence => (sequence, Math.Exp(Score(transitions, scores, sequence))))];
        double total = all.Sum(item => item.Mass);
        for (int token = 0; token < Tokens; token++)
        {
            for (int label = 0; label < Tags.Count; label++)
            {
                double expected = all.Where(item => item.Labels[token] == label).Sum(item => item.Mass) / total;
                Assert.AreEqual(expected, lattice.Marginals[token * Tags.Stride + label], 1e-5);
            }
        }
    }

    private static (Transitions Transitions, float[] Scores) Random(int seed)
    {
        var random = new Random(seed);
        var transitions = new Transitions(Tags);
        foreach (float[] part in transitions.Parts)
            Fill(part);
        float[] scores = new float[Tokens * Tags.Stride];
        Fill(scores);
        return (transitions, scores);

        void Fill(float[] values)
        {
            for (int index = 0; index < values.Length; index++)
                values[index] = 4 * random.NextSingle() - 2;
        }
    }

    private static IEnumerable<int[]> Sequences()
    {
        int count = (int)Math.Pow(Tags.Count, Tokens);
        for (int number = 0; number < count; number++)
        {
            int[] labels = new int[Tokens];
            for (int token = 0, rest = number; token < Tokens; token++, rest /= Tags.Count)
                labels[token] = rest % Tags.Count;
            if (labels[0] < Tags.Open && labels[^1] >= Tags.Types && labels[^1] < Tags.Inside(0) && labels.Zip(labels.Skip(1)).All(pair => Follows(pair.First, pair.Second)))
                yield return labels;
        }
    }

    private static bool Follows(int from, int to)
    {
        bool inside = from < Tags.Types || from >= Tags.Inside(0);
        return inside ? to >= Tags.Last(0) && Tags.TypeOf(to) == Tags.TypeOf(from) : to < Tags.Open;
    }

    private static double Score(Transitions transitions, float[] scores, int[] labels)
    {
        double score = transitions.Start[labels[0]] + transitions.End[labels[^1] - Tags.Types];
        for (int token = 0; token < Tokens; token++)
        {
            score += scores[token * Tags.Stride + labels[token]];
            if (token > 0)
                score += Transition(transitions, labels[token - 1], labels[token]);
        }
        return score;
    }

    private static double Transition(Transitions transitions, int from, int to)
    {
        if (to < Tags.Open)
            return transitions.Open[(from - Tags.Types) * Tags.OpenStride + to];
        int type = Tags.TypeOf(to);
        if (to < Tags.Inside(0))
            return (from < Tags.Types ? transitions.BeginLast : transitions.InsideLast)[type];
        return (from < Tags.Types ? transitions.BeginInside : transitions.InsideInside)[type];
    }
}
