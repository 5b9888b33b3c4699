using System.Globalization;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Values;

/// <summary>What a word means to the value scanners; <c>seeds/rules/values.tsv</c> says which words are which.</summary>
internal enum ValueWordClass : byte
{
    None, Month, Ordinal, Numeral, Tens, Fraction, Multiplier, Scale, Vague, Several, Currency, Dollar, Nation, Money, Unit, Weekday, Noun, Function, Future, Relative, Phase, Stage, Round, Fiscal,
    Article,
}

/// <summary>A word of the lexicon.</summary>
/// <param name="Class">What it is; <see cref="ValueWordClass.None"/> for every word that is not in the lexicon.</param>
/// <param name="Number">The number it stands for, 0 where it stands for none.</param>
/// <param name="Text">The ISO 4217 code of a currency, otherwise empty.</param>
internal readonly record struct ValueWord(ValueWordClass Class, long Number, string Text);

/// <summary>The words that value scanners know, found by token key.</summary>
internal sealed class ValueLexicon
{
    // Open addressing with a load of at most one quarter: nearly every look-up is of a word that is not in the table and ends at its first slot.
    private readonly ulong[] _keys;
    private readonly ValueWord[] _words;
    private readonly int _mask;

    /// <summary>Reads the words; columns <c>form</c>, <c>class</c>, <c>number</c>, <c>text</c>.</summary>
    /// <exception cref="SeedException">A class or number cannot be read, or a form stands twice.</exception>
    public ValueLexicon(SeedTable table)
    {
        table.RequireColumns("form", "class", "number", "text");
        int size = 1024;
        while (size < table.Rows.Length * 4)
            size *= 2;
        _keys = new ulong[size];
        _words = new ValueWord[size];
        _mask = size - 1;
        var errors = new List<SeedError>();
        foreach (SeedRow row in table.Rows)
        {
            long number = 0;
            if (!Enum.TryParse(row["class"], ignoreCase: true, out ValueWordClass kind) || kind == ValueWordClass.None)
                errors.Add(row.Error("a class of value words", row["class"]));
            else if (row["number"].Length > 0 && !long.TryParse(row["number"], NumberStyles.None, CultureInfo.InvariantCulture, out number))
                errors.Add(row.Error("a whole number", row["number"]));
            else if (!Add(TokenKey.Of(row["form"]), new ValueWord(kind, number, row["text"])))
                errors.Add(row.Error("a form that stands once", row["form"]));
        }
        if (errors.Count > 0)
            throw new SeedException(errors);
    }

    /// <summary>The word with the given token key, or one of class <see cref="ValueWordClass.None"/>.</summary>
    public ref readonly ValueWord this[ulong key]
    {
        get
        {
            int slot = (int)key & _mask;
            while (_keys[slot] != key && _keys[slot] != 0)
                slot = (slot + 1) & _mask;
            return ref _words[slot];
        }
    }

    /// <summary>Marks <paramref name="key"/> as the first word of a phrase, unless the word has a class of its own.</summary>
    public void AddStage(ulong key) => Add(key, new ValueWord(ValueWordClass.Stage, 0, ""));

    private bool Add(ulong key, ValueWord word)
    {
        int slot = (int)key & _mask;
        while (_keys[slot] != 0)
        {
            if (_keys[slot] == key)
                return false;
            slot = (slot + 1) & _mask;
        }
        _keys[slot] = key;
        _words[slot] = word;
        return true;
    }
}
