using Extraction.Tokens;

namespace Extraction.Gazetteers;

/// <summary>What forms look like apart from their letters: case, and marks that do not count.</summary>
internal static class FormCase
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>Whether names are the same with and without this token, inside: hyphens and trade marks.</summary>
    public static bool IsOptional(string normalized, Token token) =>
        token.Kind == TokenKind.Mark && token.Length == 1 && normalized[token.Start] is '-' or '\u00AE' or '\u2122' or '\u2120';

    /// <summary>Hash of the tokens' text with its case, without optional tokens and possessive endings inside.</summary>
    public static uint Hash(string normalized, ReadOnlySpan<Token> tokens)
    {
        uint hash = Offset;
        for (int index = 0; index < tokens.Length; index++)
        {
            Token token = tokens[index];
            if (IsOptional(normalized, token) || token.Kind == TokenKind.Possessive && index + 1 < tokens.Length)
                continue;
            foreach (char unit in normalized.AsSpan(token.Start, token.Length))
                hash = (hash ^ unit) * Prime;
            hash = (hash ^ ' ') * Prime;
        }
        return hash;
    }
}
