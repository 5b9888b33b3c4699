using System.Diagnostics.CodeAnalysis;

namespace Extraction;

/// <summary>A result or the reason why there is none.</summary>
/// <remarks>Exactly one of <see cref="Value"/> and <see cref="Failure"/> is set; there is no valid default value.</remarks>
public readonly record struct Outcome<T>
    where T : class
{
    private Outcome(T? value, DocumentFailure? failure)
    {
        Value = value;
        Failure = failure;
    }

    /// <summary>The result, null when there is none.</summary>
    public T? Value { get; }

    /// <summary>The reason why there is no result, null when there is one.</summary>
    public DocumentFailure? Failure { get; }

    /// <summary>Whether there is a result.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Value is not null;

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Outcome<T>(DocumentFailure failure) => new(null, failure);
}
