using System.Collections.Frozen;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Entities.Joining;

/// <summary>The words that say nothing about which thing a name means, and the names that mean one thing everywhere.</summary>
/// <remarks>Read from <c>seeds/rules/name_words.tsv</c> and <c>seeds/rules/name_variants.tsv</c>. Immutable.</remarks>
internal sealed class NameWords
{
    private readonly FrozenSet<string> _legal;
    private readonly FrozenSet<string> _generic;
    private readonly FrozenSet<string> _personal;
    private readonly FrozenSet<string> _modality;
    private readonly FrozenSet<string> _indication;
    private readonly FrozenDictionary<string, string> _variants;

    /// <param name="words">Columns <c>word</c> and <c>kind</c> (<c>legal</c>, <c>generic</c>, or the type whose names end with them).</param>
    /// <param name="variants">Columns <c>type</c>, <c>name</c> and <c>form</c>.</param>
    /// <exception cref="SeedException">A table has other columns.</exception>
    public NameWords(SeedTable words, SeedTable variants)
    {
        words.RequireColumns("word", "kind");
        variants.RequireColumns("type", "name", "form");
        _legal = Words(words, "legal");
        _generic = Words(words, "generic");
        _personal = Words(words, "person");
        _modality = Words(words, "modality");
        _indication = Words(words, "indication");
        _variants = variants.Rows
            .SelectMany(row => new[] { row["form"], row["name"] }.Select(form => (Form: Key(row["type"], form), Name: row["name"])))
            .DistinctBy(pair => pair.Form)
            .ToFrozenDictionary(pair => pair.Form, pair => Key("", pair.Name), StringComparer.Ordinal);
    }

    /// <summary>The words of the name at <paramref name="span"/> of <paramref name="document"/>.</summary>
    public string[] Read(Document document, TextSpan span, EntityType type)
    {
        string[] words = Split(document, span);
        if (words.Length > 0 && _variants.TryGetValue(Key(type, words), out string? name))
            return name.Split(' ');
        switch (type)
        {
            case EntityType.Company or EntityType.Investor or EntityType.Institution:
                return DropEnd(words, _legal);
            case EntityType.Person:
                return DropEnd(words, _personal);
            case EntityType.Modality or EntityType.Indication or EntityType.Target or EntityType.Platform:
                for (int index = 0; index < words.Length; index++)
                    words[index] = Singular(words[index]);
                return words;
            default:
                return words;
        }
    }

    /// <summary>What equal names share: spaces and hyphens do not tell names apart, nor do the general words at their end ("CAR-T cell therapy").</summary>
    public string Key(string[] words, EntityType type) => string.Concat(type switch
    {
        EntityType.Modality => DropEnd(words, _modality),
        EntityType.Indication => DropEnd(words, _indication),
        _ => words,
    });

    /// <summary>Whether an organization's name ends with its legal form.</summary>
    public bool IsComplete(Document document, TextSpan span) => Split(document, span) is { Length: > 1 } words && _legal.Contains(words[^1]);

    /// <summary>Whether names of organizations often end with this word.</summary>
    public bool IsGeneric(string word) => _generic.Contains(word);

    /// <summary>The words at <paramref name="span"/>, in small letters.</summary>
    public static string[] Split(Document document, TextSpan span)
    {
        var words = new List<string>(4);
        Token[] tokens = document.Tokens;
        for (int index = FirstToken(tokens, span.Start); index < tokens.Length && tokens[index].Start < span.End; index++)
        {
            Token token = tokens[index];
            if (token.Kind is TokenKind.Mark or TokenKind.Possessive)
                continue;
            ReadOnlySpan<char> text = document.NormalizedText.AsSpan(token.Start, token.Length);
            words.Add(Fold(text));
        }
        return [.. words];
    }

    /// <summary>Index of the first token that ends after <paramref name="position"/>.</summary>
    public static int FirstToken(Token[] tokens, int position)
    {
        int low = 0, high = tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].End <= position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static string Fold(ReadOnlySpan<char> text)
    {
        string word = text.ToString().ToLowerInvariant();
        return word.Contains('.') && !char.IsAsciiDigit(word[0]) ? word.Replace(".", "") : word;
    }

    private static string[] DropEnd(string[] words, FrozenSet<string> dropped)
    {
        int end = words.Length;
        while (end > 1 && dropped.Contains(words[end - 1]))
            end--;
        return end == words.Length ? words : words[..end];
    }

    private static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 5 ? word[..^3] + "y"
        : word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'i' or 'u') ? word[..^1]
        : word;

    private static FrozenSet<string> Words(SeedTable table, string kind) =>
        table.Rows.Where(row => row["kind"] == kind).Select(row => row["word"]).ToFrozenSet(StringComparer.Ordinal);

    private static string Key(string type, string name) =>
        (type.Length > 0 ? type + " " : "") + string.Join(' ', Tokenizer.Tokenize(name)
            .Where(token => token.Kind is not (TokenKind.Mark or TokenKind.Possessive))
            .Select(token => Fold(name.AsSpan(token.Start, token.Length))));

    private static string Key(EntityType type, string[] words) => $"{type.ToString().ToLowerInvariant()} {string.Join(' ', words)}";
}
