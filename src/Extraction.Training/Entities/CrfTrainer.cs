using System.Numerics;
using System.Runtime.InteropServices;
using Extraction.Entities.Sequences;
using Extraction.Training.Learning;

namespace Extraction.Training.Entities;

/// <summary>How a sequence model is trained.</summary>
internal sealed record CrfOptions
{
    /// <summary>Passes over the data.</summary>
    public int Epochs { get; init; } = 8;

    /// <summary>The first step of a weight, before AdaGrad slows it down.</summary>
    public float LearningRate { get; init; } = 0.05f;

    /// <summary>The share of a token's features that is hidden at each visit, so that weights do not lean on each other.</summary>
    public double FeatureDropout { get; init; } = 0.4;

    /// <summary>What AdaGrad's sums of squares begin with.</summary>
    public float InitialSquares { get; init; } = 0.1f;

    /// <summary>Features seen less often are left out.</summary>
    public int LeastCount { get; init; } = 2;

    /// <summary>Fixes the order of the sequences and the hidden features.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>Weights of a sequence model, before they are made small.</summary>
/// <param name="Tags">The labels.</param>
/// <param name="Features">The names of the features, a row each.</param>
/// <param name="Weights">Rows of <see cref="TagSet.Stride"/> weights.</param>
/// <param name="Transitions">The scores of one label after another.</param>
internal sealed record CrfWeights(TagSet Tags, ulong[] Features, float[] Weights, Transitions Transitions);

/// <summary>Trains a linear-chain conditional random field by stochastic gradient descent (AdaGrad) with feature dropout.</summary>
/// <remarks>Deterministic: one thread, order and dropout from the seed.</remarks>
internal sealed class CrfTrainer
{
    // A token that the model is this sure of teaches nothing that single precision would keep.
    private const float LeastError = 1e-3f;

    private readonly CrfOptions _options;
    private readonly TagSet _tags;
    private readonly Transitions _transitions;
    private readonly Transitions _transitionSquares;
    private readonly Transitions _exponentials;
    private readonly Lattice _lattice;
    private readonly SplitMix _random;
    private readonly List<int> _kept = [];
    private float[] _weights = [];
    private float[] _squares = [];
    private float[] _scores = [];


    private CrfTrainer(TagSet tags, CrfOptions options)
    {
        _options = options;
        _tags = tags;
        _transitions = new Transitions(tags);
        _transitionSquares = new Transitions(tags);
        foreach (float[] part in _transitionSquares.Parts)
            Array.Fill(part, options.InitialSquares);
        _exponentials = new Transitions(tags);
        _lattice = new Lattice(_exponentials);
        _random = new SplitMix(options.Seed);
    }

    /// <summary>Trains on <paramref name="sequences"/> of <paramref name="set"/>.</summary>
    public static CrfWeights Train(TrainingSet set, IReadOnlyList<TrainingSequence> sequences, CrfOptions options, Action<string> log)
    {
        var trainer = new CrfTrainer(set.Tags, options);
        int[] rows = NumberRows(set, sequences, options.LeastCount, out ulong[] names);
        trainer._weights = new float[names.Length * set.Tags.Stride];
        trainer._squares = new float[trainer._weights.Length];
        Array.Fill(trainer._squares, options.InitialSquares);
        TrainingSequence[] order = [.. sequences.Select(sequence => sequence with { Features = Translate(sequence.Features, rows) })];
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            trainer.Shuffle(order);
            double loss = 0;
            foreach (TrainingSequence sequence in order)
                loss += trainer.Learn(sequence);
            log($"epoch {epoch + 1}: {loss / order.Sum(sequence => (long)sequence.Labels.Length):0.00000} nats lost per token");
        }
        return new CrfWeights(set.Tags, names, trainer._weights, trainer._transitions);
    }

    private static int[] NumberRows(TrainingSet set, IReadOnlyList<TrainingSequence> sequences, int leastCount, out ulong[] names)
    {
        int[] counts = new int[set.FeatureNames.Count];
        foreach (int number in sequences.SelectMany(sequence => sequence.Features).SelectMany(token => token))
            counts[number]++;
        int[] rows = new int[counts.Length];
        var kept = new List<ulong>();
        for (int number = 0; number < counts.Length; number++)
        {
            rows[number] = counts[number] >= leastCount ? kept.Count : -1;
            if (rows[number] >= 0)
                kept.Add(set.FeatureNames[number]);
        }
        names = [.. kept];
        return rows;
    }

    private static int[][] Translate(int[][] features, int[] rows) =>
        [.. features.Select(token => token.Select(number => rows[number]).Where(row => row >= 0).ToArray())];

    private double Learn(TrainingSequence sequence)
    {
        int count = sequence.Labels.Length, stride = _tags.Stride;
        if (_scores.Length < count * stride)
            _scores = new float[2 * count * stride];
        Span<float> scores = _scores.AsSpan(0, count * stride);
        scores.Clear();
        int[] keptEnds = Score(sequence, scores);
        _transitions.ExponentiateInto(_exponentials);
        _lattice.ReadTransitions();
        _lattice.Run(scores, count);
        LearnTransitions(sequence.Labels);
        double loss = 0;
        Span<float> gradient = stackalloc float[stride];
        for (int token = 0; token < count; token++)
        {
            _lattice.Marginals.AsSpan(token * stride, stride).CopyTo(gradient);
            float right = gradient[sequence.Labels[token]];
            loss -= Math.Log(Math.Max(right, 1e-10f));
            if (1 - right < LeastError)
                continue;
            gradient[sequence.Labels[token]] = right - 1;
            foreach (int row in CollectionsMarshal.AsSpan(_kept)[(token == 0 ? 0 : keptEnds[token - 1])..keptEnds[token]])
                Update(_weights.AsSpan(row * stride, stride), _squares.AsSpan(row * stride, stride), gradient);
        }
        return loss;
    }

    // Hidden features are made up for by giving the others more weight, so that training and use see scores of the same size.
    private int[] Score(TrainingSequence sequence, Span<float> scores)
    {
        int stride = _tags.Stride;
        ulong least = (ulong)(_options.FeatureDropout * ulong.MaxValue);
        var boost = new Vector<float>((float)(1 / (1 - _options.FeatureDropout)));
        int[] ends = new int[sequence.Labels.Length];
        _kept.Clear();
        for (int token = 0; token < ends.Length; token++)
        {
            Span<float> row = scores.Slice(token * stride, stride);
            foreach (int feature in sequence.Features[token])
            {
                if (_random.Next() < least)
                    continue;
                _kept.Add(feature);
                ReadOnlySpan<float> weights = _weights.AsSpan(feature * stride, stride);
                for (int label = 0; label < stride; label += Vector<float>.Count)
                    (new Vector<float>(row[label..]) + new Vector<float>(weights[label..]) * boost).CopyTo(row[label..]);
            }
            ends[token] = _kept.Count;
        }
        return ends;
    }

    private void Update(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient)
    {
        var rate = new Vector<float>(_options.LearningRate);
        for (int index = 0; index < gradient.Length; index += Vector<float>.Count)
        {
            var slope = new Vector<float>(gradient[index..]);
            Vector<float> square = new Vector<float>(squares[index..]) + slope * slope;
            square.CopyTo(squares[index..]);
            (new Vector<float>(weights[index..]) - rate * slope / Vector.SquareRoot(square)).CopyTo(weights[index..]);
        }
    }

    private void LearnTransitions(int[] labels)
    {
        var expected = new TransitionCounts(_exponentials);
        expected.AddExpected(_lattice, labels.Length);
        expected.Subtract(labels);
        foreach ((float[] gradient, (float[] weights, float[] squares)) in expected.Counts.Parts.Zip(_transitions.Parts.Zip(_transitionSquares.Parts)))
        {
            for (int index = 0; index < gradient.Length; index++)
            {
                if (gradient[index] == 0)
                    continue;
                squares[index] += gradient[index] * gradient[index];
                weights[index] -= _options.LearningRate * gradient[index] / MathF.Sqrt(squares[index]);
            }
        }
    }

    private void Shuffle(TrainingSequence[] order)
    {
        for (int index = order.Length - 1; index > 0; index--)
        {
            int other = _random.Next(index + 1);
            (order[index], order[other]) = (order[other], order[index]);
        }
    }
}
