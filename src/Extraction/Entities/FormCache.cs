using Extraction.Entities.Features;
using Extraction.Learning;
using Extraction.Tokens;

namespace Extraction.Entities;

/// <summary>A form with the weights that it alone gives to the tokens around it.</summary>
/// <param name="Form">The form.</param>
/// <param name="Sums">Per distance from -<see cref="WordTemplates.Window"/> on, a row of summed weights.</param>
internal sealed record ScoredForm(WordForm Form, short[] Sums);

/// <summary>Keeps the scored forms of the words that come again and again.</summary>
/// <remarks>
/// A table of fixed size where a new form takes the place of an old one: memory is bounded, and since a form's scores depend on nothing else,
/// what is in the cache never changes a result. Threads may read and write slots at the same time: references are replaced whole.
/// </remarks>
internal sealed class FormCache
{
    // Holds the working set of news: 32,768 slots miss on 3 % of the tokens of the shared articles, twice as many on 2.5 %.
    private const int Slots = 1 << 15;

    private readonly ScoredForm?[] _slots = new ScoredForm?[Slots];
    private readonly MentionModel _model;
    private readonly WordKnowledge _knowledge;

    public FormCache(MentionModel model, WordKnowledge knowledge)
    {
        _model = model;
        _knowledge = knowledge;
        Border = Score([], WordForm.Border, new FeatureList());
    }

    /// <summary>What stands outside of a line.</summary>
    public ScoredForm Border { get; }

    /// <summary>The scored form of a token.</summary>
    public ScoredForm Find(string text, Token token, FeatureList features)
    {
        ReadOnlySpan<char> form = text.AsSpan(token.Start, token.Length);
        ulong exact = WordForm.HashExact(form);
        ref ScoredForm? slot = ref _slots[(int)exact & (Slots - 1)];
        ScoredForm? scored = Volatile.Read(ref slot);
        if (scored is null || scored.Form.Exact != exact)
        {
            scored = Score(form, WordForm.Read(form, _knowledge), features);
            Volatile.Write(ref slot, scored);
        }
        return scored;
    }

    private ScoredForm Score(ReadOnlySpan<char> text, WordForm form, FeatureList features)
    {
        int stride = _model.Tags.Stride;
        short[] sums = new short[(2 * WordTemplates.Window + 1) * stride];
        for (int distance = -WordTemplates.Window; distance <= WordTemplates.Window; distance++)
        {
            features.Clear();
            WordTemplates.Collect(text, form, distance, features);
            _model.AddWeights(features.Keys, sums.AsSpan((distance + WordTemplates.Window) * stride, stride));
        }
        return new ScoredForm(form, sums);
    }
}
