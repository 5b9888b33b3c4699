using System.Globalization;
using AngleSharp.Dom;
using Extraction.Pages.Html;

namespace Extraction.Pages.Metadata;

/// <summary>Chooses the day of publication among what a page says: its visible date first, because metadata give the day in UTC.</summary>
internal static class DateChooser
{
    // The date stands near the title; measured on 421 news pages, 14 blocks after it hold nearly all.
    private const int BlocksAfterTitle = 14;
    private const int MaxBlockUnits = 160;

    // A visible date later than this many days after the metadata's is that of an update.
    private const int MaxVisibleDelayDays = 2;

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "article:published", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
        "publish_date", "publication_date", "published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created",
        "dc.date.created", "cxenseparse:recs:publishtime", "article.published", "citation_publication_date", "citation_date", "og:published_time", "og:pubdate", "datecreated", "created",
    ];

    private static readonly string[] UpdateWords = ["updated", "last updated", "modified", "last modified", "更新"];

    public static PartialDate? Choose(PageSignals signals, LinkedArticle linked, PageTree? tree, DateContext context)
    {
        PartialDate? declared = Parse(linked.Published) ?? Declared(signals);
        PartialDate? visible = tree is null ? null : Visible(tree, context.Title);
        if (visible is not null && declared is not null && DaysBetween(declared.Value, visible.Value) is > MaxVisibleDelayDays or < -MaxVisibleDelayDays)
            visible = null;
        return visible
            ?? declared
            ?? OfTimes(signals)
            ?? DateScanner.FindInUrl(context.Url)
            ?? Parse(linked.Created)
            ?? (tree is null ? null : AnyDateLine(tree))
            ?? Parse(linked.Modified)
            ?? Parse(signals.First("article:modified_time", "og:updated_time", "lastmod", "last-modified"));
    }

    private static PartialDate? Declared(PageSignals signals)
    {
        foreach (string name in PublishedNames)
        {
            if (Parse(signals.Meta.GetValueOrDefault(name)) is { } date)
                return date;
        }
        return null;
    }

    private static PartialDate? Visible(PageTree tree, string? title)
    {
        if (title is null)
            return null;
        string folded = FoldedLine.Of(title);
        int from = -1;
        foreach (Block block in tree.Blocks)
        {
            if (block.Text.Length < title.Length + 40 && block.Folded == folded)
            {
                from = block.Index;
                if (block.Element.Kind == TagKind.H1)
                    break;
            }
        }
        if (from < 0)
            return null;
        for (int index = from + 1; index < Math.Min(tree.Blocks.Count, from + 1 + BlocksAfterTitle); index++)
        {
            string text = tree.Blocks[index].Text;
            if (text.Length > MaxBlockUnits)
                continue;
            if (!IsUpdate(tree.Blocks[index].Folded) && !IsInFooter(tree.Blocks[index]) && DateScanner.Find(text) is { } date)
                return date;
        }
        return null;
    }

    // The first line of the page that is little more than a date, where nothing else says when the article appeared.
    private static PartialDate? AnyDateLine(PageTree tree)
    {
        foreach (Block block in tree.Blocks)
        {
            if (!IsUpdate(block.Folded) && !IsInFooter(block) && PlainText.Dateline.IsDateLine(block.Text))
                return DateScanner.Find(block.Text);
        }
        return null;
    }

    // There stand the year of the copyright and, in saved pages, the day of saving.
    private static bool IsInFooter(Block block)
    {
        for (ElementNode? element = block.Element; element is not null; element = element.Parent)
        {
            if (element.Kind == TagKind.Footer && element.Parent?.Kind == TagKind.Body)
                return true;
        }
        return false;
    }

    private static bool IsUpdate(string folded) => UpdateWords.Any(word => folded.StartsWith(word, StringComparison.Ordinal));

    private static PartialDate? OfTimes(PageSignals signals)
    {
        PartialDate? first = null;
        foreach (IElement time in signals.Times)
        {
            PartialDate? date = Parse(time.GetAttribute("datetime")) ?? Parse(time.TextContent);
            if (date is null)
                continue;
            if (time.HasAttribute("pubdate") || time.GetAttribute("itemprop") == "datePublished" || time.ClassName?.Contains("publi", StringComparison.OrdinalIgnoreCase) == true)
                return date;
            first ??= date;
        }
        return first;
    }

    private static PartialDate? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        text = text.Trim();
        if (text.Length >= 10 && PartialDate.TryParse(text, out PartialDate? date))
            return IsPlausible(date.Value) ? date : null;
        if (text.Length >= 8 && !text.AsSpan(0, 8).ContainsAnyExceptInRange('0', '9')
            && DateOnly.TryParseExact(text.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year is >= 1990 and <= 2100)
        {
            return new PartialDate(day.Year, day.Month, day.Day);
        }
        return DateScanner.Find(text);
    }

    private static bool IsPlausible(PartialDate date) => date.Year is >= 1990 and <= 2100;

    private static int? DaysBetween(PartialDate from, PartialDate to) =>
        from.ToDay() is { } first && to.ToDay() is { } second ? second.DayNumber - first.DayNumber : null;
}

/// <summary>What is known already when the date is chosen.</summary>
internal readonly record struct DateContext(string? Title, string? Url);
