using Extraction.Tokens;

namespace Extraction.Entities.Features;

/// <summary>How a form is written.</summary>
[Flags]
internal enum WordTraits : ushort
{
    None = 0,

    /// <summary>Starts with a capital.</summary>
    Capital = 1,

    /// <summary>Two or more letters, all capitals.</summary>
    AllCapitals = 2,

    /// <summary>Has a capital after a small letter: <c>bluebird</c> has not, <c>CARsgen</c> and <c>eGenesis</c> have.</summary>
    InnerCapital = 4,

    /// <summary>Has a digit.</summary>
    Digit = 8,

    /// <summary>Has a letter.</summary>
    Letter = 16,

    /// <summary>Small letters only.</summary>
    Lower = 32,

    /// <summary>A form that names are made of: a capital, or letters with digits.</summary>
    NameLike = 64,

    /// <summary>Letters and digits.</summary>
    Code = 128,
}

/// <summary>What the templates need to know of a token's form; equal forms share one instance.</summary>
/// <param name="Exact">64-bit hash of the normalised form with its case.</param>
/// <param name="Key">The token's key: case-folded.</param>
/// <param name="Shape">Hash of the form with letters and digits replaced by their classes, runs cut at three.</param>
/// <param name="ShortShape">The same, runs cut at one.</param>
/// <param name="Traits">How the form is written.</param>
/// <param name="Classes">The word's clusters.</param>
/// <param name="Habit">What the word usually is part of, see <see cref="LearntWords"/>.</param>
internal sealed record WordForm(ulong Exact, ulong Key, ulong Shape, ulong ShortShape, WordTraits Traits, WordClasses Classes, byte Habit)
{
    /// <summary>What stands before the first and after the last token of a line.</summary>
    public static WordForm Border { get; } = new(1, 1, 1, 1, WordTraits.None, default, 0);

    /// <summary>Whether the form has all of <paramref name="traits"/>.</summary>
    public bool Is(WordTraits traits) => (Traits & traits) == traits;

    /// <summary>Hash of <paramref name="form"/> with its case; the same on every machine and run.</summary>
    public static ulong HashExact(ReadOnlySpan<char> form)
    {
        ulong hash = 0x9AE16A3B2F90404F;
        foreach (char unit in form)
            hash = (hash ^ unit) * 0x9E3779B97F4A7C15;
        return TokenKey.Join(hash, 0);
    }

    /// <summary>Reads a form.</summary>
    public static WordForm Read(ReadOnlySpan<char> form, WordKnowledge knowledge)
    {
        ulong key = TokenKey.Of(form), exact = HashExact(form);
        return new WordForm(exact, key, HashShape(form, 3), HashShape(form, 1), ReadTraits(form), knowledge.Clusters.Find(key), knowledge.Habits.Find(exact));
    }

    private static WordTraits ReadTraits(ReadOnlySpan<char> form)
    {
        int upper = 0, lower = 0, digits = 0;
        bool inner = false;
        foreach (char unit in form)
        {
            if (char.IsUpper(unit))
            {
                inner |= lower > 0;
                upper++;
            }
            else if (char.IsLower(unit))
            {
                lower++;
            }
            else if (char.IsAsciiDigit(unit))
            {
                digits++;
            }
        }
        bool letter = upper + lower > 0 || form.Length > 0 && char.IsLetter(form[0]);
        return Flag(WordTraits.Capital, form.Length > 0 && char.IsUpper(form[0]))
            | Flag(WordTraits.AllCapitals, upper > 1 && lower == 0)
            | Flag(WordTraits.InnerCapital, inner || upper > 1 && lower > 0)
            | Flag(WordTraits.Digit, digits > 0)
            | Flag(WordTraits.Letter, letter)
            | Flag(WordTraits.Lower, lower > 0 && upper == 0 && digits == 0)
            | Flag(WordTraits.NameLike, upper > 0 || letter && digits > 0)
            | Flag(WordTraits.Code, letter && digits > 0);

        static WordTraits Flag(WordTraits trait, bool on) => on ? trait : WordTraits.None;
    }

    private static ulong HashShape(ReadOnlySpan<char> form, int longestRun)
    {
        ulong hash = 0xC3A5C85C97CB3127;
        char last = '\0';
        int run = 0;
        foreach (char unit in form)
        {
            char kind = char.IsUpper(unit) ? 'X' : char.IsAsciiDigit(unit) ? '0' : char.IsLetter(unit) ? 'x' : unit;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= longestRun)
                hash = (hash ^ kind) * 0x9E3779B97F4A7C15;
        }
        return TokenKey.Join(hash, 0);
    }
}
