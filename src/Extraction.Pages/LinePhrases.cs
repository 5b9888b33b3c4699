using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Extraction.Seeds;

namespace Extraction.Pages;

/// <summary>Finds the phrase of a seed table that a line starts with, ends in, holds or is.</summary>
/// <remarks>The table has the columns <c>phrase match max_words example</c> and one or more that say what a phrase means.</remarks>
/// <typeparam name="T">What a phrase means.</typeparam>
internal sealed class LinePhrases<T>
    where T : class
{
    // Phrases to be found anywhere are looked for in lines up to this length; longer ones are prose.
    private const int MaxInsideUnits = 6000;

    private readonly FrozenDictionary<char, ImmutableArray<Phrase>> _byFirst;
    private readonly ImmutableArray<Phrase> _suffixes;
    private readonly ImmutableArray<Phrase> _inside;
    private readonly SearchValues<string> _anyInside;

    /// <summary>Reads the phrases of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="read">Reads what a row's phrase means, or adds to the errors what is wrong with the row.</param>
    /// <exception cref="SeedException">A row is wrong; all errors together.</exception>
    public LinePhrases(SeedTable table, Func<SeedRow, List<SeedError>, T> read)
    {
        table.RequireColumns("phrase", "match", "max_words", "example");
        var errors = new List<SeedError>();
        var phrases = new List<Phrase>();
        foreach (SeedRow row in table.Rows)
        {
            if (!int.TryParse(row["max_words"], NumberStyles.None, CultureInfo.InvariantCulture, out int maxWords))
                errors.Add(row.Error("a number of words, 0 for any", row["max_words"]));
            if (!Enum.TryParse(row["match"], ignoreCase: true, out PhraseMatch match))
                errors.Add(row.Error("line, prefix, suffix or inside", row["match"]));
            if (row["phrase"].Length == 0)
                errors.Add(row.Error("a phrase", "none"));
            else
                phrases.Add(new Phrase(match == PhraseMatch.Inside ? Tokens.TextNormalizer.Normalize(row["phrase"]).ToLowerInvariant() : FoldedLine.Of(row["phrase"]), match, maxWords == 0 ? int.MaxValue : maxWords, read(row, errors)));
        }
        if (errors.Count > 0)
            throw new SeedException(errors);
        _byFirst = phrases.Where(phrase => phrase.Match is PhraseMatch.Line or PhraseMatch.Prefix)
            .GroupBy(phrase => phrase.Folded[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Folded.Length).ToImmutableArray());
        _suffixes = [.. phrases.Where(phrase => phrase.Match == PhraseMatch.Suffix)];
        _inside = [.. phrases.Where(phrase => phrase.Match == PhraseMatch.Inside)];
        _anyInside = SearchValues.Create([.. _inside.Select(phrase => phrase.Folded)], StringComparison.Ordinal);
    }

    /// <summary>What the longest phrase at the start of the line means, else one at its end or inside it; null when there is none.</summary>
    /// <param name="folded">The line, folded.</param>
    public T? Find(string folded)
    {
        if (folded.Length == 0)
            return null;
        int words = -1;
        if (_byFirst.TryGetValue(folded[0], out ImmutableArray<Phrase> starts))
        {
            foreach (Phrase phrase in starts)
            {
                if (phrase.Holds(folded) && phrase.MaxWords >= (words < 0 ? words = FoldedLine.CountWords(folded) : words))
                    return phrase.Meaning;
            }
        }
        if (folded.Length > MaxInsideUnits)
            return null;
        foreach (Phrase phrase in _suffixes)
        {
            if (phrase.Holds(folded) && phrase.MaxWords >= (words < 0 ? words = FoldedLine.CountWords(folded) : words))
                return phrase.Meaning;
        }
        if (!folded.AsSpan().ContainsAny(_anyInside))
            return null;
        foreach (Phrase phrase in _inside)
        {
            if (phrase.Holds(folded) && phrase.MaxWords >= (words < 0 ? words = FoldedLine.CountWords(folded) : words))
                return phrase.Meaning;
        }
        return null;
    }

    private sealed record Phrase(string Folded, PhraseMatch Match, int MaxWords, T Meaning)
    {
        public bool Holds(string line) => Match switch
        {
            PhraseMatch.Line => line.Length == Folded.Length && line == Folded,
            PhraseMatch.Prefix => line.StartsWith(Folded, StringComparison.Ordinal) && EndsWord(line, Folded.Length),
            PhraseMatch.Suffix => line.EndsWith(Folded, StringComparison.Ordinal),
            _ => line.Contains(Folded, StringComparison.Ordinal),
        };

        private static bool EndsWord(string line, int end) =>
            end == line.Length || !char.IsAsciiLetterLower(line[end - 1]) || !char.IsLetterOrDigit(line[end]);
    }

    private enum PhraseMatch
    {
        Line,
        Prefix,
        Suffix,
        Inside,
    }
}
