using Extraction.Events;
using Extraction.Seeds;

namespace Extraction.Tests.Events;

[TestClass]
public sealed class EventAnnotatorTests
{
    private static readonly EventAnnotator Annotator = EventAnnotator.CreateDefault();

    [TestMethod]
    [DataRow("[company Lanhai Cell] raised $60 million in a Series B round led by [investor Nordhang Capital].", "funding; * round=Series B; *amount=USD 60000000; *company=Lanhai Cell; *Nordhang Capital*")]
    [DataRow("The [regulator FDA] has cleared the IND application of [company Lanhai Cell] for [product QX-101] in [indication multiple myeloma].", "regulatory; action=cleared; filing=IND; *company=Lanhai Cell; product=QX-101; *")]
    [DataRow("The IND application for [product QX-101] was approved by the [regulator FDA], [company Lanhai Cell] said.", "regulatory; action=cleared; filing=IND; *product=QX-101*")]
    [DataRow("The [regulator FDA] granted [product QX-101] of [company Lanhai Cell] orphan drug designation for [indication hemophilia B].", "regulatory; action=designated; *designation=ODD; *product=QX-101*")]
    [DataRow("[company Lanhai Cell] today announced that the first patient has been dosed in its Phase 1/2 trial of [product QX-101] in [indication multiple myeloma].", "trial; action=dosed; phase=1/2; *product=QX-101; indication=multiple myeloma*")]
    [DataRow("[company Nordwind Pharma] has completed its acquisition of [company Lanhai Cell] for $450 million.", "acquisition; *amount=USD 450000000; *acquirer=Nordwind Pharma; acquired=Lanhai Cell*")]
    [DataRow("[company Lanhai Cell] appoints [person Mei Lindqvist] as chief executive officer.", "corporate; action=leadership; company=Lanhai Cell; person=Mei Lindqvist")]
    public void Annotate_finds_the_event_of_a_sentence(string marked, string expected)
    {
        Document document = Annotator.Annotate(MarkedText.Read(marked));

        string[] events = [.. document.Events.Select(item => MarkedText.Describe(item, document))];

        Assert.IsTrue(events.Any(item => Matches(item, expected)), $"Expected {expected}, found {string.Join(" | ", events)}");
    }

    // The hard cases of the domain notes, in our own words: what must not be read into a sentence.
    [TestMethod]
    [DataRow("Cell therapy funding in [place China] reached $2.5 billion in 2023, a rise of 51% on the year before.", "funding")]
    [DataRow("[company Lanhai Cell] holds $1.3 billion in cash.", "funding")]
    [DataRow("The [regulator FDA] approved the new plant of [company Lanhai Cell] in [place Suzhou].", "trial")]
    [DataRow("[company Lanhai Cell] is a clinical-stage company that develops cell therapies.", "regulatory")]
    public void Annotate_does_not_read_into_a_sentence(string marked, string type)
    {
        Document document = Annotator.Annotate(MarkedText.Read(marked));

        Assert.DoesNotContain(Enum.Parse<EventType>(type, ignoreCase: true), document.Events.Select(item => item.Type));
    }

    [TestMethod]
    public void Annotate_gives_each_listed_company_its_approval()
    {
        Document document = Annotator.Annotate(MarkedText.Read(
            "Three CAR-T products, made by [company Lanhai Cell], [company Nordwind Pharma] and [company Ostsee Bio], have gained [regulator NMPA] approval."));

        Event[] approvals = [.. document.Events.Where(item => item is { Type: EventType.Regulatory, Action: "approved" })];

        Assert.HasCount(3, approvals);
        Assert.AreEqual("E1 E2 E3", string.Join(' ', approvals.Select(item => item.Roles[Role.Company].Single()).Order()));
    }

    [TestMethod]
    public void Annotate_reads_a_backer_as_an_investor()
    {
        Document document = Annotator.Annotate(MarkedText.Read("[company Lanhai Cell], backed by [investor Nordhang Capital], works on gene therapies."));

        Event funding = document.Events.Single(item => item.Type == EventType.Funding);

        Assert.AreEqual("E1", funding.Roles[Role.Company].Single());
        Assert.AreEqual("E2", funding.Roles[Role.Investor].Single());
    }

    [TestMethod]
    public void Annotate_tells_each_designation_apart()
    {
        Document document = Annotator.Annotate(MarkedText.Read(
            "The [regulator FDA] granted [product QX-101] of [company Lanhai Cell] orphan drug designation and rare pediatric disease designation."));

        string?[] designations = [.. document.Events.Where(item => item.Action == "designated").Select(item => item.Designation)];

        Assert.AreEquivalent(new[] { "ODD", "RPDD" }, designations);
    }

    [TestMethod]
    [DataRow("[company Nordwind Pharma] bought [company Lanhai Cell].", "Nordwind Pharma", "Lanhai Cell")]
    [DataRow("[company Lanhai Cell] was acquired by the Swiss group [company Nordwind Pharma].", "Nordwind Pharma", "Lanhai Cell")]
    [DataRow("[company Nordwind Pharma]'s $450 million purchase of [company Lanhai Cell] was completed.", "Nordwind Pharma", "Lanhai Cell")]
    public void Acquisition_roles_follow_the_voice_of_the_sentence(string marked, string acquirer, string acquired)
    {
        var view = new ArticleView(MarkedText.Read(marked), EventLexicons.Embedded());
        var draft = new EventDraft(EventType.Acquisition, -1, 0) { Anchor = 0 };

        AcquisitionRoles.Assign(view, draft);

        Assert.AreEqual(acquirer, view.Document.Entities[draft.First(Role.Acquirer)].Name);
        Assert.AreEqual(acquired, view.Document.Entities[draft.First(Role.Acquired)].Name);
    }

    [TestMethod]
    public void Annotate_twice_gives_the_same_events()
    {
        Document document = MarkedText.Read(Story);

        string Once() => string.Join('\n', Annotator.Annotate(document).Events.Select(item => MarkedText.Describe(item, document) + item.Confidence));

        Assert.AreEqual(Once(), Once());
    }

    [TestMethod]
    public void Annotate_gives_evidence_within_the_text_ids_in_order_and_known_entities()
    {
        Document document = Annotator.Annotate(MarkedText.Read(Story));

        Assert.IsGreaterThanOrEqualTo(2, document.Events.Length);
        for (int index = 0; index < document.Events.Length; index++)
        {
            Event item = document.Events[index];
            Assert.AreEqual($"V{index + 1}", item.Id);
            Assert.IsInRange(0.0, 1.0, item.Confidence);
            Assert.IsTrue(item.Evidence.Length > 0 && item.Evidence.All(span => span.Start >= 0 && span.Start < span.End && span.End <= document.Text.Length));
            Assert.IsTrue(item.Roles.Values.All(ids => ids.Length > 0 && ids.All(id => document.Entities.Any(entity => entity.Id == id))));
        }
    }

    [TestMethod]
    public void Annotate_writes_only_words_of_the_vocabulary()
    {
        Document document = Annotator.Annotate(MarkedText.Read(Story));

        foreach (Event item in document.Events)
        {
            Assert.IsTrue(item.Action is null || EventVocabulary.Actions(item.Type).Contains(item.Action));
            Assert.IsTrue(item.Kind is null || EventVocabulary.Kinds(item.Type).Contains(item.Kind));
            Assert.IsTrue(item.Filing is null || EventVocabulary.Filings.Contains(item.Filing));
            Assert.IsTrue(item.Designation is null || EventVocabulary.Designations.Contains(item.Designation));
            Assert.IsTrue(item.Phase is null || EventVocabulary.Phases.Contains(item.Phase));
            Assert.IsTrue(item.Measure is null || EventVocabulary.Measures.Contains(item.Measure));
        }
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\n\n")]
    [DataRow("[company Lanhai Cell]")]
    [DataRow("$$$ ((( 2024 … 1b/2 %%")]
    public void Annotate_of_text_without_news_gives_no_event(string marked)
    {
        Assert.IsEmpty(Annotator.Annotate(MarkedText.Read(marked)).Events);
    }

    [TestMethod]
    public void Annotate_passes_over_forward_looking_statements()
    {
        Document document = MarkedText.Read(Story);
        document = document with { Article = document.Article with { Sections = [new Section(new TextSpan(0, document.Text.Length), SectionKind.ForwardLooking)] } };

        Assert.IsEmpty(Annotator.Annotate(document).Events);
    }

    [TestMethod]
    public void Triggers_are_found_in_their_examples()
    {
        SeedTable table = EmbeddedData.Rules("triggers");
        var lexicon = new TriggerLexicon(table);
        for (int row = 0; row < table.Rows.Length; row++)
        {
            Document document = MarkedText.Read(table.Rows[row]["example"]);
            Assert.IsTrue(Enumerable.Range(0, document.Tokens.Length).Any(token => lexicon.Find(document.Tokens.AsSpan(token)) == row + 1), table.Rows[row]["example"]);
        }
    }

    [TestMethod]
    public void Kinds_are_found_in_their_examples_and_are_words_of_the_vocabulary()
    {
        SeedTable table = EmbeddedData.Rules("kinds");
        foreach (SeedRow row in table.Rows)
        {
            EventType type = Enum.Parse<EventType>(row["type"], ignoreCase: true);
            string[] words = type switch
            {
                EventType.Regulatory => [.. EventVocabulary.Filings],
                EventType.Statistic => [.. EventVocabulary.Measures],
                _ => [.. EventVocabulary.Kinds(type)],
            };
            Assert.Contains(row["action"], words);
            var view = new ArticleView(MarkedText.Read(row["example"]), EventLexicons.Embedded());
            Assert.AreNotEqual(0UL, view.KindsIn(0, type), row["example"]);
        }
    }

    [TestMethod]
    public void Designations_are_found_in_their_examples()
    {
        SeedTable table = EmbeddedData.Rules("designations");
        var lexicon = new DesignationLexicon(table);
        foreach (SeedRow row in table.Rows)
            Assert.Contains(row["code"], lexicon.FindAll(MarkedText.Read(row["example"]).Tokens));
    }

    private const string Story = """
        [company Lanhai Cell] doses first patient with [product QX-101] and raises $60 million
        SUZHOU, China, March 4, 2025 -- [company Lanhai Cell] today announced that the first patient has been dosed in a Phase 1 trial of [product QX-101] in [indication multiple myeloma].
        The company also closed a $60 million Series B financing led by [investor Nordhang Capital].
        In January 2025 the [regulator FDA] cleared the IND for [product QX-101] and granted it orphan drug designation and fast track designation.
        """;

    // A star stands for anything.
    private static bool Matches(string text, string pattern)
    {
        int at = 0;
        string[] parts = pattern.Split('*', StringSplitOptions.TrimEntries);
        foreach (string part in parts)
        {
            int found = text.IndexOf(part.Trim(' ', ';'), at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Trim(' ', ';').Length;
        }
        return true;
    }
}
