using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Extraction.Seeds;

/// <summary>A file of <c>seeds/</c>: tab-separated values that people edit.</summary>
/// <remarks>
/// Lines that start with <c>#</c> are comments; the first of them must name the <c># source:</c> and the <c># licence:</c> of what follows. The
/// first other line names the columns. Cells are trimmed; a row may leave out empty cells at its end.
/// </remarks>
public sealed class SeedTable
{
    private SeedTable(string name, FrozenDictionary<string, int> columns, ImmutableArray<SeedRow> rows)
    {
        Name = name;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The file's path below <c>seeds/</c>, for messages.</summary>
    public string Name { get; }

    /// <summary>The data rows, in file order.</summary>
    public ImmutableArray<SeedRow> Rows { get; private init; }

    internal FrozenDictionary<string, int> Columns { get; }

    /// <summary>Reads the text of a seed file.</summary>
    /// <param name="name">The file's path below <c>seeds/</c>, for messages.</param>
    /// <param name="text">The whole file.</param>
    /// <exception cref="SeedException">Source, licence or header are missing, or a row has more cells than the header; all errors together.</exception>
    public static SeedTable Parse(string name, string text)
    {
        var errors = new List<SeedError>();
        bool source = false, licence = false;
        FrozenDictionary<string, int>? columns = null;
        var rows = ImmutableArray.CreateBuilder<SeedRow>();
        SeedTable? table = null;
        int number = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            number++;
            ReadOnlySpan<char> line = raw.TrimEnd();
            if (line.IsEmpty)
                continue;
            if (line[0] == '#')
            {
                source |= line.StartsWith("# source:", StringComparison.Ordinal);
                licence |= line.StartsWith("# licence:", StringComparison.Ordinal);
                continue;
            }
            string[] cells = [.. line.ToString().Split('\t').Select(cell => cell.Trim())];
            if (columns is null)
            {
                columns = cells.Select((cell, index) => KeyValuePair.Create(cell, index)).DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.Ordinal);
                if (columns.Count < cells.Length)
                    errors.Add(new SeedError(name, number, "column names that differ", "a name that stands twice"));
                table = new SeedTable(name, columns, []);
            }
            else if (cells.Length > columns.Count)
            {
                errors.Add(new SeedError(name, number, $"at most {columns.Count} cells", $"{cells.Length} cells"));
            }
            else
            {
                rows.Add(new SeedRow(table!, number, cells));
            }
        }
        if (!source)
            errors.Add(new SeedError(name, 1, "a line '# source: …'", "none"));
        if (!licence)
            errors.Add(new SeedError(name, 1, "a line '# licence: …'", "none"));
        if (columns is null)
            errors.Add(new SeedError(name, number, "a header line", "the end of the file"));
        if (errors.Count > 0)
            throw new SeedException(errors);
        return new SeedTable(name, columns!, rows.ToImmutable());
    }

    /// <summary>Checks that the file has the columns that its reader needs.</summary>
    /// <exception cref="SeedException">A column is missing.</exception>
    public void RequireColumns(params ReadOnlySpan<string> names)
    {
        var errors = new List<SeedError>();
        foreach (string name in names)
        {
            if (!Columns.ContainsKey(name))
                errors.Add(new SeedError(Name, 1, $"a column '{name}'", string.Join(", ", Columns.Keys.Order(StringComparer.Ordinal))));
        }
        if (errors.Count > 0)
            throw new SeedException(errors);
    }
}

/// <summary>A data row of a <see cref="SeedTable"/>.</summary>
public sealed class SeedRow
{
    private readonly SeedTable _table;
    private readonly string[] _cells;

    internal SeedRow(SeedTable table, int line, string[] cells)
    {
        _table = table;
        _cells = cells;
        Line = line;
    }

    /// <summary>One-based line in the file.</summary>
    public int Line { get; }

    /// <summary>The cell of the named column, empty when the row leaves it out.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such column; call <see cref="SeedTable.RequireColumns"/> first.</exception>
    public string this[string column] => _table.Columns[column] is var index && index < _cells.Length ? _cells[index] : "";

    /// <summary>An error about this row, to be collected into a <see cref="SeedException"/>.</summary>
    public SeedError Error(string expected, string found) => new(_table.Name, Line, expected, found);
}
