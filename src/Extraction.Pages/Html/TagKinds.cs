using System.Collections.Frozen;

namespace Extraction.Pages.Html;

/// <summary>The kinds of elements by their names.</summary>
internal static class TagKinds
{
    private static readonly FrozenDictionary<string, TagKind> Kinds = Load();

    /// <summary>The kind of an element; of an unknown one too, which browsers show like a box in pages built of components.</summary>
    public static TagKind Of(string localName) => Kinds.GetValueOrDefault(localName, TagKind.Other);

    private static FrozenDictionary<string, TagKind> Load()
    {
        (TagKind Kind, string Names)[] table =
        [
            (TagKind.Body, "body"), (TagKind.Div, "div"), (TagKind.Paragraph, "p"), (TagKind.H1, "h1"), (TagKind.H2, "h2"), (TagKind.H3, "h3"),
            (TagKind.MinorHeading, "h4 h5 h6"), (TagKind.ListItem, "li"), (TagKind.List, "ul ol menu"), (TagKind.Article, "article"),
            (TagKind.Main, "main"), (TagKind.Section, "section"), (TagKind.Aside, "aside"), (TagKind.Nav, "nav"), (TagKind.Header, "header hgroup"),
            (TagKind.Footer, "footer"), (TagKind.Figure, "figure"), (TagKind.FigureCaption, "figcaption"), (TagKind.Form, "form fieldset"),
            (TagKind.Table, "table"), (TagKind.TableRow, "tr"), (TagKind.TableCell, "td th"), (TagKind.BlockQuote, "blockquote"),
            (TagKind.Preformatted, "pre"), (TagKind.Definition, "dl dt dd"), (TagKind.Button, "button"), (TagKind.Dialog, "dialog"),
            (TagKind.NoScript, "noscript"), (TagKind.Strong, "b strong"), (TagKind.Anchor, "a"), (TagKind.Superscript, "sup"), (TagKind.LineBreak, "br"),
            (TagKind.Inline, "span em i u s small big font abbr acronym cite code mark time label q sub del ins tt kbd samp var bdi bdo data dfn "
                + "nobr ruby rb wbr strike img picture source input"),
            (TagKind.Skipped, "script style template svg iframe select option textarea head object canvas video audio link meta title rt rp"),
        ];
        return table.SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Kind))).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
