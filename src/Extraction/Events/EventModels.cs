using Extraction.Learning;

namespace Extraction.Events;

/// <summary>The trained models of the event stage, opened in place.</summary>
internal sealed class EventModels
{
    /// <summary>The number of keep models, which differ in the rows that their trees have seen; their mean is steadier than one.</summary>
    public const int KeepModels = 4;

    private readonly Dictionary<(EventType, Role), LinearModel> _roles = [];
    private readonly Dictionary<ValueSlot, LinearModel> _values = [];
    private readonly Dictionary<EventType, LinearModel> _actions = [];
    private readonly Dictionary<EventType, LinearModel> _kinds = [];
    private readonly Dictionary<string, float> _thresholds = [];

    /// <summary>Opens every model of the archive.</summary>
    /// <exception cref="InvalidDataException">A model is missing.</exception>
    public EventModels(ModelArchive archive)
    {
        Types = new LinearModel(archive["type"]);
        Status = new LinearModel(archive["status"]);
        Filing = new LinearModel(archive["filing"]);
        Designation = new LinearModel(archive["designation"]);
        Figures = new LinearModel(archive["figure"]);
        Measures = new LinearModel(archive["measure"]);
        foreach (EventType type in Enum.GetValues<EventType>())
        {
            if (archive.Contains(ActionModel(type)))
                _actions[type] = new LinearModel(archive[ActionModel(type)]);
            if (archive.Contains(KindModel(type)))
                _kinds[type] = new LinearModel(archive[KindModel(type)]);
            foreach (Role role in EventVocabulary.Roles(type))
            {
                if (archive.Contains(RoleModel(type, role)))
                    _roles[(type, role)] = new LinearModel(archive[RoleModel(type, role)]);
            }
        }
        foreach (ValueSlot slot in Enum.GetValues<ValueSlot>())
        {
            if (archive.Contains(ValueModel(slot)))
                _values[slot] = new LinearModel(archive[ValueModel(slot)]);
        }
        if (archive.Contains(KeepModel(0)))
        {
            Keep = [.. Enumerable.Range(0, KeepModels).Select(index => new TreeEnsemble(archive[KeepModel(index)]))];
            Confidence = new CalibrationCurve(archive["confidence"]);
            FigureConfidence = new CalibrationCurve(archive["confidence/figure"]);
        }
        ReadThresholds(archive);
    }

    /// <summary>Sentence to event types; labels in the order of <see cref="EventType"/>.</summary>
    public LinearModel Types { get; }

    /// <summary>Draft to status; labels in the order of <see cref="EventStatus"/>.</summary>
    public LinearModel Status { get; }

    /// <summary>Draft to filing; the last label says none.</summary>
    public LinearModel Filing { get; }

    /// <summary>Draft to designation; the last label says none.</summary>
    public LinearModel Designation { get; }

    /// <summary>Stated value to statistic, sales, price; the last label says none.</summary>
    public LinearModel Figures { get; }

    /// <summary>Statistic to measure.</summary>
    public LinearModel Measures { get; }

    /// <summary>Whether a cluster of drafts is an event, asked of several models; null while the models below them are being trained.</summary>
    public TreeEnsemble[]? Keep { get; }

    /// <summary>From the keep score to the confidence.</summary>
    public CalibrationCurve? Confidence { get; }

    /// <summary>From the figure model's score to the confidence.</summary>
    public CalibrationCurve? FigureConfidence { get; }

    /// <summary>Sentence to actions of a type, or null.</summary>
    public LinearModel? Actions(EventType type) => _actions.GetValueOrDefault(type);

    /// <summary>Draft to kind, or null.</summary>
    public LinearModel? Kinds(EventType type) => _kinds.GetValueOrDefault(type);

    /// <summary>Whether an entity fills a role, or null.</summary>
    public LinearModel? Roles(EventType type, Role role) => _roles.GetValueOrDefault((type, role));

    /// <summary>Whether a value fills a slot, or null.</summary>
    public LinearModel? Values(ValueSlot slot) => _values.GetValueOrDefault(slot);

    /// <summary>The least probability that a decision asks for.</summary>
    public float Threshold(string name, float otherwise) => _thresholds.GetValueOrDefault(name, otherwise);

    /// <summary>The name of one of the keep models.</summary>
    public static string KeepModel(int index) => $"keep/{index}";

    /// <summary>The name of the action model of a type.</summary>
    public static string ActionModel(EventType type) => $"action/{type}";

    /// <summary>The name of the kind model of a type.</summary>
    public static string KindModel(EventType type) => $"kind/{type}";

    /// <summary>The name of a role's model.</summary>
    public static string RoleModel(EventType type, Role role) => $"role/{type}/{role}";

    /// <summary>The name of a slot's model.</summary>
    public static string ValueModel(ValueSlot slot) => $"value/{slot}";

    private void ReadThresholds(ModelArchive archive)
    {
        if (!archive.Contains("thresholds"))
            return;
        ReadOnlySpan<byte> bytes = archive["thresholds"].Span;
        foreach (string line in System.Text.Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] cells = line.Split('\t');
            _thresholds[cells[0]] = float.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
