using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Values;

/// <summary>Reads phases of development: "Phase 1b/2", "Phase II", "Ph1", I/II期, and the words of <c>seeds/rules/phases.tsv</c>.</summary>
internal sealed class PhaseScanner
{
    private static readonly ulong Phase = TokenKey.Of("phase"), Phases = TokenKey.Of("phases"), Short = TokenKey.Of("ph");

    private readonly Dictionary<ulong, List<(ulong[] Keys, string Phase)>> _words = [];

    /// <summary>Reads the stage words; columns <c>form</c>, <c>phase</c>, <c>example</c>.</summary>
    public PhaseScanner(SeedTable table)
    {
        table.RequireColumns("form", "phase", "example");
        foreach (SeedRow row in table.Rows)
        {
            ulong[] keys = [.. Tokenizer.Tokenize(row["form"]).Select(token => token.Key)];
            if (!_words.TryGetValue(keys[0], out var forms))
                _words.Add(keys[0], forms = []);
            forms.Add((keys, row["phase"]));
        }
    }

    /// <summary>Makes the first word of every stage word a trigger.</summary>
    public void AddFirstWords(ValueLexicon lexicon)
    {
        foreach (ulong key in _words.Keys)
            lexicon.AddStage(key);
    }

    /// <summary>Reads the phase that starts at token <paramref name="index"/>.</summary>
    public PhaseMention? Read(ValueText text, int index)
    {
        Token token = text.Tokens[index];
        if (token.Key == Phase || token.Key == Phases || token.Key == Short)
            return ReadNumbered(text, index);
        if (text.At(token.Start) is 'p' or 'P' && token.Length is >= 3 and <= 8)
        {
            if (ReadGlued(text, token) is { } glued)
                return glued;
        }
        if (!_words.TryGetValue(token.Key, out var forms))
            return null;
        foreach ((ulong[] keys, string phase) in forms)
        {
            int offset = 1;
            while (offset < keys.Length && index + offset < text.Tokens.Length && text.Tokens[index + offset].Key == keys[offset])
                offset++;
            if (offset == keys.Length)
                return new PhaseMention(new TextSpan(token.Start, text.Tokens[index + offset - 1].End), phase);
        }
        return null;
    }

    /// <summary>Reads I/II期, 2期, 三期 that end with 期 at token <paramref name="index"/>.</summary>
    public static PhaseMention? ReadChinese(ValueText text, int index)
    {
        int end = text.Tokens[index].Start, start = end;
        while (start > 0 && (Step(text.At(start - 1)) > 0 || text.At(start - 1) is 'I' or 'V' or '/' or '-' or 'a' or 'b' || char.IsAsciiDigit(text.At(start - 1))) && end - start < 8)
            start--;
        return ReadSteps(text, start) is { } steps && steps.End == end ? new PhaseMention(new TextSpan(start, end + 1), steps.Phase) : null;
    }

    private static PhaseMention? ReadNumbered(ValueText text, int index)
    {
        Token token = text.Tokens[index];
        int at = text.SkipSpaces(token.End);
        if (text.At(at) == '-')
            at++;
        if (ReadSteps(text, at) is not { } steps)
            return null;
        bool early = steps.Phase == "1" && text.TokenIs(index - 1, "early");
        return new PhaseMention(new TextSpan(early ? text.Tokens[index - 1].Start : token.Start, steps.End), early ? "early_1" : steps.Phase);
    }

    // "Ph1", "Phase1b/2", "PhaseII".
    private static PhaseMention? ReadGlued(ValueText text, Token token)
    {
        ReadOnlySpan<char> form = token.Span.Of(text.Text);
        int letters = form.StartsWith("phase", StringComparison.OrdinalIgnoreCase) ? 5 : form.StartsWith("ph", StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        if (letters == 0 || letters == 2 && !char.IsAsciiDigit(form[2]))
            return null;
        return ReadSteps(text, token.Start + letters) is { } steps ? new PhaseMention(new TextSpan(token.Start, steps.End), steps.Phase) : null;
    }

    // One step, or two joined by "/", "-", "and" or "to": "1b/2", "I/IIa", "1-2", "1 and 2".
    private static (string Phase, int End)? ReadSteps(ValueText text, int position)
    {
        if (ReadStep(text, position) is not { } first)
            return null;
        int end = first.End, at = text.SkipSpaces(end);
        bool joined = text.At(at) is '/' or '-' or '\u2044';
        at = joined ? text.SkipSpaces(at + 1) : text.Has(at, "and ") && first.Number < 3 ? text.SkipSpaces(at + 4) : at;
        if (joined && text.Has(at, "phase "))
            at += 6;
        // "Phase 1/2/3" keeps its first two; "Phase 2 and 3 patients" is not a pair of phases.
        if ((joined || at > text.SkipSpaces(end)) && ReadStep(text, at) is { } second && second.Number >= first.Number && (joined || !first.Word && !Counted(text, second.End)))
        {
            end = second.End;
            return (Pair(first, second), end);
        }
        return (Single(first), end);
    }

    private static bool Counted(ValueText text, int end) =>
        text.WordAt(text.SkipSpaces(end), out int wordEnd).Class == ValueWordClass.Noun && !text.Has(text.SkipSpaces(end), "trials") && !text.Has(text.SkipSpaces(end), "studies") && wordEnd > end;

    private readonly record struct Stage(int Number, char Letter, int End, bool Word);

    private static Stage? ReadStep(ValueText text, int position)
    {
        char first = text.At(position);
        int number = 0, end = position;
        bool word = false;
        if (first is >= '0' and <= '4')
            (number, end) = (first - '0', position + 1);
        else if (Step(first) is > 0 and var sign)
            (number, end) = (sign, position + 1);
        else if (first is 'I' or 'i')
            (number, end) = Roman(text, position);
        else if (text.WordAt(position, out int wordEnd) is { Class: ValueWordClass.Numeral, Number: <= 4 } numeral)
            (number, end, word) = ((int)numeral.Number, wordEnd, true);
        else
            return null;
        char letter = '\0';
        if (!word && char.ToLowerInvariant(text.At(end)) is 'a' or 'b' or 'c')
            letter = char.ToLowerInvariant(text.At(end++));
        bool continues = char.IsAsciiLetterOrDigit(text.At(end)) || text.At(end) is '.' or ',' && char.IsAsciiDigit(text.At(end + 1)) || text.At(end) == '%';
        return continues ? null : new Stage(number, letter, end, word);
    }

    private static (int Number, int End) Roman(ValueText text, int position)
    {
        int end = position, count = 0;
        while (text.At(end) is 'I' or 'i' && count < 3)
        {
            end++;
            count++;
        }
        return count == 1 && text.At(end) is 'V' or 'v' ? (4, end + 1) : (count, end);
    }

    private static int Step(char unit) => unit switch
    {
        '\u2160' or '一' => 1,
        '\u2161' or '二' => 2,
        '\u2162' or '三' => 3,
        '\u2163' or '四' => 4,
        _ => 0,
    };

    private static string Single(Stage stage) => stage.Number switch { 0 => "early_1", 1 => "1", 2 => "2", 3 => "3", _ => "4" };

    // The contract knows 1/2, 1b/2 and 2/3; steps of one phase ("1a/1b") are that phase.
    private static string Pair(Stage first, Stage second) => (first.Number, second.Number) switch
    {
        (1, 2) => first.Letter == 'b' ? "1b/2" : "1/2",
        (2, 3) => "2/3",
        (0, 1) => "early_1",
        _ => Single(first),
    };
}
