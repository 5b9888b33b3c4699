using System.Runtime.InteropServices;
using Extraction.Tokens;

namespace Extraction.Gazetteers;

/// <summary>Collects forms as token sequences and lays them out as a hash table of prefixes.</summary>
internal sealed class PrefixTable
{
    // Free slots end a search: at 5 of 8 filled a miss looks at two slots on average.
    private const int SlotsPerEightPrefixes = 13;

    private readonly SortedDictionary<ulong, Prefix> _prefixes = [];

    /// <summary>Adds a form; of two readings of the same form for the same entry the first stays.</summary>
    /// <returns>Whether the form could be added: it must hold a token that counts.</returns>
    public bool Add(NameForm form, int entry)
    {
        string normalized = TextNormalizer.Normalize(form.Text);
        Token[] tokens = Tokenizer.Tokenize(normalized);
        ulong state = 0;
        Prefix? prefix = null;
        for (int index = 0; index < tokens.Length; index++)
        {
            Token token = tokens[index];
            bool inside = index + 1 < tokens.Length;
            if (FormCase.IsOptional(normalized, token) || token.Kind == TokenKind.Possessive && inside)
                continue;
            if (prefix is null && token.Kind == TokenKind.Mark)
                return false;
            prefix?.GoesOn = true;
            state = prefix is null ? token.Key : TokenKey.Join(state, token.Key);
            prefix = PrefixOf(state);
        }
        prefix?.Add(new Posting(entry, form.Flags, (form.Flags & (FormFlags.ExactCase | FormFlags.NameCase)) != 0 ? FormCase.Hash(normalized, tokens) : 0));
        return prefix is not null;
    }

    /// <summary>The slots and the postings that they refer to.</summary>
    /// <exception cref="InvalidOperationException">Two prefixes cannot be told apart by 32 bits near one place of the table.</exception>
    public (PrefixSlot[] Slots, Posting[] Postings) Build()
    {
        var slots = new PrefixSlot[Math.Max(8, checked((int)(_prefixes.Count * (long)SlotsPerEightPrefixes / 8)))];
        var postings = new List<Posting>();
        foreach ((ulong key, Prefix prefix) in _prefixes)
        {
            uint first = 0;
            if (prefix.Postings.Count > 0)
            {
                first = (uint)postings.Count + 1;
                postings.AddRange(prefix.Postings);
                postings[^1] = new Posting(postings[^1].Entry, postings[^1].Flags | FormFlags.Last, postings[^1].CaseHash);
            }
            int position = PrefixSlot.Home(key, slots.Length);
            while (slots[position].Payload != 0)
            {
                if (slots[position].Check == (uint)key)
                    throw new InvalidOperationException("Two name prefixes collide: change TokenKey or the table's size.");
                position = position + 1 == slots.Length ? 0 : position + 1;
            }
            slots[position] = new PrefixSlot((uint)key, (first << 1) | (prefix.GoesOn ? 1u : 0u));
        }
        return (slots, [.. postings]);
    }

    private Prefix PrefixOf(ulong state)
    {
        if (!_prefixes.TryGetValue(state, out Prefix? prefix))
            _prefixes.Add(state, prefix = new Prefix());
        return prefix;
    }

    private sealed class Prefix
    {
        public bool GoesOn { get; set; }

        public List<Posting> Postings { get; } = [];

        public void Add(Posting posting)
        {
            foreach (Posting other in CollectionsMarshal.AsSpan(Postings))
            {
                if (other.Entry == posting.Entry && (other.CaseHash == posting.CaseHash || other.CaseHash == 0))
                    return;
            }
            Postings.Add(posting);
        }
    }
}
