using AngleSharp.Dom;

namespace Extraction.Pages.Metadata;

/// <summary>The parts of a page that speak about it: meta elements, linked data, times, headings.</summary>
internal sealed class PageSignals
{
    private const int MaxScripts = 40;

    /// <summary>The first content of each meta element by its lower-case name, property or itemprop.</summary>
    public Dictionary<string, string> Meta { get; } = new(StringComparer.Ordinal);

    /// <summary>The text of the linked-data scripts.</summary>
    public List<string> LinkedData { get; } = [];

    /// <summary>The <c>time</c> elements.</summary>
    public List<IElement> Times { get; } = [];

    /// <summary>The first-level headings' texts.</summary>
    public List<string> Headings { get; } = [];

    public string? DocumentTitle { get; private set; }

    public string? CanonicalUrl { get; private set; }

    public string? Language { get; private set; }

    public static PageSignals Collect(IDocument document)
    {
        var signals = new PageSignals { Language = document.DocumentElement?.GetAttribute("lang") };
        var open = new Stack<(INode Node, int Next)>();
        open.Push((document, 0));
        while (open.TryPop(out (INode Node, int Next) frame))
        {
            if (frame.Next >= frame.Node.ChildNodes.Length)
                continue;
            INode child = frame.Node.ChildNodes[frame.Next];
            open.Push((frame.Node, frame.Next + 1));
            if (child is IElement element && signals.Note(element))
                open.Push((element, 0));
        }
        return signals;
    }

    /// <summary>The content of the first of the meta elements that has any.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (Meta.TryGetValue(name, out string? content))
                return content;
        }
        return null;
    }

    private static string TidyLine(string text) => PlainText.TextLayout.Tidy(text.Replace('\t', ' '));

    // Whether there may be more inside.
    private bool Note(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta":
                NoteMeta(element);
                return true;
            case "script":
                if (LinkedData.Count < MaxScripts && element.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true)
                    LinkedData.Add(element.TextContent);
                return false;
            case "title" when element.NamespaceUri == NamespaceNames.HtmlUri:
                DocumentTitle ??= TidyLine(element.TextContent);
                return false;
            case "link":
                if (element.GetAttribute("rel") == "canonical")
                    CanonicalUrl ??= element.GetAttribute("href");
                return true;
            case "time":
                Times.Add(element);
                return true;
            case "h1":
                if (TidyLine(element.TextContent) is { Length: > 0 } heading)
                    Headings.Add(heading);
                return true;
            case "style" or "svg" or "noscript" or "template":
                return false;
            default:
                return true;
        }
    }

    private void NoteMeta(IElement element)
    {
        string? name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
        string? content = element.GetAttribute("content");
        if (name is not null && !string.IsNullOrWhiteSpace(content))
            Meta.TryAdd(name.Trim().ToLowerInvariant(), TidyLine(content));
    }
}
