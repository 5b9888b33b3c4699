using System.Numerics;
using Extraction.Tokens;
using Extraction.Values;

namespace Extraction.Events;

/// <summary>An article as the event classifiers see it: names and values masked by their types, entities ranked by salience.</summary>
internal sealed class ArticleView
{
    // Letters of a word's stem. Four to six made no difference on dev; five keeps "approval" and "approved" together, "trial" and "triage" apart.
    private const int StemLetters = 5;

    private static readonly ulong[] EntityKeys = [.. Enum.GetNames<EntityType>().Select(name => TokenKey.Of("@" + name))];
    private static readonly ulong MoneyKey = TokenKey.Of("#money"), DateKey = TokenKey.Of("#date"), DatelineKey = TokenKey.Of("#dateline"),
        PhaseKey = TokenKey.Of("#phase"), RoundKey = TokenKey.Of("#round"), PercentKey = TokenKey.Of("#percent"), NumberKey = TokenKey.Of("#number");

    private readonly TriggerLexicon _triggers;
    private readonly TriggerLexicon _kinds;
    private readonly int[] _lastMentions;
    private int _lastSentence = -1;

    /// <summary>Reads the document's layers.</summary>
    public ArticleView(Document document, EventLexicons lexicons)
    {
        Document = document;
        _triggers = lexicons.Triggers;
        _kinds = lexicons.Kinds;
        _lastMentions = new int[document.Entities.Length];
        Sentences = new SentenceView[document.Sentences.Length];
        int[] mentionAt = PlaceMentions(out List<MentionView> mentions);
        int[] valueAt = PlaceValues();
        Units = BuildUnits(mentionAt, valueAt, mentions);
        Mentions = [.. mentions];
        ValueUnits = UnitsOfValues();
        MentionsOf = GroupMentions();
        Entities = SalienceRanking.Rank(document, Mentions, MentionsOf);
        Dateline = FindDateline();
    }

    /// <summary>The document seen.</summary>
    public Document Document { get; }

    /// <summary>The masked text.</summary>
    public Unit[] Units { get; }

    /// <summary>By sentence, parallel to <see cref="Document.Sentences"/>.</summary>
    public SentenceView[] Sentences { get; }

    /// <summary>Every mention in order of position.</summary>
    public MentionView[] Mentions { get; }

    /// <summary>The indexes of each entity's mentions.</summary>
    public int[][] MentionsOf { get; }

    /// <summary>By entity, parallel to <see cref="Document.Entities"/>.</summary>
    public EntityView[] Entities { get; }

    /// <summary>The unit at which each value begins, or -1 where a name covers it; parallel to <see cref="Document.Values"/>.</summary>
    public int[] ValueUnits { get; }

    /// <summary>The date of the dateline, or null.</summary>
    public PartialDate? Dateline { get; }

    /// <summary>The sentence that holds a unit.</summary>
    public int SentenceOf(int unit)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Sentences[middle].First <= unit)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    /// <summary>The class of trigger at a unit.</summary>
    public TriggerClass TriggerAt(int unit) => _triggers.Classes[Units[unit].Trigger];

    /// <summary>For each entity, its last mention up to the end of a sentence, or -1: what "the company" there may refer to.</summary>
    public int[] LastMentions(int sentence)
    {
        if (_lastSentence == sentence)
            return _lastMentions;
        _lastSentence = sentence;
        Array.Fill(_lastMentions, -1);
        for (int mention = 0; mention < Sentences[sentence].EndMention; mention++)
            _lastMentions[Mentions[mention].Entity] = mention;
        return _lastMentions;
    }

    /// <summary>The only kind of a type whose words a sentence holds; null when it holds none or several.</summary>
    public string? OnlyKindIn(int sentence, EventType type)
    {
        ulong kinds = KindsIn(sentence, type);
        return BitOperations.IsPow2(kinds) ? _kinds.Classes[BitOperations.TrailingZeroCount(kinds)].Action : null;
    }

    /// <summary>The kind that words of the text tell, or null.</summary>
    public string? KindOf(TextSpan words, EventType type)
    {
        string? kind = null;
        for (int token = TokenAt(words.Start); token < Document.Tokens.Length && Document.Tokens[token].Start < words.End; token++)
        {
            if (_kinds.Find(Document.Tokens.AsSpan(token)) is var found && found != 0 && _kinds.Classes[found].Type == type)
                kind = _kinds.Classes[found].Action;
        }
        return kind;
    }

    /// <summary>The kinds of a type whose words a sentence holds, as a set of bits by class.</summary>
    public ulong KindsIn(int sentence, EventType type)
    {
        Sentence at = Document.Sentences[sentence];
        ulong kinds = 0;
        for (int token = at.FirstToken; token < at.EndToken; token++)
        {
            byte found = _kinds.Find(Document.Tokens.AsSpan(token, at.EndToken - token));
            if (found != 0 && _kinds.Classes[found].Type == type)
                kinds |= 1UL << found;
        }
        return kinds;
    }

    private int[] PlaceMentions(out List<MentionView> mentions)
    {
        var starts = new int[Document.Tokens.Length];
        Array.Fill(starts, -1);
        mentions = [];
        var order = new List<(TextSpan Span, int Entity)>();
        for (int entity = 0; entity < Document.Entities.Length; entity++)
        {
            foreach (Mention mention in Document.Entities[entity].Mentions)
                order.Add((mention.Span, entity));
        }
        // The longer name first where two begin together, so that the nested one is passed over.
        order.Sort((left, right) => left.Span.Start != right.Span.Start ? left.Span.Start.CompareTo(right.Span.Start) : right.Span.End.CompareTo(left.Span.End));
        int taken = 0;
        foreach ((TextSpan span, int entity) in order)
        {
            int token = TokenAt(span.Start);
            if (token < taken || token >= starts.Length || Document.Tokens[token].Start >= span.End)
                continue;
            taken = TokenAt(span.End - 1) + 1;
            starts[token] = mentions.Count;
            mentions.Add(new MentionView(entity, -1, taken, span.Start));
        }
        return starts;
    }

    private int[] PlaceValues()
    {
        var starts = new int[Document.Tokens.Length];
        Array.Fill(starts, -1);
        for (int value = 0; value < Document.Values.Length; value++)
        {
            int token = TokenAt(Document.Values[value].Span.Start);
            if (token < starts.Length && starts[token] < 0)
                starts[token] = value;
        }
        return starts;
    }

    // The first token that ends after the position.
    private int TokenAt(int position)
    {
        Token[] tokens = Document.Tokens;
        int low = 0, high = tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].End > position)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    // A mention's Unit field holds the token after it until its unit is known.
    private Unit[] BuildUnits(int[] mentionAt, int[] valueAt, List<MentionView> mentions)
    {
        var units = new List<Unit>(Document.Tokens.Length);
        int nextMention = 0;
        for (int index = 0; index < Sentences.Length; index++)
        {
            Sentence sentence = Document.Sentences[index];
            int first = units.Count, firstMention = nextMention;
            for (int token = sentence.FirstToken; token < sentence.EndToken;)
            {
                if (mentionAt[token] is var mention && mention >= 0)
                {
                    int after = mentions[mention].Unit;
                    mentions[mention] = mentions[mention] with { Sentence = index, Unit = units.Count };
                    ulong key = EntityKeys[(int)Document.Entities[mentions[mention].Entity].Type];
                    units.Add(new Unit(key, key, token, mention, -1, 0));
                    nextMention = mention + 1;
                    token = Math.Clamp(after, token + 1, Math.Max(token + 1, sentence.EndToken));
                }
                else
                {
                    token = AddWordOrValue(units, valueAt, mentionAt, token, sentence.EndToken);
                }
            }
            (bool factual, SectionKind section) = SectionOf(sentence.Span.Start);
            Sentences[index] = new SentenceView(first, units.Count, firstMention, Math.Max(firstMention, nextMention), factual, section);
        }
        return [.. units];
    }

    private int AddWordOrValue(List<Unit> units, int[] valueAt, int[] mentionAt, int token, int end)
    {
        Token[] tokens = Document.Tokens;
        if (valueAt[token] is var value && value >= 0 && Mask(Document.Values[value]) is var key && key != 0)
        {
            units.Add(new Unit(key, key, token, -1, value, 0));
            do
                token++;
            while (token < end && tokens[token].Start < Document.Values[value].Span.End && mentionAt[token] < 0);
            return token;
        }
        byte trigger = _triggers.Find(tokens.AsSpan(token, end - token));
        if (tokens[token].Kind == TokenKind.Number)
        {
            units.Add(new Unit(NumberKey, NumberKey, token, -1, value, trigger));
        }
        else
        {
            ulong word = tokens[token].Key;
            ulong stem = tokens[token].Length <= StemLetters ? word : TokenKey.Of(Document.NormalizedText.AsSpan(tokens[token].Start, StemLetters));
            units.Add(new Unit(word, stem, token, -1, value, trigger));
        }
        return token + 1;
    }

    // Counts stay words ("two", "first"): a number in digits is masked anyway.
    private static ulong Mask(ValueMention value) => value switch
    {
        MoneyMention => MoneyKey,
        DateMention { Kind: DateKind.Dateline } => DatelineKey,
        DateMention => DateKey,
        PhaseMention => PhaseKey,
        RoundMention => RoundKey,
        PercentMention => PercentKey,
        _ => 0,
    };

    private (bool Factual, SectionKind Section) SectionOf(int position)
    {
        foreach (Section section in Document.Article.Sections)
        {
            if (section.Span.Start <= position && position < section.Span.End)
                return (section.Kind is not (SectionKind.ForwardLooking or SectionKind.Disclaimer or SectionKind.AuthorBio or SectionKind.Contact), section.Kind);
        }
        return (true, SectionKind.Body);
    }

    private int[] UnitsOfValues()
    {
        var units = new int[Document.Values.Length];
        Array.Fill(units, -1);
        for (int unit = 0; unit < Units.Length; unit++)
        {
            if (Units[unit].Value is var value && value >= 0)
                units[value] = unit;
        }
        return units;
    }

    private int[][] GroupMentions()
    {
        var counts = new int[Document.Entities.Length];
        foreach (MentionView mention in Mentions)
            counts[mention.Entity]++;
        int[][] groups = [.. counts.Select(count => new int[count])];
        for (int mention = Mentions.Length - 1; mention >= 0; mention--)
            groups[Mentions[mention].Entity][--counts[Mentions[mention].Entity]] = mention;
        return groups;
    }

    private PartialDate? FindDateline()
    {
        foreach (ValueMention value in Document.Values)
        {
            if (value is DateMention { Kind: DateKind.Dateline } dateline)
                return dateline.Date;
        }
        return null;
    }
}
