using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Extraction.Seeds;

namespace Extraction.Gazetteers;

/// <summary>Turns the name tables of <c>seeds/</c> into what <see cref="Gazetteer"/> reads.</summary>
/// <remarks>
/// Pure: the same tables give the same bytes. A name table has the column <c>name</c> and may have <c>aliases</c> (separated by <c>|</c>),
/// identifiers (<see cref="IdColumns"/>), attributes (<see cref="AttributeColumns"/>) and <c>note</c>, which is for people. A name may open with a
/// sign: <c>=</c> only with this case, <c>^</c> with this case or a capital at its start, <c>?</c> ambiguous and only with this case, <c>~</c> ambiguous,
/// <c>!</c> never matched.
/// </remarks>
public static class GazetteerCompiler
{
    /// <summary>Columns that become <see cref="GazetteerEntry.Ids"/>.</summary>
    public static IReadOnlyList<string> IdColumns { get; } = ["hgnc", "mondo", "doid", "ticker", "hkex", "sse", "szse"];

    /// <summary>Columns that become <see cref="GazetteerEntry.Attributes"/>.</summary>
    public static IReadOnlyList<string> AttributeColumns { get; } = ["class", "role", "country", "code", "kind", "region"];

    /// <summary>The file with words that are the same in two spellings; columns <c>form</c> and <c>other</c>.</summary>
    public const string SpellingsFile = "spellings.tsv";

    /// <summary>The file with ordinary words that are also names; column <c>word</c>.</summary>
    public const string StopwordsFile = "stopwords.tsv";

    /// <summary>Compiles the tables; those that are no lexicon, spellings or stop words are ignored.</summary>
    /// <exception cref="SeedException">A table lacks a column that it must have.</exception>
    public static byte[] Compile(IEnumerable<SeedTable> tables)
    {
        SeedTable[] all = [.. tables];
        var variants = new NameVariants(Array.Find(all, table => table.Name == SpellingsFile), Array.Find(all, table => table.Name == StopwordsFile));
        var prefixes = new PrefixTable();
        var records = new MemoryStream();
        var offsets = new List<uint>();
        foreach (Lexicon lexicon in Enum.GetValues<Lexicon>())
        {
            SeedTable? table = Array.Find(all, table => table.Name == Lexicons.File(lexicon));
            table?.RequireColumns("name");
            foreach (SeedRow row in table?.Rows ?? [])
            {
                AddForms(row, table!, (offsets.Count, lexicon), (variants, prefixes));
                offsets.Add((uint)records.Length);
                WriteRecord(records, row, table!, lexicon);
            }
        }
        if (offsets.Count > Posting.MaxEntries)
            throw new InvalidOperationException($"More than {Posting.MaxEntries} entries.");
        (PrefixSlot[] slots, Posting[] postings) = prefixes.Build();
        return Layout(slots, postings, offsets, records.ToArray());
    }

    private static void AddForms(SeedRow row, SeedTable table, (int Entry, Lexicon Lexicon) target, (NameVariants Variants, PrefixTable Prefixes) tools)
    {
        FormFlags alias = FormFlags.None;
        foreach (NameCell name in Names(row, table))
        {
            if (name.Sign != '!')
            {
                foreach (NameForm form in tools.Variants.Of(name, target.Lexicon))
                    tools.Prefixes.Add(form with { Flags = form.Flags | alias }, target.Entry);
            }
            alias = FormFlags.Alias;
        }
    }

    /// <summary>The row's names, the canonical one first.</summary>
    internal static IEnumerable<NameCell> Names(SeedRow row, SeedTable table)
    {
        if (row["name"].Length > 0)
            yield return NameCell.Parse(row["name"]);
        if (!table.Columns.ContainsKey("aliases"))
            yield break;
        foreach (string alias in row["aliases"].Split(NameCell.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            yield return NameCell.Parse(alias);
    }

    private static void WriteRecord(MemoryStream records, SeedRow row, SeedTable table, Lexicon lexicon)
    {
        records.WriteByte((byte)lexicon);
        WriteString(records, NameCell.Parse(row["name"]).Text);
        WritePairs(records, row, table, IdColumns);
        WritePairs(records, row, table, AttributeColumns);
    }

    private static void WritePairs(MemoryStream records, SeedRow row, SeedTable table, IReadOnlyList<string> columns)
    {
        string[] present = [.. columns.Where(column => table.Columns.ContainsKey(column) && row[column].Length > 0)];
        records.WriteByte((byte)present.Length);
        foreach (string column in present)
        {
            WriteString(records, column);
            WriteString(records, row[column]);
        }
    }

    private static void WriteString(MemoryStream records, string text)
    {
        Span<byte> length = stackalloc byte[2];
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteUInt16LittleEndian(length, checked((ushort)bytes.Length));
        records.Write(length);
        records.Write(bytes);
    }

    private static byte[] Layout(PrefixSlot[] slots, Posting[] postings, List<uint> offsets, byte[] records)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Models are compiled on little-endian machines.");
        var header = new GazetteerHeader(GazetteerHeader.ExpectedMagic, GazetteerHeader.ExpectedVersion,
            (uint)slots.Length, (uint)postings.Length, (uint)offsets.Count, (uint)records.Length);
        return
        [
            .. MemoryMarshal.AsBytes(new ReadOnlySpan<GazetteerHeader>(in header)),
            .. MemoryMarshal.AsBytes<PrefixSlot>(slots),
            .. MemoryMarshal.AsBytes<Posting>(postings),
            .. MemoryMarshal.AsBytes<uint>(CollectionsMarshal.AsSpan(offsets)),
            .. records,
        ];
    }
}
