using Extraction.Entities.Features;
using Extraction.Entities.Joining;
using Extraction.Gazetteers;
using Extraction.Learning;
using Extraction.Seeds;

namespace Extraction.Entities;

/// <summary>What the entity stages have learnt, and the stages made from it.</summary>
internal sealed class EntityModels
{
    /// <summary>The part of <c>entities.bin</c> that holds the sequence model.</summary>
    public const string Weights = "weights";

    /// <summary>The part that turns scores of entities into probabilities; a model that is only being measured has none.</summary>
    public const string Calibration = "calibration";

    /// <summary>The part that holds the habits of words; the first model, which finds them, has none.</summary>
    public const string Habits = "habits";

    private readonly MentionModel _weights;
    private readonly WordKnowledge _knowledge;
    private readonly Gazetteer _gazetteer;
    private readonly CalibrationCurve? _calibration;

    /// <summary>Reads a model file that is not built in.</summary>
    /// <exception cref="InvalidDataException">The bytes are no entity model.</exception>
    public EntityModels(ReadOnlyMemory<byte> model, WordClusters clusters, Gazetteer gazetteer)
        : this(new ModelArchive("entities.bin", model), clusters, gazetteer)
    {
    }

    private EntityModels(ModelArchive archive, WordClusters clusters, Gazetteer gazetteer)
    {
        _weights = new MentionModel(archive[Weights].Span);
        _calibration = archive.Contains(Calibration) ? new CalibrationCurve(archive[Calibration]) : null;
        _knowledge = new WordKnowledge(clusters, archive.Contains(Habits) ? new LearntWords(archive[Habits].Span) : LearntWords.None);
        _gazetteer = gazetteer;
    }

    /// <summary>The models that are built into the assembly.</summary>
    public static EntityModels LoadDefault() =>
        new(ModelArchive.Embedded("entities.bin"), new WordClusters(EmbeddedData.Model("clusters.bin")), Gazetteer.Default);

    /// <summary>The stage that finds names.</summary>
    public MentionRecognizer CreateRecognizer() => new(_weights, _knowledge, _gazetteer);

    /// <summary>The stage that joins them.</summary>
    public EntityAnnotator CreateAnnotator() => new(
        new NameWords(EmbeddedData.Rules("name_words"), EmbeddedData.Rules("name_variants")),
        new EntityLinker(_gazetteer, EmbeddedData.Rules("modality_classes")),
        new EntityOptions(),
        _calibration);
}
