using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Gazetteers;

/// <summary>All names of all lexicons, compiled, and the matcher that finds them in documents.</summary>
/// <remarks>
/// Immutable and safe to use from several threads. Hyphens, ® and ™ inside a name do not count (<c>CAR-T</c> = <c>CAR T</c>), nor does the case
/// unless the seeds or the shape of the name ask for it. A match never crosses a line. A company before a legal form (<c>Acme, Inc.</c>) is matched
/// twice, with and without it. DESIGN.md tells how it is stored.
/// </remarks>
public sealed unsafe class Gazetteer
{
    private static readonly Lazy<Gazetteer> LazyDefault = new(() => new Gazetteer(EmbeddedData.Model("gazetteer.bin")));

    // The memory that the pointers refer to: null when it is the mapped assembly, which outlives every object.
    private readonly byte[]? _owned;
    private readonly PrefixSlot* _slots;
    private readonly int _slotCount;
    private readonly Posting* _postings;
    private readonly uint* _offsets;
    private readonly byte* _records;
    private readonly int _recordBytes;

    /// <summary>Reads what <see cref="GazetteerCompiler"/> made.</summary>
    /// <exception cref="InvalidDataException">The bytes are not of this version.</exception>
    public Gazetteer(byte[] compiled)
        : this(Pinned(compiled, out byte[] owned))
    {
        _owned = owned;
    }

    private Gazetteer(ReadOnlySpan<byte> memory)
    {
        if (memory.Length < sizeof(GazetteerHeader) || !BitConverter.IsLittleEndian)
            throw new InvalidDataException("Not a compiled gazetteer, or a machine of the other byte order.");
        GazetteerHeader header = MemoryMarshal.Read<GazetteerHeader>(memory);
        long length = sizeof(GazetteerHeader) + (header.Slots * (long)sizeof(PrefixSlot)) + (header.Postings * (long)sizeof(Posting))
            + (header.Entries * (long)sizeof(uint)) + header.RecordBytes;
        if (header.Magic != GazetteerHeader.ExpectedMagic || header.Version != GazetteerHeader.ExpectedVersion || length != memory.Length)
            throw new InvalidDataException("Not a compiled gazetteer of this version: compile the seeds again.");
        byte* start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory));
        _slots = (PrefixSlot*)(start + sizeof(GazetteerHeader));
        _slotCount = (int)header.Slots;
        _postings = (Posting*)(_slots + header.Slots);
        _offsets = (uint*)(_postings + header.Postings);
        _records = (byte*)(_offsets + header.Entries);
        _recordBytes = (int)header.RecordBytes;
        Count = (int)header.Entries;
    }

    /// <summary>The gazetteer that is built into the assembly from <c>seeds/</c>.</summary>
    public static Gazetteer Default => LazyDefault.Value;

    /// <summary>The number of entries.</summary>
    public int Count { get; }

    /// <summary>The entry with the given index, read anew at each call.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public GazetteerEntry this[int entry]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(entry);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(entry, Count);
            int offset = (int)_offsets[entry];
            var reader = new RecordReader(new ReadOnlySpan<byte>(_records + offset, _recordBytes - offset));
            var lexicon = (Lexicon)reader.ReadByte();
            var result = new GazetteerEntry { Lexicon = lexicon, Name = reader.ReadString(), Ids = reader.ReadPairs(), Attributes = reader.ReadPairs() };
            GC.KeepAlive(_owned);
            return result;
        }
    }

    /// <summary>Finds all names of all lexicons in the document, also those that overlap, ordered by first token, then by length.</summary>
    /// <param name="document">A document with <see cref="Layers.Tokens"/>.</param>
    /// <param name="matches">Cleared, then filled; reuse it to allocate nothing.</param>
    public void FindAll(Document document, List<GazetteerMatch> matches)
    {
        matches.Clear();
        Sentence[] sentences = document.Sentences;
        for (int first = 0; first < sentences.Length;)
        {
            // Sentences of one line are searched as one: a full stop inside a name may have been taken for the end of a sentence.
            int last = first;
            while (last + 1 < sentences.Length && sentences[last + 1].Line == sentences[first].Line)
                last++;
            int end = sentences[last].EndToken;
            for (int token = sentences[first].FirstToken; token < end; token++)
                FindAt(document, token, end, matches);
            first = last + 1;
        }
        GC.KeepAlive(_owned);
    }

    /// <summary>The entries that <paramref name="name"/>, as a whole, is a form of; empty when there is none.</summary>
    public ImmutableArray<GazetteerMatch> Lookup(string name)
    {
        string normalized = TextNormalizer.Normalize(name);
        Token[] tokens = Tokenizer.Tokenize(normalized);
        if (tokens.Length == 0)
            return [];
        var document = new Document { Article = new Article { Id = "", Source = "", Text = name }, NormalizedText = normalized, Tokens = tokens };
        var matches = new List<GazetteerMatch>();
        FindAt(document, 0, tokens.Length, matches);
        GC.KeepAlive(_owned);
        return [.. matches.Where(match => match.EndToken == tokens.Length)];
    }

    /// <summary>
    /// Leaves, of matches that overlap, the one that starts first and of those the longest; of several readings of the same tokens the
    /// unambiguous before the ambiguous, then the lexicon of lower value. Works in place.
    /// </summary>
    /// <param name="matches">As <see cref="FindAll"/> ordered them, perhaps with some removed.</param>
    public static void KeepLongest(List<GazetteerMatch> matches)
    {
        int kept = 0, end = 0;
        for (int index = 0; index < matches.Count;)
        {
            int first = matches[index].FirstToken;
            GazetteerMatch best = matches[index];
            for (; index < matches.Count && matches[index].FirstToken == first; index++)
            {
                if (IsBetter(matches[index], best))
                    best = matches[index];
            }
            if (first < end)
                continue;
            matches[kept++] = best;
            end = best.EndToken;
        }
        matches.RemoveRange(kept, matches.Count - kept);
    }

    private static bool IsBetter(GazetteerMatch match, GazetteerMatch than)
    {
        if (match.EndToken != than.EndToken)
            return match.EndToken > than.EndToken;
        bool ambiguous = (match.Traits & MatchTraits.Ambiguous) != 0, thanAmbiguous = (than.Traits & MatchTraits.Ambiguous) != 0;
        return ambiguous != thanAmbiguous ? !ambiguous : match.Lexicon < than.Lexicon;
    }

    private void FindAt(Document document, int first, int end, List<GazetteerMatch> matches)
    {
        Token[] tokens = document.Tokens;
        if (tokens[first].Kind is TokenKind.Mark or TokenKind.Possessive)
            return;
        ulong state = tokens[first].Key;
        PrefixSlot slot = Find(state);
        if (slot.Payload == 0)
            return;
        if (slot.FirstPosting >= 0)
            Report(document, new TokenRange(first, first + 1), slot.FirstPosting, matches);
        for (int index = first + 1; slot.GoesOn && index < end; index++)
        {
            Token token = tokens[index];
            if (token.Kind == TokenKind.Possessive)
            {
                // "Alzheimer's" is a name by itself, but inside a longer one the ending does not count: Crohn's disease = Crohn disease.
                PrefixSlot possessive = Find(TokenKey.Join(state, token.Key));
                if (possessive.Payload != 0 && possessive.FirstPosting >= 0)
                    Report(document, new TokenRange(first, index + 1), possessive.FirstPosting, matches);
                continue;
            }
            if (FormCase.IsOptional(document.NormalizedText, token))
            {
                // A hyphen with space on both sides is a dash between phrases.
                if (token.SpaceBefore && index + 1 < end && tokens[index + 1].SpaceBefore)
                    return;
                continue;
            }
            state = TokenKey.Join(state, token.Key);
            slot = Find(state);
            if (slot.Payload == 0)
                return;
            if (slot.FirstPosting >= 0)
                Report(document, new TokenRange(first, index + 1), slot.FirstPosting, matches);
        }
    }

    private PrefixSlot Find(ulong key)
    {
        uint check = (uint)key;
        int position = PrefixSlot.Home(key, _slotCount);
        while (true)
        {
            PrefixSlot slot = _slots[position];
            if (slot.Payload == 0 || slot.Check == check)
                return slot;
            position = position + 1 == _slotCount ? 0 : position + 1;
        }
    }

    private void Report(Document document, TokenRange range, int posting, List<GazetteerMatch> matches)
    {
        FormFlags flags;
        do
        {
            Posting item = _postings[posting++];
            flags = item.Flags;
            if (!Fits(document, range, item))
                continue;
            MatchTraits traits = ((flags & FormFlags.Alias) != 0 ? MatchTraits.Alias : 0) | ((flags & FormFlags.Ambiguous) != 0 ? MatchTraits.Ambiguous : 0);
            var match = new GazetteerMatch(range.First, range.End, item.Entry, (Lexicon)_records[_offsets[item.Entry]], traits);
            matches.Add(match);
            if (match.Lexicon is Lexicon.Company or Lexicon.Investor && LegalFormEnd(document, range.End) is int end && end > range.End)
                matches.Add(match with { EndToken = end });
        }
        while ((flags & FormFlags.Last) == 0);
    }

    // The end of the longest legal form that starts at a token, perhaps after a comma; the token itself when there is none.
    private int LegalFormEnd(Document document, int first)
    {
        Token[] tokens = document.Tokens;
        string text = document.NormalizedText;
        int start = first < tokens.Length && text[tokens[first].Start] == ',' ? first + 1 : first;
        int found = first;
        ulong state = 0;
        for (int index = start; index < tokens.Length && !text.AsSpan(tokens[index - 1].End, tokens[index].Start - tokens[index - 1].End).Contains('\n'); index++)
        {
            state = index == start ? tokens[index].Key : TokenKey.Join(state, tokens[index].Key);
            PrefixSlot slot = Find(state);
            if (slot.Payload == 0)
                break;
            if (slot.FirstPosting >= 0 && IsLegalForm(document, new TokenRange(start, index + 1), slot.FirstPosting))
                found = index + 1;
            if (!slot.GoesOn)
                break;
        }
        return found;
    }

    private bool IsLegalForm(Document document, TokenRange range, int posting)
    {
        Posting item;
        do
        {
            item = _postings[posting++];
            if ((Lexicon)_records[_offsets[item.Entry]] == Lexicon.LegalForm && Fits(document, range, item))
                return true;
        }
        while ((item.Flags & FormFlags.Last) == 0);
        return false;
    }

    private static bool Fits(Document document, TokenRange range, Posting posting)
    {
        ReadOnlySpan<Token> tokens = document.Tokens.AsSpan(range.First, range.End - range.First);
        // The head of a code is no name by itself: NRX in NRX-101, BMS in BMS-986393.
        if (tokens.Length == 1 && IsBeforeNumber(document, range.End))
            return false;
        if ((posting.Flags & FormFlags.Unspaced) != 0)
        {
            for (int index = 1; index < tokens.Length; index++)
            {
                if (tokens[index].SpaceBefore)
                    return false;
            }
        }
        if ((posting.Flags & (FormFlags.ExactCase | FormFlags.NameCase)) == 0)
            return true;
        if ((posting.Flags & FormFlags.NameCase) != 0 && !char.IsLower(document.NormalizedText[tokens[0].Start]))
            return true;
        return FormCase.Hash(document.NormalizedText, tokens) == posting.CaseHash;
    }

    private static bool IsBeforeNumber(Document document, int hyphen)
    {
        Token[] tokens = document.Tokens;
        return hyphen + 1 < tokens.Length && !tokens[hyphen].SpaceBefore && !tokens[hyphen + 1].SpaceBefore
            && document.NormalizedText[tokens[hyphen].Start] == '-' && char.IsAsciiDigit(document.NormalizedText[tokens[hyphen + 1].Start]);
    }

    private static ReadOnlySpan<byte> Pinned(byte[] compiled, out byte[] owned)
    {
        owned = GC.AllocateUninitializedArray<byte>(compiled.Length, pinned: true);
        compiled.CopyTo(owned, 0);
        return owned;
    }

    private readonly record struct TokenRange(int First, int End);

    private ref struct RecordReader(ReadOnlySpan<byte> record)
    {
        private ReadOnlySpan<byte> _rest = record;

        public byte ReadByte()
        {
            byte value = _rest[0];
            _rest = _rest[1..];
            return value;
        }

        public string ReadString()
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(_rest);
            string value = Encoding.UTF8.GetString(_rest.Slice(2, length));
            _rest = _rest[(2 + length)..];
            return value;
        }

        public ImmutableSortedDictionary<string, string> ReadPairs()
        {
            int count = ReadByte();
            var pairs = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            for (; count > 0; count--)
                pairs.Add(ReadString(), ReadString());
            return pairs.ToImmutable();
        }
    }
}
