using Extraction.Learning;
using Extraction.Tokens;

namespace Extraction.Relations;

/// <summary>Which part a sentence plays for a pair.</summary>
internal enum SentenceRole
{
    /// <summary>It holds both names.</summary>
    Shared,

    /// <summary>It holds the first entity's name only.</summary>
    From,

    /// <summary>It holds the second entity's name only.</summary>
    To,
}

/// <summary>Features of single entities and sentences, which all their pairs share.</summary>
/// <remarks>
/// Kept apart from the features of pairs so that their weights are summed once an entity and once a sentence: that is most of the work saved.
/// Immutable after construction.
/// </remarks>
internal sealed class ArticleFeatures
{
    // Names of one entity whose surroundings are looked at; later ones repeat the earlier.
    private const int MaximumWindows = 8;

    private static readonly ulong About = TokenKey.Of("about");

    private readonly MaskedArticle _article;
    private readonly bool[] _present;
    private readonly byte[] _counts;
    private readonly int _entities;
    private readonly byte[] _sections;
    private static readonly int Types = Enum.GetValues<EntityType>().Length;

    public ArticleFeatures(MaskedArticle article)
    {
        _article = article;
        _entities = article.MentionsOf.Length;
        Salience = EntitySalience.Measure(article);
        int sentences = article.SentenceUnits.Length;
        _present = new bool[sentences * _entities];
        _counts = new byte[sentences * Types];
        foreach (MaskedMention mention in article.Mentions)
        {
            ref bool present = ref _present[mention.Sentence * _entities + mention.Entity];
            ref byte count = ref _counts[mention.Sentence * Types + (int)article.Document.Entities[mention.Entity].Type];
            count += !present && count < byte.MaxValue ? (byte)1 : (byte)0;
            present = true;
        }
        _sections = Sections();
    }

    /// <summary>By entity.</summary>
    public EntitySalience[] Salience { get; }

    /// <summary>Whether a sentence names the entity.</summary>
    public bool Names(int sentence, int entity) => _present[sentence * _entities + entity];

    /// <summary>How many entities of a type a sentence names.</summary>
    public int Count(int sentence, EntityType type) => _counts[sentence * Types + (int)type];

    /// <summary>Where a sentence stands: 0 title, 1 lead, 2 early, 3 later, 4 an "About …" paragraph.</summary>
    public ulong Section(int sentence) => _sections[sentence];

    /// <summary>Adds the features of an entity as the one that a relation starts from (<paramref name="side"/> 0) or leads to (1).</summary>
    public void AddEntity(int entity, int side, FeatureList features)
    {
        EntitySalience salience = Salience[entity];
        Entity thing = _article.Document.Entities[entity];
        int template = side == 0 ? Template.From : Template.To;
        features.Add(template, (ulong)Math.Min(salience.Rank, 5));
        features.Add(template + 1, (ulong)((salience.InTitle ? 1 : 0) + (salience.InLead ? 2 : 0)));
        features.Add(template + 2, (ulong)Math.Min(salience.Peers, 4));
        features.Add(template + 3, (ulong)(int)thing.Type);
        // Tenths of confidence: what is perhaps no entity at all has perhaps no relation either. Gold counts as certain.
        features.Add(template + 4, (ulong)(thing.Confidence * 10));
        AddNameWords(thing, template + 5, features);
        AddWindows(entity, side == 0 ? Template.FromWindow : Template.ToWindow, features);
    }

    /// <summary>Adds the words of a sentence.</summary>
    public void AddSentence(int sentence, SentenceRole role, FeatureList features)
    {
        (int first, int end) = _article.SentenceUnits[sentence];
        for (int unit = first; unit < end; unit++)
            features.Add(Template.SentenceWord + (int)role, _article.Units[unit].Key);
        features.Add(Template.SentenceSection + (int)role, Section(sentence));
    }

    /// <summary>The key of a unit of the sentence of <paramref name="mention"/>, or 1 and 2 where the sentence begins and ends.</summary>
    public ulong Around(MaskedMention mention, int unit)
    {
        (int first, int end) = _article.SentenceUnits[mention.Sentence];
        return unit < first ? 1 : unit >= end ? 2 : _article.Units[unit].Key;
    }

    private void AddNameWords(Entity entity, int template, FeatureList features)
    {
        Token[] tokens = _article.Document.Tokens;
        TextSpan span = entity.Mentions[0].Span;
        int low = 0, high = tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].End > span.Start)
                high = middle;
            else
                low = middle + 1;
        }
        for (; low < tokens.Length && tokens[low].Start < span.End; low++)
            features.Add(template, tokens[low].Key);
    }

    private void AddWindows(int entity, int template, FeatureList features)
    {
        int[] mentions = _article.MentionsOf[entity];
        for (int index = 0; index < mentions.Length && index < MaximumWindows; index++)
        {
            MaskedMention mention = _article.Mentions[mentions[index]];
            for (int offset = 1; offset <= 2; offset++)
            {
                features.Add(template + offset, Around(mention, mention.ListFirst - offset));
                features.Add(template - offset, Around(mention, mention.ListLast + offset));
            }
        }
    }

    // An "About …" paragraph ends at the line after its own.
    private byte[] Sections()
    {
        Sentence[] sentences = _article.Document.Sentences;
        var sections = new byte[sentences.Length];
        int about = -2;
        for (int index = 0; index < sentences.Length; index++)
        {
            if (_article.Document.Tokens[sentences[index].FirstToken].Key == About && (index == 0 || sentences[index - 1].Line != sentences[index].Line))
                about = sentences[index].Line;
            sections[index] = sentences[index].Line == 0 ? (byte)0 : sentences[index].Line <= about + 1 ? (byte)4 : index < 3 ? (byte)1 : index < 7 ? (byte)2 : (byte)3;
        }
        return sections;
    }
}
