using Extraction.Learning;

namespace Extraction.Relations;

/// <summary>Scores the pairs of one article; weights of single entities and sentences are summed once and kept.</summary>
internal sealed class RelationScorer
{
    private const int Unknown = int.MinValue;
    private const int Roles = 3;

    private readonly RelationModels _models;
    private readonly ArticleFeatures _shared;
    private readonly PairFeatures _pairs;
    private readonly FeatureList _features = new();
    private readonly int[][] _entitySums;
    private readonly int[][] _sentenceSums;

    public RelationScorer(MaskedArticle article, RelationModels models)
    {
        _models = models;
        _shared = new ArticleFeatures(article);
        _pairs = new PairFeatures(article, _shared);
        _entitySums = Empty(article.MentionsOf.Length * 2);
        _sentenceSums = Empty(article.SentenceUnits.Length * Roles);
    }

    /// <summary>Judges a pair.</summary>
    /// <returns>The probability that the text states the relation, or null where it is too low to report, and where the two stand closest.</returns>
    public (double? Confidence, PairPlace Place) Judge(RelationPair pair)
    {
        PairPlace place = _pairs.Locate(pair.From, pair.To);
        _features.Clear();
        _pairs.AddPair(place, _features);
        int sum = _models.Sum(pair.Signature, _features.Keys) + EntitySum(pair.Signature, pair.From, 0) + EntitySum(pair.Signature, pair.To, 1);
        foreach ((int sentence, SentenceRole role) in PairFeatures.SentencesOf(place))
            sum += SentenceSum(pair.Signature, sentence, role);
        return (_models.Judge(pair.Signature, sum), place);
    }

    private int EntitySum(int signature, int entity, int side)
    {
        ref int sum = ref _entitySums[signature][entity * 2 + side];
        if (sum == Unknown)
        {
            _features.Clear();
            _shared.AddEntity(entity, side, _features);
            sum = _models.Sum(signature, _features.Keys);
        }
        return sum;
    }

    private int SentenceSum(int signature, int sentence, SentenceRole role)
    {
        ref int sum = ref _sentenceSums[signature][sentence * Roles + (int)role];
        if (sum == Unknown)
        {
            _features.Clear();
            _shared.AddSentence(sentence, role, _features);
            sum = _models.Sum(signature, _features.Keys);
        }
        return sum;
    }

    private static int[][] Empty(int length)
    {
        var sums = new int[RelationSignature.Learnt.Length][];
        for (int signature = 0; signature < sums.Length; signature++)
        {
            sums[signature] = new int[length];
            Array.Fill(sums[signature], Unknown);
        }
        return sums;
    }
}
