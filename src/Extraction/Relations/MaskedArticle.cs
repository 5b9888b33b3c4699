using Extraction.Tokens;
using Extraction.Values;

namespace Extraction.Relations;

/// <summary>A word, a mark, or a whole name or value of a <see cref="MaskedArticle"/>.</summary>
/// <param name="Key">The token's key; for names and values the key of their type.</param>
/// <param name="Mention">The index of the name's <see cref="MaskedMention"/>, or -1.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct MaskedUnit(ulong Key, int Mention, TextSpan Span);

/// <summary>A name in a <see cref="MaskedArticle"/>.</summary>
/// <param name="Entity">The index of its entity.</param>
/// <param name="Sentence">The index of its sentence.</param>
/// <param name="Unit">The index of its unit.</param>
/// <param name="ListFirst">The unit of the first name of the enumeration that it stands in ("A, B and C"); its own where it stands alone.</param>
/// <param name="ListLast">The unit of the last name of that enumeration.</param>
internal record struct MaskedMention(int Entity, int Sentence, int Unit, int ListFirst, int ListLast);

/// <summary>An article in which every name and every value is one unit that shows its type only.</summary>
/// <remarks>
/// So "raised #money" and "@company 's @product" are the same in every article, and a classifier cannot learn who usually does what. Made
/// once a document and then only read.
/// </remarks>
internal sealed class MaskedArticle
{
    private static readonly ulong[] TypeKeys = [.. Enum.GetNames<EntityType>().Select(name => TokenKey.Of("@" + name))];
    private static readonly ulong Money = TokenKey.Of("#money"), Date = TokenKey.Of("#date"), Phase = TokenKey.Of("#phase"), Round = TokenKey.Of("#round"),
        Percent = TokenKey.Of("#percent"), Number = TokenKey.Of("#number");
    private static readonly HashSet<ulong> Connectives =
        [.. new[] { ",", ";", "and", "or", "&", "/", "(", ")", "as", "well", "both", "also", "known", "®", "™", "、", "和", "及" }.Select(form => TokenKey.Of(form))];

    // "A (also known as B), C, and D": more marks and words between two names of an enumeration are a clause.
    private const int MaximumConnectives = 4;

    private readonly List<MaskedUnit> _units;
    private readonly List<MaskedMention> _mentions = [];

    /// <summary>Masks the names and values of <paramref name="document"/>.</summary>
    public MaskedArticle(Document document)
    {
        Document = document;
        _units = new List<MaskedUnit>(document.Tokens.Length);
        SentenceUnits = new (int, int)[document.Sentences.Length];
        Mask(Names(document));
        MentionsOf = Group(document.Entities.Length);
        FindLists();
    }

    /// <summary>The article.</summary>
    public Document Document { get; }

    /// <summary>The units in order.</summary>
    public ReadOnlySpan<MaskedUnit> Units => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_units);

    /// <summary>The names in order.</summary>
    public ReadOnlySpan<MaskedMention> Mentions => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_mentions);

    /// <summary>By sentence, its first unit and the unit after its last.</summary>
    public (int First, int End)[] SentenceUnits { get; }

    /// <summary>By entity, the indexes of its names.</summary>
    public int[][] MentionsOf { get; }

    /// <summary>The type of the entity that a name names.</summary>
    public EntityType TypeOf(int mention) => Document.Entities[_mentions[mention].Entity].Type;

    private static List<(TextSpan Span, int Entity)> Names(Document document)
    {
        var names = new List<(TextSpan Span, int Entity)>();
        for (int entity = 0; entity < document.Entities.Length; entity++)
        {
            foreach (Mention mention in document.Entities[entity].Mentions)
                names.Add((mention.Span, entity));
        }
        names.Sort((left, right) => left.Span.Start != right.Span.Start ? left.Span.Start.CompareTo(right.Span.Start) : right.Span.End.CompareTo(left.Span.End));
        return names;
    }

    // A token that a name covers in part counts as the name; of two names that share a token the first takes it.
    private void Mask(List<(TextSpan Span, int Entity)> names)
    {
        Token[] tokens = Document.Tokens;
        int name = 0, value = 0, covered = 0;
        for (int index = 0; index < Document.Sentences.Length; index++)
        {
            Sentence sentence = Document.Sentences[index];
            int first = _units.Count;
            for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                if (tokens[token].Start < covered)
                    continue;
                while (name < names.Count && names[name].Span.End <= tokens[token].Start)
                    name++;
                while (value < Document.Values.Length && Document.Values[value].Span.End <= tokens[token].Start)
                    value++;
                if (name < names.Count && names[name].Span.Start < tokens[token].End)
                {
                    covered = names[name].Span.End;
                    _mentions.Add(new MaskedMention(names[name].Entity, index, _units.Count, _units.Count, _units.Count));
                    _units.Add(new MaskedUnit(TypeKeys[(int)Document.Entities[names[name].Entity].Type], _mentions.Count - 1, names[name].Span));
                }
                else if (value < Document.Values.Length && Document.Values[value].Span.Start <= tokens[token].Start && Key(Document.Values[value]) is var key and not 0)
                {
                    covered = Document.Values[value].Span.End;
                    if (name < names.Count)
                        covered = Math.Min(covered, Math.Max(tokens[token].End, names[name].Span.Start));
                    _units.Add(new MaskedUnit(key, -1, new TextSpan(tokens[token].Start, covered)));
                }
                else
                {
                    _units.Add(new MaskedUnit(tokens[token].Kind == TokenKind.Number ? Number : tokens[token].Key, -1, tokens[token].Span));
                }
            }
            SentenceUnits[index] = (first, _units.Count);
        }
    }

    private static ulong Key(ValueMention value) => value switch
    {
        MoneyMention => Money,
        DateMention => Date,
        PhaseMention => Phase,
        RoundMention => Round,
        PercentMention => Percent,
        _ => 0,
    };

    private int[][] Group(int entities)
    {
        var counts = new int[entities];
        foreach (MaskedMention mention in _mentions)
            counts[mention.Entity]++;
        int[][] groups = [.. counts.Select(count => new int[count])];
        for (int mention = _mentions.Count - 1; mention >= 0; mention--)
            groups[_mentions[mention].Entity][--counts[_mentions[mention].Entity]] = mention;
        return groups;
    }

    private void FindLists()
    {
        for (int first = 0; first < _mentions.Count;)
        {
            int last = first;
            while (last + 1 < _mentions.Count && TypeOf(last + 1) == TypeOf(first) && _mentions[last + 1].Sentence == _mentions[first].Sentence && Joined(last))
                last++;
            for (int mention = first; mention <= last; mention++)
                _mentions[mention] = _mentions[mention] with { ListFirst = _mentions[first].Unit, ListLast = _mentions[last].Unit };
            first = last + 1;
        }
    }

    private bool Joined(int mention)
    {
        int from = _mentions[mention].Unit + 1, to = _mentions[mention + 1].Unit;
        if (to - from > MaximumConnectives || to == from)
            return false;
        for (int unit = from; unit < to; unit++)
        {
            if (!Connectives.Contains(_units[unit].Key))
                return false;
        }
        return true;
    }
}
