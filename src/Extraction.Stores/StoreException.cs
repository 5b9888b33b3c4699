namespace Extraction.Stores;

/// <summary>A database cannot be used; the message says which, why, and what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Makes the exception with a message for people.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message for people and what caused it.</summary>
    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
