using System.Runtime.CompilerServices;
using Extraction.Tokens;

namespace Extraction.Learning;

/// <summary>The hashed features of one thing to classify; cleared and filled again for the next one, so that nothing is allocated.</summary>
/// <remarks>A feature that is added twice counts twice, in training as in use.</remarks>
internal sealed class FeatureList
{
    private ulong[] _keys = new ulong[512];
    private int _count;

    /// <summary>The features added since the last <see cref="Clear"/>; valid until the next change.</summary>
    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, _count);

    /// <summary>Forgets all features.</summary>
    public void Clear() => _count = 0;

    /// <summary>Drops what was added after the list had <paramref name="count"/> features: back to a shared prefix.</summary>
    public void Truncate(int count) => _count = Math.Min(_count, count);

    /// <summary>Adds the feature "<paramref name="template"/> = <paramref name="value"/>".</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, ulong value) => Add(Key(template, value));

    /// <summary>Adds the feature "<paramref name="template"/> = (<paramref name="first"/>, <paramref name="second"/>)".</summary>
    public void Add(int template, ulong first, ulong second) => Add(Key(template, TokenKey.Join(first, second)));

    /// <summary>Adds a feature whose key has been made before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong key)
    {
        if (_count == _keys.Length)
            Array.Resize(ref _keys, _count * 2);
        _keys[_count++] = key;
    }

    /// <summary>The key of "<paramref name="template"/> = <paramref name="value"/>"; stored in models, so never changed without training anew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Key(int template, ulong value) => TokenKey.Join(value, (ulong)(uint)template + 0x51ED270B);
}
