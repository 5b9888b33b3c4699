using System.Collections.Frozen;
using Extraction.Seeds;
using Extraction.Tokens;

namespace Extraction.Gazetteers;

/// <summary>Writes a name in the other ways in which texts write it.</summary>
internal sealed class NameVariants
{
    // Names with several parts that can each be written in two ways would otherwise grow without bound.
    private const int MaxForms = 24;

    private readonly FrozenDictionary<string, string[]> _spellings;
    private readonly FrozenSet<string> _ordinaryWords;

    /// <param name="spellings">Columns <c>form</c> and <c>other</c>: words that are the same in two spellings.</param>
    /// <param name="ordinaryWords">Column <c>word</c>: ordinary words that are also names.</param>
    public NameVariants(SeedTable? spellings, SeedTable? ordinaryWords)
    {
        spellings?.RequireColumns("form", "other");
        ordinaryWords?.RequireColumns("word");
        _spellings = (spellings?.Rows ?? [])
            .SelectMany(row => new[] { (From: row["form"], To: row["other"]), (From: row["other"], To: row["form"]) })
            .GroupBy(pair => pair.From, pair => pair.To, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.OrdinalIgnoreCase);
        _ordinaryWords = (ordinaryWords?.Rows ?? []).Select(row => row["word"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All forms of the name, the name itself first.</summary>
    public List<NameForm> Of(NameCell name, Lexicon lexicon)
    {
        FormFlags flags = FlagsOf(name, lexicon);
        var forms = new List<NameForm> { new(name.Text, flags) };
        if (name.Sign is '=' or '?' && name.Text.Length <= 3)
            return forms;
        AddSpellings(forms);
        AddAmpersands(forms);
        if (lexicon is Lexicon.Product or Lexicon.Platform or Lexicon.Gene or Lexicon.Antigen or Lexicon.Modality or Lexicon.Trial or Lexicon.ModalityWord)
            AddGlued(forms);
        if (lexicon is Lexicon.Product or Lexicon.Gene or Lexicon.Antigen)
            AddSplit(forms);
        if (lexicon is Lexicon.Disease or Lexicon.Modality or Lexicon.Toxicity or Lexicon.DiseaseWord or Lexicon.ModalityWord or Lexicon.Antigen)
            AddPlurals(forms);
        return forms;
    }

    private FormFlags FlagsOf(NameCell name, Lexicon lexicon)
    {
        FormFlags flags = name.Flags;
        bool abbreviation = IsAbbreviation(name.Text);
        if (name.Sign is ' ' or '^' && (abbreviation || !IsWrittenSmall(lexicon)) && _ordinaryWords.Contains(name.Text))
            flags |= FormFlags.Ambiguous | (abbreviation ? FormFlags.ExactCase : FormFlags.NameCase);
        if ((flags & (FormFlags.ExactCase | FormFlags.NameCase)) != 0)
            return flags;
        // Studies are named with ordinary words in capitals (EMBARK, JOURNEY), genes with any letters (SCOT, CALIF).
        if (lexicon == Lexicon.Trial || lexicon == Lexicon.LegalForm && name.Text.Length <= 3 || lexicon == Lexicon.Gene && IsWordInCapitals(name.Text))
            return flags | FormFlags.ExactCase;
        if (abbreviation && name.Sign != '~')
            return flags | FormFlags.ExactCase;
        return (IsProperName(lexicon) || lexicon == Lexicon.Gene && name.Text.Any(char.IsAsciiDigit)) && char.IsUpper(name.Text[0]) ? flags | FormFlags.NameCase : flags;
    }

    // Lexicons whose names are ordinary words themselves: there an ordinary word says nothing against the name.
    private static bool IsWrittenSmall(Lexicon lexicon) => lexicon is Lexicon.Modality or Lexicon.ModalityWord or Lexicon.Disease or Lexicon.DiseaseWord
        or Lexicon.Toxicity or Lexicon.Pathogen or Lexicon.PersonTitle;

    // Small letters there come from web and mail addresses: "contact lilly.com".
    private static bool IsProperName(Lexicon lexicon) => lexicon is Lexicon.Company or Lexicon.Investor or Lexicon.Institution or Lexicon.Platform or Lexicon.Place
        or Lexicon.Outlet or Lexicon.Venue or Lexicon.GivenName or Lexicon.Surname or Lexicon.LegalForm or Lexicon.CompanyWord or Lexicon.InvestorWord or Lexicon.InstitutionWord;

    private static bool IsWordInCapitals(string name)
    {
        foreach (char unit in name)
        {
            if (!char.IsAsciiLetterUpper(unit))
                return false;
        }
        return true;
    }

    // Upper-case abbreviations of 2 to 4 letters are case-sensitive (shared/domain/VOCAB.md); digits count as letters.
    private static bool IsAbbreviation(string name)
    {
        int letters = 0, length = 0;
        foreach (char unit in name)
        {
            if (char.IsLower(unit) || unit is ' ')
                return false;
            if (char.IsLetter(unit))
                letters++;
            if (char.IsLetterOrDigit(unit))
                length++;
        }
        return letters > 0 && length <= 4 && name[0] < 0x2E80;
    }

    private void AddSpellings(List<NameForm> forms)
    {
        for (int index = 0; index < forms.Count && forms.Count < MaxForms; index++)
        {
            (string text, FormFlags flags) = forms[index];
            foreach (Token token in Tokenizer.Tokenize(TextNormalizer.Normalize(text)))
            {
                if (!_spellings.TryGetValue(token.Span.Of(text).ToString(), out string[]? others))
                    continue;
                foreach (string other in others)
                    AddNew(forms, string.Concat(text.AsSpan(0, token.Start), other, text.AsSpan(token.End)), flags);
            }
        }
    }

    private static void AddAmpersands(List<NameForm> forms)
    {
        for (int index = forms.Count - 1; index >= 0; index--)
        {
            (string text, FormFlags flags) = forms[index];
            AddNew(forms, text.Replace(" & ", " and ", StringComparison.Ordinal), flags);
            AddNew(forms, text.Replace(" and ", " & ", StringComparison.Ordinal), flags);
        }
    }

    // "CAR-T" is also written CART, "FKC-876" FKC876: the hyphen goes where the part has a digit or is all upper case.
    private static void AddGlued(List<NameForm> forms)
    {
        for (int index = forms.Count - 1; index >= 0; index--)
        {
            (string text, FormFlags flags) = forms[index];
            string[] parts = text.Split(' ');
            for (int part = 0; part < parts.Length; part++)
            {
                bool code = parts[part].Any(char.IsAsciiDigit) || !parts[part].Any(char.IsLower);
                if (code && parts[part].Length >= 4)
                    parts[part] = parts[part].Replace("-", "", StringComparison.Ordinal);
            }
            AddNew(forms, string.Join(' ', parts), flags);
        }
    }

    // "IL2RA" is also written IL-2RA, "CLDN18.2" CLDN-18.2: only glued by a hyphen, as "CAT 2" is no gene.
    private static void AddSplit(List<NameForm> forms)
    {
        for (int index = forms.Count - 1; index >= 0; index--)
        {
            (string text, FormFlags flags) = forms[index];
            int digit = text.AsSpan().IndexOfAnyInRange('0', '9');
            if (digit >= 2 && !text.AsSpan().ContainsAny(" -/") && char.IsLetter(text[digit - 1]))
                AddNew(forms, $"{text.AsSpan(0, digit)}-{text.AsSpan(digit)}", flags | FormFlags.Unspaced);
        }
    }

    private static void AddPlurals(List<NameForm> forms)
    {
        for (int index = forms.Count - 1; index >= 0; index--)
        {
            (string text, FormFlags flags) = forms[index];
            if (text.Length < 4 || (flags & FormFlags.ExactCase) != 0 || !char.IsAsciiLetterLower(text[^1]) || text[^1] == 's' || text.EndsWith("ia", StringComparison.Ordinal))
                continue;
            bool consonantY = text[^1] == 'y' && !"aeiou".Contains(text[^2], StringComparison.Ordinal);
            AddNew(forms, consonantY ? $"{text.AsSpan(0, text.Length - 1)}ies" : text + "s", flags);
        }
    }

    private static void AddNew(List<NameForm> forms, string text, FormFlags flags)
    {
        foreach (NameForm form in forms)
        {
            if (form.Text == text)
                return;
        }
        if (forms.Count < MaxForms)
            forms.Add(new NameForm(text, flags));
    }
}
