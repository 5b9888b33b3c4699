namespace Extraction.Gazetteers;

/// <summary>A name as seed files write it: an optional sign that tells how it matches, then the name.</summary>
/// <param name="Text">The name without its sign.</param>
/// <param name="Sign">One of <see cref="Signs"/>, or a space when there is none.</param>
internal readonly record struct NameCell(string Text, char Sign)
{
    /// <summary><c>=</c> only with this case; <c>^</c> with this case or a capital at its start; <c>?</c> ambiguous and only with this case;
    /// <c>~</c> ambiguous in any case; <c>!</c> never matched: a canonical name only.</summary>
    public const string Signs = "=^?~!";

    /// <summary>Separates the names in a cell of the column <c>aliases</c>.</summary>
    public const char Separator = '|';

    public static NameCell Parse(string cell) =>
        cell.Length > 1 && Signs.Contains(cell[0], StringComparison.Ordinal) ? new NameCell(cell[1..].Trim(), cell[0]) : new NameCell(cell, ' ');

    /// <summary>The flags that the sign asks for.</summary>
    public FormFlags Flags => Sign switch
    {
        '=' => FormFlags.ExactCase,
        '^' => FormFlags.NameCase,
        '?' => FormFlags.ExactCase | FormFlags.Ambiguous,
        '~' => FormFlags.Ambiguous,
        _ => FormFlags.None,
    };
}
