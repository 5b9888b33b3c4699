namespace Extraction.Pages.Html;

/// <summary>What an element is to article extraction.</summary>
internal enum TagKind : byte
{
    /// <summary>Any block-level element without a kind of its own.</summary>
    Other,

    Body,
    Div,
    Paragraph,
    H1,
    H2,
    H3,
    MinorHeading,
    ListItem,
    List,
    Article,
    Main,
    Section,
    Aside,
    Nav,
    Header,
    Footer,
    Figure,
    FigureCaption,
    Form,
    Table,
    TableRow,
    TableCell,
    BlockQuote,
    Preformatted,
    Definition,
    Button,
    Dialog,
    NoScript,

    /// <summary>Text-level elements: they do not begin a block.</summary>
    Inline,

    /// <summary>Text-level elements that mark their text as strong.</summary>
    Strong,

    Anchor,
    Superscript,
    LineBreak,

    /// <summary>Elements whose content is no text of the page.</summary>
    Skipped,
}
