namespace Extraction.Pages.Blocks;

/// <summary>The longer words of a text, for measuring how much another text shares with it.</summary>
internal sealed class WordSet
{
    // Shorter words are mostly of the kind that every text has.
    private const int MinUnits = 5;

    private readonly HashSet<int> _words = [];

    public void Add(string text)
    {
        foreach (int word in new WordHashes(text))
            _words.Add(word);
    }

    /// <summary>The shares of the text's words that are in each of three sets, 0 when it has none.</summary>
    public static (float First, float Second, float Third) SharesOf(string text, WordSet first, WordSet second, WordSet third)
    {
        int words = 0, inFirst = 0, inSecond = 0, inThird = 0;
        foreach (int word in new WordHashes(text))
        {
            words++;
            inFirst += first._words.Contains(word) ? 1 : 0;
            inSecond += second._words.Contains(word) ? 1 : 0;
            inThird += third._words.Contains(word) ? 1 : 0;
        }
        return words == 0 ? default : ((float)inFirst / words, (float)inSecond / words, (float)inThird / words);
    }

    // Walks over a text's words without making strings of them; a Chinese text's words are its pairs of characters.
    private ref struct WordHashes(string text)
    {
        private int _at;

        public int Current { get; private set; }

        public readonly WordHashes GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_at < text.Length)
            {
                if (text[_at] is >= '\u3040' and <= '\u9FFF')
                {
                    Current = _at + 1 < text.Length ? text[_at] << 16 | text[_at + 1] : text[_at];
                    _at++;
                    return true;
                }
                int hash = 5381, start = _at;
                while (_at < text.Length && text[_at] < '\u3040' && char.IsLetterOrDigit(text[_at]))
                    hash = unchecked(hash * 33 ^ char.ToLowerInvariant(text[_at++]));
                if (_at - start >= MinUnits)
                {
                    Current = hash;
                    return true;
                }
                _at += _at == start ? 1 : 0;
            }
            return false;
        }
    }
}
