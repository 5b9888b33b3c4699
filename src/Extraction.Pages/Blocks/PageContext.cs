using Extraction.Pages.Html;
using Extraction.Pages.Metadata;

namespace Extraction.Pages.Blocks;

/// <summary>What is known of a page when its blocks are judged.</summary>
/// <param name="Tree">The blocks and elements.</param>
/// <param name="Title">The chosen title.</param>
/// <param name="Author">The byline in the metadata.</param>
/// <param name="Description">The summary in the metadata.</param>
/// <param name="Body">The article's text in the linked data.</param>
internal sealed record PageContext(PageTree Tree, string? Title, string? Author, string? Description, string? Body)
{
    public static PageContext Of(PageTree tree, string? title, PageSignals signals, LinkedArticle linked) => new(
        tree, title, linked.Author ?? signals.First("author", "article:author"), signals.First("og:description", "description") ?? linked.Description, linked.Body);
}
