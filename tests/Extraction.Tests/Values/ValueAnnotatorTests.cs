using System.Globalization;
using Extraction.Seeds;
using Extraction.Tokens;
using Extraction.Values;

namespace Extraction.Tests.Values;

[TestClass]
public sealed class ValueAnnotatorTests
{
    private static readonly ValueAnnotator Annotator = new();
    private static readonly TokenAnnotator Tokens = new(new SentenceSplitter(EmbeddedData.Rules("abbreviations")));

    [TestMethod]
    [DataRow("The firm raised $60 million.", "$60 million = 60000000 USD exact")]
    [DataRow("Lanhe Cell drew nearly RMB 300 million in the round.", "nearly RMB 300 million = 300000000 CNY about")]
    [DataRow("It could be worth up to $1.2 billion, with $100 million upfront.", "up to $1.2 billion = 1200000000 USD up_to | $100 million = 100000000 USD exact")]
    [DataRow("It brought in RMB450 million ($67 million) last spring.", "RMB450 million ($67 million) = 450000000 CNY exact")]
    [DataRow("It brought in RMB 450m (about US$67m).", "RMB 450m (about US$67m) = 450000000 CNY exact")]
    [DataRow("They gathered tens of millions of yuan.", "tens of millions of yuan = 10000000 CNY over")]
    [DataRow("Several hundred million yuan came in.", "Several hundred million yuan = 100000000 CNY over")]
    [DataRow("One infusion costs 1.29 million yuan.", "1.29 million yuan = 1290000 CNY exact")]
    [DataRow("Shares sold at HK$23.80 a share, for over HK$2.3 billion in all.", "HK$23.80 a share = 23.8 HKD exact per unit | over HK$2.3 billion = 2300000000 HKD over")]
    [DataRow("Holders get $10 per ADS in cash.", "$10 per ADS = 10 USD exact per unit")]
    [DataRow("at $17.00 per common share", "$17.00 per common share = 17 USD exact per unit")]
    [DataRow("Guidance is $5 to $15 million.", "$5 to $15 million = 5000000–15000000 USD range")]
    [DataRow("Guidance is $2,925 - $2,975 million.", "$2,925 - $2,975 million = 2925000000–2975000000 USD range")]
    [DataRow("priced at $100m-$120m", "$100m-$120m = 100000000–120000000 USD range")]
    [DataRow("between two and three million yuan", "two and three million yuan = 2000000–3000000 CNY range")]
    [DataRow("with $18 billionin committed capital", "$18 billion = 18000000000 USD exact")]
    [DataRow("less than half a million yuan an eye", "less than half a million yuan = 500000 CNY under")]
    [DataRow("A deal of €15.5m, £14m, ₹500 crore and Rs 1,010.4 crore", "€15.5m = 15500000 EUR exact | £14m = 14000000 GBP exact | ₹500 crore = 5000000000 INR exact | Rs 1,010.4 crore = 10104000000 INR exact")]
    [DataRow("S$4.5 million, A$2m, C$3m, US$7k", "S$4.5 million = 4500000 SGD exact | A$2m = 2000000 AUD exact | C$3m = 3000000 CAD exact | US$7k = 7000 USD exact")]
    [DataRow("40 million Hong Kong dollars and 5 million U.S. dollars", "40 million Hong Kong dollars = 40000000 HKD exact | 5 million U.S. dollars = 5000000 USD exact")]
    [DataRow("SEK 3.9 million, 12bn won and 60 million euros", "SEK 3.9 million = 3900000 SEK exact | 12bn won = 12000000000 KRW exact | 60 million euros = 60000000 EUR exact")]
    [DataRow("raised $110,000 and counting, $50m+ and $5 million or more", "$110,000 and counting = 110000 USD over | $50m+ = 50000000 USD over | $5 million or more = 5000000 USD over")]
    [DataRow("up to an additional $20 million; as much as $850M", "up to an additional $20 million = 20000000 USD up_to | as much as $850M = 850000000 USD up_to")]
    [DataRow("up to approximately $610 million", "up to approximately $610 million = 610000000 USD up_to")]
    [DataRow("under the $380 million agreement", "$380 million = 380000000 USD exact")]
    [DataRow("完成4.5亿元A轮融资", "4.5亿元 = 450000000 CNY exact")]
    [DataRow("完成数千万元融资, 近亿元人民币, 约3000万美元", "数千万元 = 10000000 CNY over | 近亿元 = 100000000 CNY about | 约3000万美元 = 30000000 USD about")]
    [DataRow("won €2.5 million", "€2.5 million = 2500000 EUR exact")]
    public void Money_has_value_currency_and_qualifier(string text, string expected) => Assert.AreEqual(expected, Found<MoneyMention>(text));

    [TestMethod]
    [DataRow("Amounts are stated in Canadian dollars. It raised $5 million.", "CAD")]
    [DataRow("The Toronto firm raised $5 million.", "USD")]
    public void Bare_dollar_is_american_unless_the_article_says_otherwise(string text, string currency) =>
        Assert.AreEqual(currency, Annotate(text, null).Values.OfType<MoneyMention>().Single().Money.Currency);

    [TestMethod]
    [DataRow("a grant of ¥3.2 billion in Japan", "JPY")]
    [DataRow("a round of ¥320 million in Suzhou, China", "CNY")]
    public void Yuan_sign_means_yen_in_a_Japanese_story(string text, string currency) =>
        Assert.AreEqual(currency, Annotate(text, null).Values.OfType<MoneyMention>().Single().Money.Currency);

    [TestMethod]
    [DataRow("It was dosed on January 4, 2026.", "January 4, 2026 = 2026-01-04 calendar")]
    [DataRow("held 11-12 January 2022", "11-12 January 2022 = 2022-01-11 calendar")]
    [DataRow("JAN 11-12, 2022", "JAN 11-12, 2022 = 2022-01-11 calendar")]
    [DataRow("from Sept. 2025 to 3rd of May 2026", "Sept. 2025 = 2025-09 calendar | 3rd of May 2026 = 2026-05-03 calendar")]
    [DataRow("on 2026-01-04, 1/4/2026 and 24.12.2025", "2026-01-04 = 2026-01-04 calendar | 1/4/2026 = 2026-01-04 calendar | 24.12.2025 = 2025-12-24 calendar")]
    [DataRow("2026年11月22日和2025年3月", "2026年11月22日 = 2026-11-22 calendar | 2025年3月 = 2025-03 calendar")]
    [DataRow("in the second half of 2026", "second half of 2026 = 2026 part_of_year 2026-H2")]
    [DataRow("Q1 2024, 3Q25, first-quarter 2023, H2 2025", "Q1 2024 = 2024 part_of_year 2024-Q1 | 3Q25 = 2025 part_of_year 2025-Q3 | first-quarter 2023 = 2023 part_of_year 2023-Q1 | H2 2025 = 2025 part_of_year 2025-H2")]
    [DataRow("between 2021 and 2023, from 2024-2034, since 2017", "2021 and 2023 = 2021 calendar 2021-2023 | 2024-2034 = 2024 calendar 2024-2034 | 2017 = 2017 calendar 2017")]
    [DataRow("FY2024 and fiscal year 2025 and mid-2026", "FY2024 = 2024 calendar 2024 | fiscal year 2025 = 2025 calendar 2025 | 2026 = 2026 calendar 2026")]
    [DataRow("2000 patients, AB-2024, v2.2025, February 30 and $2025", "")]
    [DataRow("It may dose 4 patients", "")]
    public void Dates_are_as_exact_as_they_are_stated(string text, string expected) => Assert.AreEqual(expected, Found<DateMention>(text));

    [TestMethod]
    [DataRow("In August this year it was granted.", "2025-12-24", "August this year = 2025-08 relative")]
    [DataRow("last year and this month", "2026-01-04", "last year = 2025 relative 2025 | this month = 2026-01 relative")]
    [DataRow("granted on December 22", "2026-01-04", "December 22 = 2025-12-22 relative")]
    [DataRow("in November it closed, and data are expected in March", "2026-01-04", "November = 2025-11 relative | March = 2026-03 relative")]
    [DataRow("founded three years ago", "2026-01-04", "three years ago = 2023 relative 2023")]
    [DataRow("announced today; on Monday", "2026-11-25", "today = 2026-11-25 relative | Monday = 2026-11-23 relative")]
    [DataRow("in the fourth quarter", "2026-02-04", "fourth quarter = 2025 relative 2025-Q4")]
    [DataRow("去年获批", "2026-01-04", "去年 = 2025 relative 2025")]
    [DataRow("In August it was granted, last year, today.", null, "")]
    public void Relative_dates_count_from_the_publication_date(string text, string? published, string expected) =>
        Assert.AreEqual(expected, Found<DateMention>(text, published));

    [TestMethod]
    [DataRow("Title\nBOSTON, Jan. 4, 2026 (GLOBE NEWSWIRE) -- X said", "2026-01-04")]
    [DataRow("Title\nSHANGHAI and CAMBRIDGE, Mass., December 24, 2025 /PRNewswire/ -- X said", "2025-12-24")]
    [DataRow("Title\n4 January 2026 – X said", "2026-01-04")]
    [DataRow("标题\n苏州2026年1月4日 /美通社/ -- 公司", "2026-01-04")]
    [DataRow("Title\nOn January 4, 2026, X said", null)]
    [DataRow("Title\nThe firm said on January 4, 2026 - its birthday - that", null)]
    public void Dateline_is_told_from_other_dates(string text, string? expected) =>
        Assert.AreEqual(expected, Annotate(text, null).Values.OfType<DateMention>().SingleOrDefault(date => date.Kind == DateKind.Dateline)?.Date.ToString());

    [TestMethod]
    public void Dateline_counts_before_the_publication_date_of_the_page()
    {
        Document document = Annotate("Title\nSUZHOU, Dec. 24, 2025 -- In August this year it was granted.", "2026-01-04");

        Assert.AreEqual(new PartialDate(2025, 8), document.Values.OfType<DateMention>().Last().Date);
    }

    [TestMethod]
    [DataRow("a Phase 1b/2 study", "1b/2")]
    [DataRow("Phase I/II, Phase IIa, phase two", "1/2 2 2")]
    [DataRow("Phase 2/3 and Phase 3b and Phase IV", "2/3 3 4")]
    [DataRow("Ph1 and Ph1/2 and Phase1b", "1 1/2 1")]
    [DataRow("early Phase 1; Phase 1a/1b; Phase 1/2a", "early_1 1 1/2")]
    [DataRow("Ⅰ/Ⅱ期, 1期, III期, 三期", "1/2 1 3 3")]
    [DataRow("preclinical, pre-clinical and IND-enabling work, in mouse models", "preclinical preclinical preclinical preclinical")]
    [DataRow("a pivotal trial, a registrational study, an investigator-initiated trial (IIT)", "pivotal pivotal iit iit")]
    [DataRow("a phase of growth; phased out; phase 12; Phase 2 of 5.5", "2")]
    public void Phases_are_written_as_the_contract_does(string text, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', Annotate(text, null).Values.OfType<PhaseMention>().Select(phase => phase.Phase)));

    [TestMethod]
    [DataRow("a Series B round, series c+, Series A Plus, Series A-2, Series B1", "Series B|Series C+|Series A+|Series A2|Series B1")]
    [DataRow("its Pre-A round, pre-Series A+ and Pre-A+", "Pre-A|Pre-A+|Pre-A+")]
    [DataRow("the A round, a B+ round and C2 financing round", "Series A|Series B+|Series C2")]
    [DataRow("seed financing, pre-seed, angel round, Angel+ and pre-IPO", "Seed|Pre-Seed|Angel|Angel+|Pre-IPO")]
    [DataRow("A轮, A+轮, Pre-B轮, 天使轮, 种子轮", "Series A|Series A+|Pre-B|Angel|Seed")]
    [DataRow("A round of talks, seed corn, an angel, a series of trials", "")]
    public void Rounds_are_written_as_the_contract_does(string text, string expected) =>
        Assert.AreEqual(expected, string.Join('|', Annotate(text, null).Values.OfType<RoundMention>().Select(round => round.Round)));

    [TestMethod]
    [DataRow("about 12.5% and 5 to 15 percent", "about 12.5% = 12.5 about | 5 to 15 percent = 5 range")]
    [DataRow("one in five, one out of three, eight out of 10", "one in five = 20 exact | one out of three = 33.3 exact | eight out of 10 = 80 exact")]
    [DataRow("Two-thirds of patients, about half of them, over a quarter of cancers", "Two-thirds = 66.7 exact | about half = 50 about | over a quarter = 25 over")]
    [DataRow("less than half the trials; more than a fifth of slots", "less than half = 50 under | more than a fifth = 20 over")]
    [DataRow("the first quarter of 2024, a second half, half a dozen", "")]
    [DataRow("a change of -83%", "-83% = -83 exact")]
    public void Shares_are_percentages_in_digits_and_words(string text, string expected) => Assert.AreEqual(expected, Found<PercentMention>(text));

    [TestMethod]
    [DataRow("eight patients and 1,164 clinical trials", "eight = 8 exact [patients] | 1,164 = 1164 exact [clinical trials]")]
    [DataRow("more than 2,000 people; n=24", "more than 2,000 = 2000 over [people] | 24 = 24 exact []")]
    [DataRow("about 27 million surgeries are done", "about 27 million = 27000000 about [surgeries]")]
    [DataRow("10 to 12 participants", "10 to 12 = 10 range [participants]")]
    [DataRow("twenty-five sites, two hundred and fifty adults", "twenty-five = 25 exact [sites] | two hundred and fifty = 250 exact [adults]")]
    [DataRow("PD-1, IL-2, COVID-19, CT0596, dozens of firms, one of them", "")]
    [DataRow("入组24例患者", "24 = 24 exact [例患者]")]
    public void Counts_have_the_noun_that_is_counted(string text, string expected) => Assert.AreEqual(expected, Found<CountMention>(text));

    [TestMethod]
    [DataRow("")]
    [DataRow("$ $$ US$ RMB 1,,2 $1.2.3 5% %% Q Q9 9Q H3 FY 数 亿 轮 期 年 one in two in three")]
    [DataRow("999999999999999999999999 trillion trillion $99999999999999999 billion billion crore")]
    [DataRow("Phase Phase 1/ Series pre- seed 31 February 2024 99/99/2024 2024年13月40日 between and to -")]
    [DataRow("$\uD83D 5 \uDC00 million\u0000 one hundred hundred hundred hundred hundred hundred hundred hundred")]
    public void Annotate_never_fails_and_never_lets_values_overlap(string text)
    {
        Document document = Annotate(text, "2026-01-04");

        for (int index = 0; index < document.Values.Length; index++)
        {
            TextSpan span = document.Values[index].Span;
            Assert.IsGreaterThan(0, span.Length);
            Assert.IsLessThanOrEqualTo(text.Length, span.End);
            Assert.IsGreaterThanOrEqualTo(index == 0 ? 0 : document.Values[index - 1].Span.End, span.Start);
        }
    }

    [TestMethod]
    public void Qualifier_rows_say_what_their_examples_show()
    {
        foreach (SeedRow row in EmbeddedData.Rules("qualifiers").Rows)
        {
            ValueMention value = Assert.ContainsSingle(Annotate(row["example"], null).Values, $"seeds/rules/qualifiers.tsv({row.Line})");
            Qualifier found = value switch { MoneyMention money => money.Money.Qualifier, PercentMention percent => percent.Qualifier, CountMention count => count.Qualifier, _ => Qualifier.Undisclosed };
            Assert.AreEqual(row["qualifier"], Name(found), $"seeds/rules/qualifiers.tsv({row.Line}): {row["example"]}");
        }
    }

    [TestMethod]
    public void Phase_rows_are_found_in_their_examples()
    {
        foreach (SeedRow row in EmbeddedData.Rules("phases").Rows)
            Assert.Contains(row["phase"], Annotate(row["example"], null).Values.OfType<PhaseMention>().Select(phase => phase.Phase), $"seeds/rules/phases.tsv({row.Line})");
    }

    private static Document Annotate(string text, string? published) => Annotator.Annotate(Tokens.Annotate(new Document
    {
        Article = new Article { Id = "a", Source = "a.txt", Text = text, Published = PartialDate.TryParse(published, out PartialDate? date) ? date : null },
    }));

    private static string Found<T>(string text, string? published = null)
        where T : ValueMention =>
        string.Join(" | ", Annotate(text, published).Values.OfType<T>().Select(value => $"{value.Span.Of(text)} = {Meaning(value, text)}"));

    private static string Meaning(ValueMention value, string text) => value switch
    {
        MoneyMention { Money: var money } mention => string.Create(CultureInfo.InvariantCulture,
            $"{money.Value}{(money.High is { } high ? $"–{high}" : "")} {money.Currency} {Name(money.Qualifier)}{(mention.PerUnit ? " per unit" : "")}"),
        DateMention date => $"{date.Date} {Name(date.Kind)}{(date.Period is null ? "" : " " + date.Period)}",
        PercentMention percent => string.Create(CultureInfo.InvariantCulture, $"{percent.Percent} {Name(percent.Qualifier)}"),
        CountMention count => string.Create(CultureInfo.InvariantCulture, $"{count.Count} {Name(count.Qualifier)} [{count.Unit.Of(text)}]"),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Name<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
