using Extraction.Records;

namespace Extraction.Tests.Records;

[TestClass]
public sealed class ContractNameTests
{
    [TestMethod]
    public void Of_is_the_contract_s_spelling()
    {
        Assert.AreEqual("part_of", ContractName.Of(RelationType.PartOf));
        Assert.AreEqual("up_to", ContractName.Of(Qualifier.UpTo));
        Assert.AreEqual("company", ContractName.Of(EntityType.Company));
    }
}
