using Extraction.Cli.Views;
using Extraction.Records;

namespace Extraction.Cli.Tests.Views;

[TestClass]
public sealed class AmountsTests
{
    [TestMethod]
    [DataRow(40_000_000, null, Qualifier.Exact, "USD 40m")]
    [DataRow(1_250_000_000, null, Qualifier.UpTo, "up to USD 1.25bn")]
    [DataRow(450_000, null, Qualifier.About, "about USD 450k")]
    [DataRow(950, null, Qualifier.Over, "over USD 950")]
    [DataRow(10_000_000, 12_000_000, Qualifier.Range, "USD 10m–12m")]
    public void Money_is_short_and_keeps_its_qualifier(int value, int? high, Qualifier qualifier, string expected) =>
        Assert.AreEqual(expected, Amounts.Money(new MoneyRecord { Value = value, High = high, Currency = "USD", Qualifier = qualifier }));

    [TestMethod]
    public void Money_that_is_not_told_is_no_zero()
    {
        Assert.AreEqual("undisclosed", Amounts.Money(new MoneyRecord { Qualifier = Qualifier.Undisclosed }));
        Assert.AreEqual("", Amounts.Money(null));
    }

    [TestMethod]
    [DataRow(0.4, "1 s")]
    [DataRow(59, "59 s")]
    [DataRow(61, "1 min 01 s")]
    [DataRow(3_725, "1 h 02 min")]
    public void Duration_is_as_exact_as_people_want_it(double seconds, string expected) => Assert.AreEqual(expected, Amounts.Duration(TimeSpan.FromSeconds(seconds)));
}
