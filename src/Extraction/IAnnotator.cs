namespace Extraction;

/// <summary>One stage of the pipeline.</summary>
/// <remarks>
/// An annotator is a pure function of the document: it keeps no state between calls, may be called from several threads, never changes the
/// document it is given, and never throws because of the text.
/// </remarks>
public interface IAnnotator
{
    /// <summary>The layers that must be there before this stage runs.</summary>
    Layers Requires { get; }

    /// <summary>The layers that this stage adds.</summary>
    Layers Provides { get; }

    /// <summary>Returns the document with this stage's layers added.</summary>
    Document Annotate(Document document);
}
