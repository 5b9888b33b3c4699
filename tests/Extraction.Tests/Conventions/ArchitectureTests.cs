using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Extraction.Tests.Conventions;

[TestClass]
public sealed partial class ArchitectureTests
{
    // Who may use whom. The library stands alone: text in, facts out.
    private static readonly Dictionary<string, string[]> AllowedReferences = new()
    {
        ["Extraction"] = [],
        ["Extraction.Pages"] = ["Extraction"],
        ["Extraction.Stores"] = ["Extraction"],
        ["Extraction.Training"] = ["Extraction", "Extraction.Pages"],
        ["Extraction.Cli"] = ["Extraction", "Extraction.Pages", "Extraction.Stores", "Extraction.Training"],
    };

    private static readonly string[] PureProjects = ["Extraction"];

    [TestMethod]
    public void Projects_reference_only_what_the_architecture_allows()
    {
        foreach (string project in Repository.Files("src", "*.csproj"))
        {
            string name = Path.GetFileNameWithoutExtension(project);
            Assert.IsTrue(AllowedReferences.TryGetValue(name, out string[]? allowed), $"{name} is a new project: say here what it may reference.");
            foreach (XElement reference in XDocument.Load(project).Descendants("ProjectReference"))
                Assert.Contains(Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value), allowed, $"{name} references too much");
        }
    }

    [TestMethod]
    public void The_library_needs_no_package()
    {
        XDocument project = XDocument.Load(Path.Combine(Repository.Root, "src/Extraction/Extraction.csproj"));

        Assert.IsEmpty(project.Descendants("PackageReference"));
    }

    [TestMethod]
    public void Files_are_named_after_what_they_hold()
    {
        string[] empty = [.. Repository.Files("src", "*.cs").Concat(Repository.Files("tests", "*.cs"))
            .Where(path => NamesThatSayNothing().IsMatch(Path.GetFileNameWithoutExtension(path)))
            .Select(Repository.Relative)];

        Assert.IsEmpty(empty);
    }

    [TestMethod]
    public void The_library_does_no_input_or_output_and_reads_no_clock()
    {
        foreach (string path in PureProjects.SelectMany(project => Repository.Files($"src/{project}", "*.cs")))
        {
            MatchCollection impure = Impurities().Matches(File.ReadAllText(path));
            Assert.IsEmpty(impure.Select(match => match.Value).Distinct(), $"in {Repository.Relative(path)}");
        }
    }

    [TestMethod]
    public void Only_the_command_line_prints()
    {
        foreach (string path in Repository.Files("src", "*.cs").Where(path => !Repository.Relative(path).StartsWith("src/Extraction.Cli/", StringComparison.Ordinal)))
            Assert.IsFalse(File.ReadAllText(path).Contains("Console.", StringComparison.Ordinal), $"{Repository.Relative(path)} prints");
    }

    [TestMethod]
    public void Annotators_are_sealed_and_named_for_what_they_do()
    {
        Type[] annotators = [.. typeof(IAnnotator).Assembly.GetTypes().Where(type => type.IsClass && typeof(IAnnotator).IsAssignableFrom(type))];

        Assert.IsNotEmpty(annotators);
        foreach (Type annotator in annotators)
        {
            Assert.IsTrue(annotator.IsSealed, $"{annotator.Name} is not sealed");
            Assert.IsTrue(AnnotatorNames().IsMatch(annotator.Name), $"{annotator.Name} should end in Annotator or Recognizer");
        }
    }

    [GeneratedRegex("(Helpers?|Utils?|Utility|Utilities|Manager|Common|Misc|Base|Impl)$")]
    private static partial Regex NamesThatSayNothing();

    [GeneratedRegex(@"\bFile\.|\bDirectory\.|\bHttpClient\b|\bDateTime(Offset)?\.(Now|UtcNow|Today)|\bRandom\b|\bGuid\.NewGuid|\bThread\.Sleep|\bEnvironment\.(GetEnv|Tick)|CultureInfo\.CurrentCulture|\bStopwatch\b")]
    private static partial Regex Impurities();

    [GeneratedRegex("(Annotator|Recognizer)$")]
    private static partial Regex AnnotatorNames();
}
