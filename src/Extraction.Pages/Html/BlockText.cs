namespace Extraction.Pages.Html;

/// <summary>Collects the text of one block: white space as browsers show it, invisible characters out, powers of ten marked.</summary>
internal sealed class BlockText
{
    private char[] _text = new char[1024];
    private int _length;
    private bool _isSpacePending;

    public int LinkUnits { get; private set; }

    public int StrongUnits { get; private set; }

    public bool IsEmpty => _length == 0;

    /// <summary>Adds text of a text node.</summary>
    public void Add(string text, bool isLink, bool isStrong)
    {
        int before = _length;
        Reserve(text.Length + 1);
        foreach (char unit in text)
        {
            if (unit == ' ' || char.IsWhiteSpace(unit))
            {
                _isSpacePending = true;
                continue;
            }
            if (unit is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or < ' ' or '\u007F')
                continue;
            if (_isSpacePending && _length > 0 && _text[_length - 1] != '\t')
                _text[_length++] = ' ';
            _isSpacePending = false;
            _text[_length++] = unit;
        }
        int added = _length - before;
        LinkUnits += isLink ? added : 0;
        StrongUnits += isStrong ? added : 0;
    }

    /// <summary>Marks a power: only behind a 10, where "1013" would mean another number; behind words a superscript is a footnote or a unit.</summary>
    public void AddPowerMark(string exponent)
    {
        ReadOnlySpan<char> digits = exponent.AsSpan().Trim().TrimStart("-–−+");
        bool isPower = digits.Length is > 0 and <= 3 && !digits.ContainsAnyExceptInRange('0', '9');
        bool isTen = _text.AsSpan(0, _length) is [.., '1', '0'] && (_length == 2 || !(char.IsAsciiDigit(_text[_length - 3]) || _text[_length - 3] is '.' or ','));
        if (isPower && isTen && !_isSpacePending)
            Append('^');
    }

    /// <summary>Ends a cell of a table row.</summary>
    public void AddCellBreak()
    {
        if (_length > 0 && _text[_length - 1] != '\t')
            Append('\t');
        _isSpacePending = false;
    }

    /// <summary>White space that layout puts between two elements.</summary>
    public void AddSpace() => _isSpacePending = true;

    /// <summary>The text so far; the collector is empty after it.</summary>
    public (string Text, int LinkUnits, int StrongUnits) Take()
    {
        int length = _length;
        while (length > 0 && _text[length - 1] == '\t')
            length--;
        var taken = (new string(_text, 0, length), LinkUnits, StrongUnits);
        _length = 0;
        LinkUnits = StrongUnits = 0;
        _isSpacePending = false;
        return taken;
    }

    private void Append(char unit)
    {
        Reserve(1);
        _text[_length++] = unit;
    }

    private void Reserve(int units)
    {
        if (_length + units > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + units));
    }
}
