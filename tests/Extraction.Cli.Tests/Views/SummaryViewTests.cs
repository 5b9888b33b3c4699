using Extraction.Cli.Runs;
using Extraction.Cli.Views;
using Extraction.Records;

namespace Extraction.Cli.Tests.Views;

[TestClass]
public sealed class SummaryViewTests
{
    [TestMethod]
    public void Write_lists_funding_with_company_round_amount_investors_and_date()
    {
        string text = Write(Totals(events: 1));

        Assert.MatchesRegex(@"Alder Bio\s*│ Series B\s*│ USD 40m │ Birch Capital \(lead\), Cedar Fund\s*│ 2026-01-04 │ done", text);
        Assert.MatchesRegex(@"entities\s*│\s*3 │ 2 investor, 1 company", text);
    }

    [TestMethod]
    public void Write_many_funding_events_says_where_the_rest_is()
    {
        string text = Write(Totals(events: 53));

        Assert.Contains("3 more in the database's view funding", text);
    }

    private static RunTotals Totals(int events)
    {
        var totals = new RunTotals();
        totals.Add(new ArticleRecord
        {
            Article = new ArticlePart { Id = "a", Text = "Alder Bio Birch Capital Cedar Fund" },
            Entities = [Entity("E1", EntityType.Company, "Alder Bio"), Entity("E2", EntityType.Investor, "Cedar Fund"), Entity("E3", EntityType.Investor, "Birch Capital")],
            Events =
            [
                .. Enumerable.Range(1, events).Select(number => new EventRecord
                {
                    Id = $"V{number}", Type = EventType.Funding, Date = "2026-01-04", Round = "Series B", Evidence = [],
                    Amount = new MoneyRecord { Value = 40_000_000, Currency = "USD" },
                    Roles = new Dictionary<Role, IReadOnlyList<string>> { [Role.Company] = ["E1"], [Role.Investor] = ["E2", "E3"], [Role.Lead] = ["E3"] },
                }),
            ],
        });
        return totals;
    }

    private static EntityRecord Entity(string id, EntityType type, string name) => new() { Id = id, Type = type, Name = name, Mentions = [] };

    private static string Write(RunTotals totals)
    {
        using var output = new StringWriter();
        SummaryView.Write(Terminal.Plain(output, output, Stream.Null).Out, totals, ignored: 0, speed: "");
        return output.ToString();
    }
}
