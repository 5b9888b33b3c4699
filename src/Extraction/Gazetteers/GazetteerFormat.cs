using System.Runtime.InteropServices;

namespace Extraction.Gazetteers;

// The layout of gazetteer.bin, little endian: header, slots, postings, entry offsets (uint each), entry records. DESIGN.md explains it.

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct GazetteerHeader(uint Magic, uint Version, uint Slots, uint Postings, uint Entries, uint RecordBytes)
{
    public const uint ExpectedMagic = 0x5A475443;
    public const uint ExpectedVersion = 1;
}

/// <summary>A place in the hash table of name prefixes.</summary>
/// <param name="Check">The low half of the prefix's key; the high half decides where the search starts.</param>
/// <param name="Payload">Bit 0: longer names go on from here. Bits 1…31: index of the first posting plus one, 0 when no name ends here. 0: the slot is free.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct PrefixSlot(uint Check, uint Payload)
{
    public bool GoesOn => (Payload & 1) != 0;

    public int FirstPosting => (int)(Payload >> 1) - 1;

    /// <summary>Where the search for <paramref name="key"/> starts in a table of <paramref name="slots"/> slots.</summary>
    public static int Home(ulong key, int slots) => (int)(((key >> 32) * (uint)slots) >> 32);
}

/// <summary>One entry that a form names.</summary>
/// <param name="EntryAndFlags">Bits 0…23 the entry, bits 24…31 <see cref="FormFlags"/>.</param>
/// <param name="CaseHash">Hash of the form with its case, where the flags ask for it.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct Posting(uint EntryAndFlags, uint CaseHash)
{
    public const int MaxEntries = 1 << 24;

    public Posting(int entry, FormFlags flags, uint caseHash)
        : this((uint)entry | ((uint)flags << 24), caseHash)
    {
    }

    public int Entry => (int)(EntryAndFlags & (MaxEntries - 1));

    public FormFlags Flags => (FormFlags)(EntryAndFlags >> 24);
}

/// <summary>How a form matches and what is known about it.</summary>
[Flags]
internal enum FormFlags : byte
{
    None = 0,

    /// <summary>The text must have the form's case.</summary>
    ExactCase = 1,

    /// <summary>The text must have the form's case or begin with a capital or digit: a proper name.</summary>
    NameCase = 2,

    /// <summary>No white space inside.</summary>
    Unspaced = 4,

    Ambiguous = 8,

    Alias = 16,

    /// <summary>The last posting of its form.</summary>
    Last = 128,
}
