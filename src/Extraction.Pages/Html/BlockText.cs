using System.Text;

namespace Extraction.Pages.Html;

/// <summary>Collects the text of one block: white space as browsers show it, invisible characters out, powers of ten marked.</summary>
internal sealed class BlockText
{
    private readonly StringBuilder _text = new();
    private bool _isSpacePending;

    public int LinkUnits { get; private set; }

    public int StrongUnits { get; private set; }

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Adds text of a text node.</summary>
    public void Add(string text, bool isLink, bool isStrong)
    {
        int before = _text.Length;
        foreach (char unit in text)
        {
            if (unit == ' ' || char.IsWhiteSpace(unit))
            {
                _isSpacePending = true;
                continue;
            }
            if (unit is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or < ' ' or '\u007F')
                continue;
            if (_isSpacePending && _text.Length > 0 && _text[^1] != '\t')
                _text.Append(' ');
            _isSpacePending = false;
            _text.Append(unit);
        }
        int added = _text.Length - before;
        LinkUnits += isLink ? added : 0;
        StrongUnits += isStrong ? added : 0;
    }

    /// <summary>Marks a power: only behind a 10, where "1013" would mean another number; behind words a superscript is a footnote or a unit.</summary>
    public void AddPowerMark(string exponent)
    {
        ReadOnlySpan<char> digits = exponent.AsSpan().Trim().TrimStart("-–−+");
        bool isPower = digits.Length is > 0 and <= 3 && !digits.ContainsAnyExceptInRange('0', '9');
        bool isTen = _text.Length >= 2 && _text[^1] == '0' && _text[^2] == '1' && (_text.Length == 2 || !(char.IsAsciiDigit(_text[^3]) || _text[^3] is '.' or ','));
        if (isPower && isTen && !_isSpacePending)
            _text.Append('^');
    }

    /// <summary>Ends a cell of a table row.</summary>
    public void AddCellBreak()
    {
        if (_text.Length > 0 && _text[^1] != '\t')
            _text.Append('\t');
        _isSpacePending = false;
    }

    /// <summary>White space that layout puts between two elements.</summary>
    public void AddSpace() => _isSpacePending = true;

    /// <summary>The text so far; the collector is empty after it.</summary>
    public (string Text, int LinkUnits, int StrongUnits) Take()
    {
        int length = _text.Length;
        while (length > 0 && _text[length - 1] == '\t')
            length--;
        var taken = (_text.ToString(0, length), LinkUnits, StrongUnits);
        _text.Clear();
        LinkUnits = StrongUnits = 0;
        _isSpacePending = false;
        return taken;
    }
}
