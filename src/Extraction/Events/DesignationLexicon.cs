using System.Collections.Frozen;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Events;

/// <summary>The names of regulators' designations; read from <c>seeds/rules/designations.tsv</c>.</summary>
internal sealed class DesignationLexicon
{
    private const int MaxTokens = 5;

    private readonly FrozenDictionary<ulong, string> _codes;

    /// <summary>Reads the table: columns <c>code</c>, <c>forms</c> (parted by <c>|</c>) and <c>example</c>.</summary>
    /// <exception cref="SeedException">A code is not in the contract, or a form is too long.</exception>
    public DesignationLexicon(SeedTable table)
    {
        table.RequireColumns("code", "forms", "example");
        var errors = new List<SeedError>();
        var codes = new Dictionary<ulong, string>();
        foreach (SeedRow row in table.Rows)
        {
            if (!EventVocabulary.Designations.Contains(row["code"]))
                errors.Add(row.Error("a designation of the contract", row["code"]));
            foreach (string form in row["forms"].Split('|'))
            {
                Token[] tokens = Tokenizer.Tokenize(TextNormalizer.Normalize(form));
                if (tokens.Length is 0 or > MaxTokens)
                    errors.Add(row.Error($"a form of 1 to {MaxTokens} tokens", form));
                else
                    codes.TryAdd(KeyOf(tokens, tokens.Length), row["code"]);
            }
        }
        if (errors.Count > 0)
            throw new SeedException(errors);
        _codes = codes.ToFrozenDictionary();
    }

    /// <summary>The designations that a sentence names, each once, in order; a longer name hides those inside it.</summary>
    public List<string> FindAll(ReadOnlySpan<Token> sentence)
    {
        var found = new List<string>();
        for (int start = 0; start < sentence.Length;)
        {
            int next = start + 1;
            string? code = null;
            for (int length = 1; length <= Math.Min(MaxTokens, sentence.Length - start); length++)
            {
                if (!_codes.TryGetValue(KeyOf(sentence[start..], length), out string? longer))
                    continue;
                code = longer;
                next = start + length;
            }
            if (code is not null && !found.Contains(code))
                found.Add(code);
            start = next;
        }
        return found;
    }

    private static ulong KeyOf(ReadOnlySpan<Token> tokens, int length)
    {
        ulong key = tokens[0].Key;
        for (int index = 1; index < length; index++)
            key = TokenKey.Join(key, tokens[index].Key);
        return key;
    }
}
