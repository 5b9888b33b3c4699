namespace Extraction.Entities.Joining;

/// <summary>Tells whether a short form can stand for a long one.</summary>
internal static class Initials
{
    /// <summary>
    /// Whether the letters of <paramref name="abbreviation"/> come in this order in <paramref name="words"/>, the first of them at the start of the
    /// first word and each further one at the start of a word or inside the word before it (Schwartz and Hearst 2003).
    /// </summary>
    public static bool Fit(string abbreviation, ReadOnlySpan<string> words)
    {
        if (words.Length == 0 || words.Length == 1 && words[0].Length <= abbreviation.Length)
            return false;
        string letters = Letters(abbreviation);
        string text = string.Join(' ', words!);
        if (letters.Length < 2 || letters.Length > text.Length || text[0] != letters[0])
            return false;
        int place = text.Length - 1;
        for (int letter = letters.Length - 1; letter >= 0; letter--, place--)
        {
            while (place >= 0 && (text[place] != letters[letter] || letter == 0 && place > 0))
                place--;
            if (place < 0)
                return false;
        }
        return true;
    }

    /// <summary>The first letters of the words, small words that abbreviations skip left out.</summary>
    public static string Of(ReadOnlySpan<string> words)
    {
        Span<char> letters = stackalloc char[words.Length];
        int count = 0;
        foreach (string word in words)
        {
            if (word is not ("of" or "and" or "the" or "for" or "in" or "on" or "to" or "de"))
                letters[count++] = word[0];
        }
        return letters[..count].ToString();
    }

    /// <summary>The letters and digits of an abbreviation in small letters, without the s of a plural.</summary>
    public static string Letters(string abbreviation)
    {
        string letters = string.Concat(abbreviation.Where(char.IsLetterOrDigit));
        if (letters.Length > 2 && letters[^1] == 's' && char.IsUpper(letters[^2]))
            letters = letters[..^1];
        return letters.ToLowerInvariant();
    }
}
