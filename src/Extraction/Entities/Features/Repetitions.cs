using System.Numerics;

namespace Extraction.Entities.Features;

/// <summary>Where else in an article the same words stand: what one place says of a name helps at every other.</summary>
internal sealed class Repetitions
{
    private readonly int[] _first;
    private readonly int[] _previous;
    private readonly int[] _next;
    private readonly int[] _count;
    private readonly bool[] _hasLower;

    /// <summary>Finds equal words, case aside.</summary>
    public Repetitions(TokenContext context)
    {
        int count = context.Tokens.Length;
        _first = new int[count];
        _previous = new int[count];
        _next = new int[count];
        _count = new int[count];
        _hasLower = new bool[count];
        int[] last = new int[count];
        int mask = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2 * count, 4)) - 1;
        int[] slots = new int[mask + 1];
        for (int index = 0; index < count; index++)
        {
            WordForm form = context.Forms[index];
            int slot = (int)form.Key & mask;
            while (slots[slot] != 0 && context.Forms[slots[slot] - 1].Key != form.Key)
                slot = (slot + 1) & mask;
            if (slots[slot] == 0)
                slots[slot] = index + 1;
            int first = slots[slot] - 1;
            _first[index] = first;
            _hasLower[first] |= form.Is(WordTraits.Lower);
            _previous[index] = _next[index] = -1;
            if (!form.Is(WordTraits.NameLike))
                continue;
            if (_count[first]++ > 0)
            {
                _previous[index] = last[first];
                _next[last[first]] = index;
            }
            last[first] = index;
        }
    }

    /// <summary>How often the word at <paramref name="token"/> stands in the article written like a name.</summary>
    public int Count(int token) => _count[_first[token]];

    /// <summary>Whether the word also stands in small letters.</summary>
    public bool HasLowerTwin(int token) => _hasLower[_first[token]];

    /// <summary>The first token with the same word, however it is written.</summary>
    public int First(int token) => _first[token];

    /// <summary>The place before this one where the word is written like a name, or -1.</summary>
    public int Previous(int token) => _previous[token];

    /// <summary>The place after this one where the word is written like a name, or -1.</summary>
    public int Next(int token) => _next[token];
}
