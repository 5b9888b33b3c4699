using System.Text.Json;

namespace Extraction.Pages.Metadata;

/// <summary>What a page's linked data (JSON-LD) says about its article.</summary>
internal sealed record LinkedArticle
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Created { get; private set; }

    public string? Modified { get; private set; }

    public string? Author { get; private set; }

    public string? Publisher { get; private set; }

    public string? Language { get; private set; }

    public string? Body { get; private set; }

    public string? Description { get; private set; }

    /// <summary>Whether the data say that the article is not free to read.</summary>
    public bool IsForSale { get; private set; }

    /// <summary>Names of organisations anywhere in the data: titles end in them.</summary>
    public List<string> Organizations { get; } = [];

    public static LinkedArticle Read(IEnumerable<string> scripts)
    {
        var article = new LinkedArticle();
        foreach (string script in scripts)
        {
            try
            {
                using var json = JsonDocument.Parse(script.Trim().TrimEnd(';'), Tolerant);
                article.Add(json.RootElement);
            }
            catch (JsonException)
            {
                // Pages write linked data by hand; a broken block says nothing and the page's other signals stand in for it.
            }
            catch (InvalidOperationException)
            {
                // A string with half of a surrogate pair: as above.
            }
        }
        return article;
    }

    // The depth is bounded by the parser's options.
    private void Add(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
                Add(item);
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        string type = element.TryGetProperty("@type", out JsonElement types) ? types.ToString() : "";
        if (IsArticle(type))
            AddArticle(element);
        else if (type.Contains("Organization", StringComparison.Ordinal) || type.Contains("WebSite", StringComparison.Ordinal))
            AddName(element);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                Add(property.Value);
        }
    }

    private static bool IsArticle(string type) =>
        type.Contains("Article", StringComparison.Ordinal) || type.Contains("BlogPosting", StringComparison.Ordinal)
        || type.Contains("Report", StringComparison.Ordinal) && !type.Contains("Reportage", StringComparison.Ordinal);

    private void AddArticle(JsonElement element)
    {
        Headline ??= Text(element, "headline") ?? Text(element, "name");
        Published ??= Text(element, "datePublished");
        Created ??= Text(element, "dateCreated");
        Modified ??= Text(element, "dateModified");
        Language ??= Text(element, "inLanguage");
        Body ??= Text(element, "articleBody");
        Description ??= Text(element, "description");
        IsForSale |= element.TryGetProperty("isAccessibleForFree", out JsonElement free) && free.ToString().Equals("false", StringComparison.OrdinalIgnoreCase);
        if (element.TryGetProperty("author", out JsonElement author))
            Author ??= Names(author);
        if (element.TryGetProperty("publisher", out JsonElement publisher))
            Publisher ??= Names(publisher);
    }

    private void AddName(JsonElement element)
    {
        if (Text(element, "name") is { } name)
            Organizations.Add(name);
    }

    private static string? Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Object => Text(element, "name"),
        JsonValueKind.Array => string.Join(", ", element.EnumerateArray().Select(Names).OfType<string>().Distinct()) is { Length: > 0 } names ? names : null,
        _ => null,
    };

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.String)
            return null;
        string text = value.GetString()!;
        if (text.Contains('&'))
            text = System.Net.WebUtility.HtmlDecode(text);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
