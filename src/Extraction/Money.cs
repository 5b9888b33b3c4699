namespace Extraction;

/// <summary>How exactly a figure was stated.</summary>
public enum Qualifier
{
    /// <summary>Stated as it is.</summary>
    Exact,

    /// <summary>About, nearly, around, some, ~.</summary>
    About,

    /// <summary>Up to, as much as, a maximum of.</summary>
    UpTo,

    /// <summary>Over, more than, at least, exceeding.</summary>
    Over,

    /// <summary>Under, less than, below.</summary>
    Under,

    /// <summary>Between a lower and a higher figure.</summary>
    Range,

    /// <summary>The text says that the amount is not disclosed; there is no figure.</summary>
    Undisclosed,
}

/// <summary>An amount of money in units of its currency, never in millions.</summary>
/// <param name="Value">The amount, or the lower one of a range; null exactly when the qualifier is <see cref="Qualifier.Undisclosed"/>.</param>
/// <param name="Currency">ISO 4217 code; null exactly when <paramref name="Value"/> is.</param>
/// <param name="Qualifier">How exactly the amount was stated.</param>
/// <param name="High">The higher amount of a range, otherwise null.</param>
public sealed record Money(decimal? Value, string? Currency, Qualifier Qualifier = Qualifier.Exact, decimal? High = null)
{
    /// <summary>An amount that the text says is not disclosed.</summary>
    public static Money Undisclosed { get; } = new(null, null, Qualifier.Undisclosed);
}
