using Extraction.Training.Learning;

namespace Extraction.Training.Clusters;

/// <summary>How word vectors are trained.</summary>
internal sealed record WordVectorOptions
{
    /// <summary>Numbers a vector.</summary>
    public int Dimensions { get; init; } = 64;

    /// <summary>Words up to this many places away count as context.</summary>
    public int Window { get; init; } = 3;

    /// <summary>Random words that each context word is told from.</summary>
    public int Negatives { get; init; } = 5;

    /// <summary>Passes over the corpus.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>The first step; it falls to nothing along the way.</summary>
    public float LearningRate { get; init; } = 0.03f;

    /// <summary>Words more frequent than this share of the corpus are skipped part of the time.</summary>
    public double FrequentShare { get; init; } = 3e-4;

    /// <summary>Fixes every random choice.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>Word vectors by skip-gram with negative sampling (Mikolov et al. 2013). Deterministic: one thread, randomness from the seed.</summary>
internal sealed class WordVectorTrainer
{
    private const int NoiseTable = 1 << 22;

    private readonly Vocabulary _vocabulary;
    private readonly WordVectorOptions _options;
    private readonly SplitMix _random;
    private readonly float[] _words;
    private readonly float[] _contexts;
    private readonly float[] _change;
    private readonly int[] _noise;

    private WordVectorTrainer(Vocabulary vocabulary, WordVectorOptions options)
    {
        _vocabulary = vocabulary;
        _options = options;
        _random = new SplitMix(options.Seed);
        _words = new float[vocabulary.Keys.Length * options.Dimensions];
        _contexts = new float[_words.Length];
        _change = new float[options.Dimensions];
        for (int index = 0; index < _words.Length; index++)
            _words[index] = ((float)(_random.Next() >> 40) / (1 << 24) - 0.5f) / options.Dimensions;
        _noise = FillNoise(vocabulary.Counts);
    }

    /// <summary>One row of <see cref="WordVectorOptions.Dimensions"/> numbers per word.</summary>
    public static float[] Train(Vocabulary vocabulary, WordVectorOptions options)
    {
        var trainer = new WordVectorTrainer(vocabulary, options);
        double total = vocabulary.Counts.Sum(count => (double)count);
        ulong[] keep = [.. vocabulary.Counts.Select(count =>
            (ulong)(Math.Min(0.999999, Math.Sqrt(options.FrequentShare * total / count)) * ulong.MaxValue))];
        long steps = (long)options.Epochs * vocabulary.Lines.Count, step = 0;
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            foreach (int[] line in vocabulary.Lines)
            {
                float rate = options.LearningRate * Math.Max(1e-3f, 1 - (float)step++ / steps);
                trainer.Learn([.. line.Where(word => trainer._random.Next() < keep[word])], rate);
            }
        }
        return trainer._words;
    }

    // Words by their frequency to the power 3/4, as in the paper.
    private static int[] FillNoise(int[] counts)
    {
        double total = counts.Sum(count => Math.Pow(count, 0.75)), reached = 0;
        int[] noise = new int[NoiseTable];
        int word = 0;
        for (int index = 0; index < noise.Length; index++)
        {
            while (word + 1 < counts.Length && (reached + Math.Pow(counts[word], 0.75)) / total < (double)index / noise.Length)
                reached += Math.Pow(counts[word++], 0.75);
            noise[index] = word;
        }
        return noise;
    }

    private void Learn(int[] line, float rate)
    {
        for (int centre = 0; centre < line.Length; centre++)
        {
            int window = 1 + _random.Next(_options.Window);
            for (int other = Math.Max(0, centre - window); other < Math.Min(line.Length, centre + window + 1); other++)
            {
                if (other != centre)
                    LearnPair(line[centre], line[other], rate);
            }
        }
    }

    private void LearnPair(int word, int context, float rate)
    {
        int width = _options.Dimensions;
        Span<float> vector = _words.AsSpan(word * width, width);
        _change.AsSpan().Clear();
        for (int sample = 0; sample <= _options.Negatives; sample++)
        {
            int target = sample == 0 ? context : _noise[_random.Next(NoiseTable)];
            if (sample > 0 && target == context)
                continue;
            Span<float> row = _contexts.AsSpan(target * width, width);
            float slope = rate * ((sample == 0 ? 1 : 0) - 1 / (1 + MathF.Exp(-VectorRow.Dot(vector, row))));
            VectorRow.AddScaled(row, slope, _change);
            VectorRow.AddScaled(vector, slope, row);
        }
        VectorRow.AddScaled(_change, 1, vector);
    }
}
