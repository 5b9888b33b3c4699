using System.Buffers.Binary;
using Extraction.Learning;

namespace Extraction.Relations;

/// <summary>The trained classifiers of <c>models/relations.bin</c>, one for each learnt relation.</summary>
/// <remarks>Archive entries by relation name: weights, <c>NAME.curve</c> (score to probability), <c>NAME.threshold</c> (a float).</remarks>
internal sealed class RelationModels
{
    /// <summary>The archive's file name.</summary>
    public const string File = "relations.bin";

    private readonly LinearModel[] _weights;
    private readonly CalibrationCurve[] _curves;
    private readonly float[] _thresholds;

    /// <summary>Opens the classifiers.</summary>
    /// <exception cref="InvalidDataException">One of them is missing.</exception>
    public RelationModels(ModelArchive archive)
    {
        string[] names = [.. RelationSignature.Learnt.Select(signature => Name(signature.Type))];
        _weights = [.. names.Select(name => new LinearModel(archive[name]))];
        _curves = [.. names.Select(name => new CalibrationCurve(archive[name + ".curve"]))];
        _thresholds = [.. names.Select(name => BinaryPrimitives.ReadSingleLittleEndian(archive[name + ".threshold"].Span))];
    }

    /// <summary>What a relation's entries are called.</summary>
    public static string Name(RelationType type) => type.ToString();

    /// <summary>The summed weights of features for the relation with the given index in <see cref="RelationSignature.Learnt"/>.</summary>
    public int Sum(int signature, ReadOnlySpan<ulong> features) => _weights[signature].Sum(features);

    /// <summary>The probability that a pair with these summed weights has the relation, or null where it is too low to report.</summary>
    public double? Judge(int signature, int sum)
    {
        float score = _weights[signature].Score(sum);
        return score >= _thresholds[signature] ? _curves[signature].Probability(score) : null;
    }
}
