using Extraction.Pages;
using Extraction.Records;

namespace Extraction.Cli.Runs;

/// <summary>The work on one page: from its bytes to its record.</summary>
internal sealed class ArticleExtractor(Cleaner cleaner, Pipeline pipeline)
{
    private const string Stage = "extract";

    // The longest filings have about a million characters. Annotating takes some 40 times the text's memory, which must stay bounded on a laptop.
    private const int MaxTextUnits = 4 << 20;

    /// <summary>The record of a page, or why there is none.</summary>
    public Outcome<ExtractedArticle> Extract(Page page)
    {
        Outcome<Article> article = cleaner.Clean(page);
        if (!article.Succeeded)
            return article.Failure;
        if (article.Value.Text.Length > MaxTextUnits)
            return new DocumentFailure(page.Source, Stage, $"The text has {article.Value.Text.Length} characters; an article may have {MaxTextUnits}. Split the file.");
        ArticleRecord record = RecordBuilder.Build(pipeline.Annotate(article.Value));
        if (RecordIntegrity.FindFault(record) is { } fault)
            return new DocumentFailure(page.Source, Stage, $"Fault of the program, please report it: {fault}");
        return ExtractedArticle.Of(record);
    }
}
