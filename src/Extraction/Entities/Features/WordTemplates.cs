using Extraction.Learning;
using Extraction.Tokens;

namespace Extraction.Entities.Features;

/// <summary>The features that one word alone gives to the token it is, and to the tokens near it.</summary>
/// <remarks>Because they depend on the form only, a model adds up their weights once per form and distance and keeps the sum.</remarks>
internal static class WordTemplates
{
    /// <summary>Words up to this many tokens away give features.</summary>
    public const int Window = 2;

    // Template numbers below ContextTemplates.First; five distances share a template.
    private const int Word = 1, Exact = 2, Shape = 3, ShortShape = 4, Traits = 5, Coarse = 6, Middle = 7, Fine = 8, Prefix = 9, Suffix = 14, Letters = 19, Habit = 20, HabitAndShape = 21;

    private const int LongestAffix = 4;

    /// <summary>Adds the features that a word gives to the token <paramref name="distance"/> places before it (0 is the word itself).</summary>
    public static void Collect(ReadOnlySpan<char> text, WordForm form, int distance, FeatureList features)
    {
        Add(Word, form.Key);
        Add(ShortShape, form.ShortShape);
        if (form.Classes.Coarse != 0)
        {
            Add(Coarse, form.Classes.Coarse);
            Add(Middle, form.Classes.Middle);
            Add(Fine, form.Classes.Fine);
        }
        if (form.Habit != 0)
            Add(Habit, form.Habit);
        if (Math.Abs(distance) > 1)
            return;
        Add(Exact, form.Exact);
        Add(Traits, (ulong)form.Traits);
        Add(Suffix + 2, Affix(text, 3, fromEnd: true));
        if (distance != 0)
            return;
        Add(Shape, form.Shape);
        Add(HabitAndShape, TokenKey.Join(form.ShortShape, form.Habit));
        for (int length = 1; length <= LongestAffix && length <= text.Length; length++)
        {
            Add(Prefix + length, Affix(text, length, fromEnd: false));
            if (length != 3)
                Add(Suffix + length, Affix(text, length, fromEnd: true));
        }
        if (form.Is(WordTraits.Code))
            Add(Letters, LettersOnly(text));

        void Add(int template, ulong value) => features.Add(8 * template + distance + Window, value);
    }

    private static ulong Affix(ReadOnlySpan<char> text, int length, bool fromEnd)
    {
        length = Math.Min(length, text.Length);
        return TokenKey.Of(fromEnd ? text[^length..] : text[..length]);
    }

    // The letters of a code: CT0596 and CT053 share them.
    private static ulong LettersOnly(ReadOnlySpan<char> text)
    {
        ulong hash = 0;
        foreach (char unit in text)
        {
            if (!char.IsAsciiDigit(unit))
                hash = TokenKey.Join(hash, char.ToLowerInvariant(unit));
        }
        return hash;
    }
}
