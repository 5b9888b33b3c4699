namespace Extraction.Events;

/// <summary>An event as one sentence tells it, while its slots are being filled.</summary>
/// <param name="type">What kind of event it is.</param>
/// <param name="action">Index in <see cref="EventVocabulary.Actions"/>, or -1 where the type has none.</param>
/// <param name="sentence">Index of the sentence that tells it.</param>
internal sealed class EventDraft(EventType type, int action, int sentence)
{
    /// <summary>What kind of event it is.</summary>
    public EventType Type { get; } = type;

    /// <summary>Index in <see cref="EventVocabulary.Actions"/>, or -1.</summary>
    public int Action { get; } = action;

    /// <summary>Index of the sentence that tells it.</summary>
    public int Sentence { get; } = sentence;

    /// <summary>The unit that tells it: the first trigger that fits.</summary>
    public int Anchor { get; init; }

    /// <summary>Probability that the sentence tells an event of this type.</summary>
    public float TypeProbability { get; init; }

    /// <summary>Probability of the action, given the type; 1 where the type has none.</summary>
    public float ActionProbability { get; init; } = 1;

    /// <summary>Both probabilities together.</summary>
    public float Score => TypeProbability * ActionProbability;

    /// <summary>Who fills which role.</summary>
    public List<Filler> Fillers { get; init; } = [];

    /// <summary>Whether it has come to pass.</summary>
    public EventStatus Status { get; set; }

    /// <summary>Kind of funding or deal.</summary>
    public string? Kind { get; set; }

    /// <summary>What was filed.</summary>
    public string? Filing { get; set; }

    /// <summary>What was granted.</summary>
    public string? Designation { get; set; }

    /// <summary>What a sector figure measures.</summary>
    public string? Measure { get; set; }

    /// <summary>Where rights hold.</summary>
    public string? Territory { get; set; }

    /// <summary>The values chosen for the slots.</summary>
    public SlotValue[] Values { get; init; } = [.. Enumerable.Repeat(SlotValue.None, (int)ValueSlot.Count)];

    /// <summary>The value of a slot.</summary>
    public SlotValue this[ValueSlot slot]
    {
        get => Values[(int)slot];
        set => Values[(int)slot] = value;
    }

    /// <summary>The first entity in a role, or -1.</summary>
    public int First(Role role)
    {
        foreach (Filler filler in Fillers)
        {
            if (filler.Role == role)
                return filler.Entity;
        }
        return -1;
    }

    /// <summary>A copy with its own lists, to be changed on its own.</summary>
    public EventDraft Copy() => new(Type, Action, Sentence)
    {
        Anchor = Anchor,
        TypeProbability = TypeProbability,
        ActionProbability = ActionProbability,
        Fillers = [.. Fillers],
        Status = Status,
        Kind = Kind,
        Filing = Filing,
        Designation = Designation,
        Measure = Measure,
        Territory = Territory,
        Values = [.. Values],
    };
}

/// <summary>An entity in a role.</summary>
/// <param name="Role">What it is to the event.</param>
/// <param name="Entity">Index in <see cref="Document.Entities"/>.</param>
/// <param name="Probability">The role model's belief.</param>
/// <param name="InSentence">Whether the sentence itself names it.</param>
internal readonly record struct Filler(Role Role, int Entity, float Probability, bool InSentence);

/// <summary>The slots that a value of the text fills.</summary>
internal enum ValueSlot
{
    /// <summary>When it happened.</summary>
    Date,

    /// <summary>The amount.</summary>
    Amount,

    /// <summary>The part paid at signing.</summary>
    Upfront,

    /// <summary>Phase of the study.</summary>
    Phase,

    /// <summary>People in the study.</summary>
    Participants,

    /// <summary>Heads or rules.</summary>
    Heads,

    /// <summary>The financing round.</summary>
    Round,

    /// <summary>The figure of a statistic, or the amount of sales and prices.</summary>
    Figure,

    /// <summary>The time that a figure is about.</summary>
    Period,

    /// <summary>The number of slots; not a slot.</summary>
    Count,
}

/// <summary>The value chosen for a slot.</summary>
/// <param name="Index">Index in <see cref="Document.Values"/>, or <see cref="Published"/>, or -1 for none.</param>
/// <param name="Probability">The model's belief.</param>
/// <param name="InSentence">Whether the draft's own sentence states it.</param>
internal readonly record struct SlotValue(int Index, float Probability, bool InSentence)
{
    /// <summary>Stands for the article's date of publication.</summary>
    public const int Published = -2;

    /// <summary>No value.</summary>
    public static SlotValue None => new(-1, 0, false);

    /// <summary>Whether there is a value.</summary>
    public bool IsFilled => Index != -1;
}
