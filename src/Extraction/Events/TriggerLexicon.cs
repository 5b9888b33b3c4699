using System.Collections.Frozen;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Events;

/// <summary>The words that tell of an event, by class; read from <c>seeds/rules/triggers.tsv</c>.</summary>
internal sealed class TriggerLexicon
{
    /// <summary>The longest form, in tokens.</summary>
    public const int MaxTokens = 5;

    private readonly FrozenDictionary<ulong, byte> _classes;

    /// <summary>Reads the table: columns <c>type</c>, <c>action</c>, <c>forms</c> (parted by <c>|</c>) and <c>example</c>.</summary>
    /// <exception cref="SeedException">A row has an unknown type, no form, or a form that is too long.</exception>
    public TriggerLexicon(SeedTable table)
    {
        table.RequireColumns("type", "action", "forms", "example");
        var errors = new List<SeedError>();
        var classes = new List<TriggerClass> { new(null, "") };
        var forms = new Dictionary<ulong, byte>();
        foreach (SeedRow row in table.Rows)
        {
            EventType? type = Enum.TryParse(row["type"], ignoreCase: true, out EventType parsed) ? parsed : null;
            if (type is null && row["type"] != "cue")
                errors.Add(row.Error("an event type or 'cue'", row["type"]));
            byte index = (byte)classes.Count;
            classes.Add(new TriggerClass(type, row["action"]));
            foreach (string form in row["forms"].Split('|'))
            {
                Token[] tokens = Tokenizer.Tokenize(TextNormalizer.Normalize(form));
                if (tokens.Length is 0 or > MaxTokens)
                    errors.Add(row.Error($"a form of 1 to {MaxTokens} tokens", form));
                else
                    forms.TryAdd(KeyOf(tokens), index);
            }
        }
        if (errors.Count > 0)
            throw new SeedException(errors);
        Classes = [.. classes];
        _classes = forms.ToFrozenDictionary();
    }

    /// <summary>The classes by index; the first stands for "no trigger".</summary>
    public TriggerClass[] Classes { get; }

    /// <summary>The class of the longest form that begins at <paramref name="tokens"/>[0]; 0 when there is none.</summary>
    public byte Find(ReadOnlySpan<Token> tokens)
    {
        byte found = 0;
        ulong key = 0;
        int limit = Math.Min(MaxTokens, tokens.Length);
        for (int length = 1; length <= limit; length++)
        {
            key = length == 1 ? tokens[0].Key : TokenKey.Join(key, tokens[length - 1].Key);
            if (_classes.TryGetValue(key, out byte index))
                found = index;
        }
        return found;
    }

    private static ulong KeyOf(Token[] tokens)
    {
        ulong key = tokens[0].Key;
        for (int index = 1; index < tokens.Length; index++)
            key = TokenKey.Join(key, tokens[index].Key);
        return key;
    }
}

/// <summary>What a class of triggers tells.</summary>
/// <param name="Type">The type of event; null for cues of time, negation and condition.</param>
/// <param name="Action">The event's action, or a name of the class where the type has no actions.</param>
internal readonly record struct TriggerClass(EventType? Type, string Action);
