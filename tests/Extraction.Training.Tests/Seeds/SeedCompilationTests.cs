using Extraction.Seeds;
using Extraction.Tests;
using Extraction.Training.Seeds;

namespace Extraction.Training.Tests.Seeds;

[TestClass]
public sealed class SeedCompilationTests
{
    [TestMethod]
    public void Compile_of_the_checkout_gives_the_committed_model_byte_for_byte()
    {
        string root = Repository.Root;

        (byte[] model, string manifest) = SeedCompilation.Compile(SeedCompilation.ReadFolder(Path.Combine(root, "seeds")));

        Assert.IsTrue(model.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(root, "models", SeedCompilation.ModelFile))),
            "models/gazetteer.bin is not what seeds/ compile to: run cgt seeds compile.");
        Assert.AreEqual(File.ReadAllText(Path.Combine(root, "models", "gazetteer.manifest.json")), manifest);
    }

    [TestMethod]
    public void Compile_refuses_seeds_with_errors()
    {
        SeedException exception = Assert.ThrowsExactly<SeedException>(() => SeedCompilation.Compile([("companies.tsv", "name\nAcme")]));

        Assert.HasCount(2, exception.Errors);
    }
}
