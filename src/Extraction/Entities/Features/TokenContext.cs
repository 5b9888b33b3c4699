using Extraction.Tokens;

namespace Extraction.Entities.Features;

/// <summary>A run of tokens that is labelled as one sequence: a line of the text, or a part of a very long one.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Line">Zero-based line of the text; line 0 is the title.</param>
internal readonly record struct TokenRun(int First, int End, int Line);

/// <summary>What the templates see of a document: its forms, and where each token stands among its lines, chunks, capitals and other occurrences.</summary>
internal sealed class TokenContext
{
    // A line longer than this is cut at sentence ends: memory stays bounded whatever the input is, and no real paragraph is that long.
    private const int LongestRun = 512;

    /// <summary>Reads the structure of a document.</summary>
    /// <param name="document">Has its tokens.</param>
    /// <param name="forms">One form per token.</param>
    /// <param name="names">Where known names stand.</param>
    public TokenContext(Document document, WordForm[] forms, NameHits names)
    {
        Tokens = document.Tokens;
        Forms = forms;
        Names = names;
        Text = document.NormalizedText;
        Runs = CutRuns(document);
        LineCase = new byte[Tokens.Length];
        RunFirst = new int[Tokens.Length];
        RunEnd = new int[Tokens.Length];
        RunOf = new int[Tokens.Length];
        for (int index = 0; index < Runs.Length; index++)
            RunOf.AsSpan(Runs[index].First, Runs[index].End - Runs[index].First).Fill(index);
        foreach (TokenRun run in Runs)
        {
            FindCapitalRuns(run);
            LineCase.AsSpan(run.First, run.End - run.First).Fill(MeasureCase(run));
        }
        (ChunkFirst, ChunkEnd, ChunkKey) = FindChunks();
        Repeats = new Repetitions(this);
    }

    /// <summary>The plain view of the text.</summary>
    public string Text { get; }

    /// <summary>The tokens.</summary>
    public Token[] Tokens { get; }

    /// <summary>One form per token.</summary>
    public WordForm[] Forms { get; }

    /// <summary>Where known names stand.</summary>
    public NameHits Names { get; }

    /// <summary>The sequences, in order; every token lies in exactly one.</summary>
    public TokenRun[] Runs { get; }

    /// <summary>Per token the index of its run.</summary>
    public int[] RunOf { get; }

    /// <summary>Per token how many of the line's words are capitalised: 0 few, 1 some, 2 most, 3 all letters.</summary>
    public byte[] LineCase { get; }

    /// <summary>Per token the first token of the white-space chunk it lies in.</summary>
    public int[] ChunkFirst { get; }

    /// <summary>Per token the index after its chunk's last token.</summary>
    public int[] ChunkEnd { get; }

    /// <summary>Per token the case-folded hash of its whole chunk.</summary>
    public ulong[] ChunkKey { get; }

    /// <summary>Per token the first token of the run of capitalised words it lies in; itself when it is not capitalised.</summary>
    public int[] RunFirst { get; }

    /// <summary>Per token the index after the run of capitalised words; the token's own index when it is not capitalised.</summary>
    public int[] RunEnd { get; }

    /// <summary>Where else in the article the same words stand.</summary>
    public Repetitions Repeats { get; }

    /// <summary>The form at <paramref name="index"/>, or the border when that is outside of the run <paramref name="run"/>.</summary>
    public WordForm At(int index, TokenRun run) => index >= run.First && index < run.End ? Forms[index] : WordForm.Border;

    private static TokenRun[] CutRuns(Document document)
    {
        var runs = new List<TokenRun>();
        int first = 0, line = -1;
        foreach (Sentence sentence in document.Sentences)
        {
            bool tooLong = sentence.EndToken - first > LongestRun;
            if (sentence.FirstToken > first && (sentence.Line != line || tooLong))
            {
                runs.Add(new TokenRun(first, sentence.FirstToken, line));
                first = sentence.FirstToken;
            }
            line = sentence.Line;
            while (sentence.EndToken - first > LongestRun)
            {
                runs.Add(new TokenRun(first, first + LongestRun, line));
                first += LongestRun;
            }
        }
        if (first < document.Tokens.Length)
            runs.Add(new TokenRun(first, document.Tokens.Length, line));
        return [.. runs];
    }

    private void FindCapitalRuns(TokenRun run)
    {
        for (int first = run.First; first < run.End;)
        {
            int end = first;
            while (end < run.End && Forms[end].Is(WordTraits.NameLike))
            {
                end++;
                if (end + 1 < run.End && Connects(end) && Forms[end + 1].Is(WordTraits.NameLike))
                    end++;
            }
            RunFirst.AsSpan(first, Math.Max(end - first, 1)).Fill(first);
            RunEnd.AsSpan(first, Math.Max(end - first, 1)).Fill(end);
            first = Math.Max(end, first + 1);
        }
    }

    // "Bank of America", "Johnson & Johnson", "CT-0596": words and marks that join capitalised words into one name.
    private bool Connects(int index)
    {
        Token token = Tokens[index];
        ReadOnlySpan<char> text = Text.AsSpan(token.Start, token.Length);
        return token.SpaceBefore ? text is "of" or "&" or "de" : text is "-" or "&" or "/" or ".";
    }

    private byte MeasureCase(TokenRun run)
    {
        int words = 0, capitals = 0, upper = 0;
        for (int index = run.First; index < run.End; index++)
        {
            WordForm form = Forms[index];
            if (!form.Is(WordTraits.Letter) || Tokens[index].Length < 4)
                continue;
            words++;
            capitals += form.Is(WordTraits.Capital) ? 1 : 0;
            upper += form.Is(WordTraits.AllCapitals) ? 1 : 0;
        }
        return (byte)(upper > 0.8 * words && words > 2 ? 3 : capitals > 0.7 * words ? 2 : capitals > 0.4 * words ? 1 : 0);
    }

    private (int[] First, int[] End, ulong[] Key) FindChunks()
    {
        int[] firsts = new int[Tokens.Length], ends = new int[Tokens.Length];
        ulong[] keys = new ulong[Tokens.Length];
        for (int first = 0; first < Tokens.Length;)
        {
            int end = first + 1;
            ulong key = Tokens[first].Key;
            while (end < Tokens.Length && !Tokens[end].SpaceBefore)
                key = TokenKey.Join(key, Tokens[end++].Key);
            firsts.AsSpan(first, end - first).Fill(first);
            ends.AsSpan(first, end - first).Fill(end);
            keys.AsSpan(first, end - first).Fill(key);
            first = end;
        }
        return (firsts, ends, keys);
    }
}
