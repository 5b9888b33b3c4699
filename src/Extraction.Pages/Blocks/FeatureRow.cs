namespace Extraction.Pages.Blocks;

/// <summary>Writes the features of one block, one behind the other; their order is the contract between trainer and model.</summary>
internal ref struct FeatureRow(Span<float> values)
{
    private readonly Span<float> _values = values;

    /// <summary>How many have been written.</summary>
    public int Count { get; private set; }

    public void Add(float value) => _values[Count++] = value;

    public void Add(bool value) => _values[Count++] = value ? 1 : 0;

    /// <summary>A count or size on a logarithmic scale.</summary>
    public void AddLog(float value) => _values[Count++] = MathF.Sign(value) * MathF.Log(1 + MathF.Abs(value));

    /// <summary>How near something <paramref name="steps"/> away is; 0 when it is nowhere.</summary>
    public void AddNearness(int steps) => _values[Count++] = steps < 0 ? 0 : 1f / (1 + steps);
}
