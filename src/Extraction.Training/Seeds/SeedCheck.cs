using System.Text.RegularExpressions;
using Extraction.Gazetteers;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Training.Seeds;

/// <summary>Finds what is wrong in the files of <c>seeds/</c>.</summary>
public static partial class SeedCheck
{
    // "note" is for people; "word", "form" and "other" belong to the two tables that are no lexicon.
    private static readonly HashSet<string> KnownColumns = ["name", "aliases", "note", .. GazetteerCompiler.IdColumns, .. GazetteerCompiler.AttributeColumns];

    private static readonly HashSet<string> ModalityClasses =
    [
        "car-t", "car-nk", "car-m", "tcr-t", "til", "nk", "treg", "aav", "lentiviral", "adenoviral", "hsv", "oncolytic-virus", "gene-editing", "base-editing",
        "prime-editing", "epigenome-editing", "rnai", "aso", "mrna", "ipsc-derived", "stem-cell", "msc", "hsc", "in-vivo-car-t", "gene-therapy", "cell-therapy",
        "cell-and-gene-therapy", "antibody", "bispecific", "adc", "small-molecule", "vaccine", "protein", "other",
    ];

    /// <summary>All errors in the files, in their order; pure.</summary>
    /// <param name="files">Path below <c>seeds/</c> and text of each file.</param>
    public static IReadOnlyList<SeedError> Check(IEnumerable<(string Name, string Text)> files)
    {
        var errors = new List<SeedError>();
        foreach ((string name, string text) in files)
        {
            SeedTable table;
            try
            {
                table = SeedTable.Parse(name, text);
            }
            catch (SeedException exception)
            {
                errors.AddRange(exception.Errors);
                continue;
            }
            if (Lexicons.OfFile(name) is { } lexicon)
                CheckLexicon(table, lexicon, errors);
        }
        return errors;
    }

    private static void CheckLexicon(SeedTable table, Lexicon lexicon, List<SeedError> errors)
    {
        foreach (string column in table.Columns.Keys.Where(column => !KnownColumns.Contains(column)).Order(StringComparer.Ordinal))
            errors.Add(new SeedError(table.Name, 1, $"a column of {string.Join(", ", KnownColumns)}", column));
        if (!table.Columns.ContainsKey("name"))
        {
            errors.Add(new SeedError(table.Name, 1, "a column 'name'", "none"));
            return;
        }
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SeedRow row in table.Rows)
        {
            CheckNames(table, row, lines, errors);
            CheckValues(table, row, lexicon, errors);
        }
    }

    private static void CheckNames(SeedTable table, SeedRow row, Dictionary<string, int> lines, List<SeedError> errors)
    {
        if (row["name"].Length == 0)
            errors.Add(row.Error("a name", "an empty cell"));
        foreach (NameCell name in GazetteerCompiler.Names(row, table))
        {
            if (name.Text.Length == 0 || !char.IsLetterOrDigit(name.Text[0]))
                errors.Add(row.Error("a name that starts with a letter or digit", $"'{name.Text}'"));
            string key = Key(name.Text);
            if (!lines.TryAdd(key, row.Line))
                errors.Add(row.Error("names that no other row of the file has, nor this row twice", $"'{name.Text}', also in line {lines[key]}"));
        }
    }

    // Two names collide when no text could tell them apart: hyphens and spaces are equal, the case counts because abbreviations match by it.
    private static string Key(string name)
    {
        string normalized = TextNormalizer.Normalize(name);
        return string.Join(' ', Tokenizer.Tokenize(normalized).Where(token => token.Span.Of(normalized) is not "-").Select(token => token.Span.Of(normalized).ToString()));
    }

    private static void CheckValues(SeedTable table, SeedRow row, Lexicon lexicon, List<SeedError> errors)
    {
        Check("hgnc", HgncShape(), "an HGNC symbol such as TNFRSF17");
        Check("mondo", MondoShape(), "an id such as MONDO:0009693");
        Check("doid", DoidShape(), "an id such as DOID:9538");
        Check("ticker", TickerShape(), "a ticker such as LEGN");
        Check("hkex", HkexShape(), "a code such as 2171");
        Check("sse", MainlandShape(), "six digits");
        Check("szse", MainlandShape(), "six digits");
        string modality = table.Columns.ContainsKey("class") ? row["class"] : "";
        if (lexicon == Lexicon.Modality && !ModalityClasses.Contains(modality))
            errors.Add(row.Error("a modality class of CONTRACT.md", $"'{modality}'"));
        if (lexicon == Lexicon.Toxicity && (!table.Columns.ContainsKey("role") || row["role"] != "toxicity"))
            errors.Add(row.Error("role 'toxicity'", "another role, or none"));

        void Check(string column, Regex shape, string expected)
        {
            if (table.Columns.ContainsKey(column) && row[column] is { Length: > 0 } value && !shape.IsMatch(value))
                errors.Add(row.Error(expected, $"'{value}'"));
        }
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$")]
    private static partial Regex HgncShape();

    [GeneratedRegex(@"^MONDO:\d{7}$")]
    private static partial Regex MondoShape();

    [GeneratedRegex(@"^DOID:\d+$")]
    private static partial Regex DoidShape();

    [GeneratedRegex("^[A-Z0-9][A-Z0-9.&-]*$")]
    private static partial Regex TickerShape();

    [GeneratedRegex(@"^\d{1,5}$")]
    private static partial Regex HkexShape();

    [GeneratedRegex(@"^\d{6}$")]
    private static partial Regex MainlandShape();
}
