namespace Extraction.Pages;

/// <summary>One page, pasted text or record as it came: raw bytes with what its container said about it.</summary>
public sealed record Page
{
    /// <summary>Where the page came from; two pages of one input differ in it.</summary>
    public required string Source { get; init; }

    /// <summary>The page's bytes, not yet decoded.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>What the bytes hold.</summary>
    public PageKind Kind { get; init; }

    /// <summary>The encoding label that the container declares (HTTP header, JSON), null when it declares none.</summary>
    public string? Charset { get; init; }

    /// <summary>The id that the container gives, null when it gives none.</summary>
    public string? Id { get; init; }

    /// <summary>The URL that the container gives.</summary>
    public string? Url { get; init; }

    /// <summary>The title that the container gives.</summary>
    public string? Title { get; init; }

    /// <summary>The publisher's name that the container gives.</summary>
    public string? Site { get; init; }

    /// <summary>The byline that the container gives.</summary>
    public string? Author { get; init; }

    /// <summary>The day of publication that the container gives.</summary>
    public PartialDate? Published { get; init; }
}
