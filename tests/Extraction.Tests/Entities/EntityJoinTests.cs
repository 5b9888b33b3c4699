using Extraction.Entities;
using Extraction.Entities.Joining;
using Extraction.Gazetteers;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Tests.Entities;

[TestClass]
public sealed class EntityJoinTests
{
    private static readonly TokenAnnotator Tokens = new(new SentenceSplitter(EmbeddedData.Rules("abbreviations")));

    private static readonly EntityAnnotator Annotator = new(
        new NameWords(EmbeddedData.Rules("name_words"), EmbeddedData.Rules("name_variants")),
        new EntityLinker(Gazetteer.Default, EmbeddedData.Rules("modality_classes")), new EntityOptions(), calibration: null);

    // Names stand in [type brackets]; the expectation lists the entities, the names of each joined by "=".
    [TestMethod]
    [DataRow("[c:Aldora Therapeutics Holdings Limited] said [c:Aldora] will", "Aldora Therapeutics Holdings Limited=Aldora")]
    [DataRow("[c:Aldora Pharma] is now [c:Aldora Pharmaceuticals]", "Aldora Pharma=Aldora Pharmaceuticals")]
    [DataRow("[c:Fenwick Bio] bought [c:Fenwick Kite Bio] from [c:Tarn Bio]", "Fenwick Bio|Fenwick Kite Bio|Tarn Bio")]
    [DataRow("[n:National Gene Institute] ([n:NGI]) and later [n:NGI]", "National Gene Institute=NGI=NGI")]
    [DataRow("[p:Jane B. Doe] and Dr. [p:Doe], then [p:Jane Doe]", "Jane B. Doe=Doe=Jane Doe")]
    [DataRow("[d:ABX-101] ([d:abexagene])", "ABX-101=abexagene")]
    [DataRow("[d:ABX-101] and [d:ABX101] but not [d:ABX-102]", "ABX-101=ABX101|ABX-102")]
    [DataRow("[d:Zolvera], formerly [d:ABX-101],", "Zolvera=ABX-101")]
    [DataRow("[i:chronic kidney disease] ([i:CKD]), [i:early CKD] or [i:early chronic kidney disease]", "chronic kidney disease=CKD|early CKD=early chronic kidney disease")]
    [DataRow("the [r:U.S. Food and Drug Administration] or [r:FDA]", "U.S. Food and Drug Administration=FDA")]
    [DataRow("[l:U.S.] [l:United States] [l:Calif.] [l:California]", "U.S.=United States|Calif.=California")]
    [DataRow("[m:CAR-T] or [m:CAR T-cell therapies]", "CAR-T=CAR T-cell therapies")]
    [DataRow("[i:Alzheimer's disease] and [i:Alzheimer's]", "Alzheimer's disease=Alzheimer's")]
    [DataRow("[c:Aldora Inc.] and [c:Aldora Biologics] of [c:Aldora Group]", "Aldora Inc.=Aldora Group|Aldora Biologics")]
    [DataRow("[d:ABX-101](TM) ([d:abexagene] or [d:abexa])", "ABX-101=abexagene=abexa")]
    [DataRow("[m:cell therapies] and a [m:cell therapy]", "cell therapies=cell therapy")]
    public void Annotate_joins_the_names_of_one_thing(string marked, string expected)
    {
        Document document = Annotator.Annotate(Mark(marked));

        Assert.AreEqual(expected, string.Join('|', document.Entities.Select(entity =>
            string.Join('=', entity.Mentions.Select(mention => mention.Span.Of(document.Text).ToString())))));
    }

    [TestMethod]
    public void Annotate_names_an_entity_by_its_fullest_form()
    {
        Document document = Annotator.Annotate(Mark("[c:Aldora] is short for [c:Aldora Therapeutics]"));

        Assert.AreEqual("Aldora Therapeutics", Assert.ContainsSingle(document.Entities).Name);
    }

    [TestMethod]
    public void Annotate_finds_a_sure_name_where_the_recogniser_missed_it()
    {
        Document document = Annotator.Annotate(Mark("[c:Aldora] rose. Shares of Aldora fell."));

        Assert.HasCount(2, Assert.ContainsSingle(document.Entities).Mentions);
    }

    [TestMethod]
    public void Annotate_gives_equal_names_the_surest_type()
    {
        Document document = Mark("[c:Aldora] and [n:Aldora] and [c:Aldora]");

        Assert.AreEqual(EntityType.Company, Assert.ContainsSingle(Annotator.Annotate(document).Entities).Type);
    }

    /// <summary>The entities of a text in which the names are known.</summary>
    internal static Document Annotate(string text, params Mention[] names) =>
        Annotator.Annotate(Tokens.Annotate(new Document { Article = new Article { Id = "a", Source = "a", Text = text } }) with { Mentions = [.. names] });

    private static Document Mark(string marked)
    {
        var text = new System.Text.StringBuilder();
        var mentions = new List<Mention>();
        (int Start, EntityType Type) open = default;
        for (int index = 0; index < marked.Length; index++)
        {
            if (marked[index] == '[')
            {
                open = (text.Length, Types[marked[index + 1]]);
                index += 2;
            }
            else if (marked[index] == ']')
            {
                mentions.Add(new Mention(new TextSpan(open.Start, text.Length), open.Type, "test", 0.9));
            }
            else
            {
                text.Append(marked[index]);
            }
        }
        var article = new Article { Id = "a", Source = "a", Text = text.ToString() };
        return Tokens.Annotate(new Document { Article = article }) with { Mentions = [.. mentions] };
    }

    private static readonly Dictionary<char, EntityType> Types = new()
    {
        ['c'] = EntityType.Company,
        ['n'] = EntityType.Institution,
        ['r'] = EntityType.Regulator,
        ['d'] = EntityType.Product,
        ['i'] = EntityType.Indication,
        ['m'] = EntityType.Modality,
        ['p'] = EntityType.Person,
        ['l'] = EntityType.Place,
    };
}
