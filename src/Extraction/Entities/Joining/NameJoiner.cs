namespace Extraction.Entities.Joining;

/// <summary>Decides which names of an article mean the same thing.</summary>
/// <remarks>Every rule looks names up by a key, never pair by pair, so that the time grows with the number of names. One instance serves one article.</remarks>
internal sealed class NameJoiner
{
    private readonly Document _document;
    private readonly NameWords _words;
    private readonly List<Name> _names;
    private readonly int[] _parent;

    private NameJoiner(Document document, List<Name> names, NameWords words)
    {
        _document = document;
        _words = words;
        _names = names;
        _parent = [.. Enumerable.Range(0, names.Count)];
    }

    /// <summary>The groups of names that mean one thing each, in order of their first mention.</summary>
    public static List<List<Name>> Join(Document document, List<Name> names, NameWords words)
    {
        var joiner = new NameJoiner(document, names, words);
        joiner.JoinShortened();
        joiner.JoinPersons();
        joiner.JoinInitials();
        joiner.JoinBrackets();
        joiner.JoinExpanded();
        return [.. Enumerable.Range(0, names.Count).GroupBy(joiner.Root).Select(group => group.Select(index => names[index]).ToList())];
    }

    private int Root(int index)
    {
        while (_parent[index] != index)
            index = _parent[index] = _parent[_parent[index]];
        return index;
    }

    private void Union(int one, int other)
    {
        (one, other) = (Root(one), Root(other));
        _parent[Math.Max(one, other)] = Math.Min(one, other);
    }

    // "CARsgen Therapeutics" and "CARsgen", "Citius Pharmaceuticals" and "Citius Pharma": the beginning of a longer name. A name with its legal
    // form is complete: "Aldora Inc." beside "Aldora Biologics" is another company.
    private void JoinShortened()
    {
        var starts = new Dictionary<(EntityType, string), int>();
        for (int index = 0; index < _names.Count; index++)
        {
            Name name = _names[index];
            if (!name.IsOrganization)
                continue;
            for (int length = 1; length < name.Words.Length; length++)
                starts.TryAdd((name.Type, string.Concat(name.Words[..length])), index);
            string last = name.Words[^1];
            for (int letters = 3; name.Words.Length > 1 && _words.IsGeneric(last) && letters < last.Length; letters++)
                starts.TryAdd((name.Type, string.Concat(name.Words[..^1]) + last[..letters]), index);
        }
        for (int index = 0; index < _names.Count; index++)
        {
            Name name = _names[index];
            if (name.IsOrganization && !name.IsComplete && !(name.Words.Length == 1 && _words.IsGeneric(name.Words[0]))
                && starts.TryGetValue((name.Type, string.Concat(name.Words)), out int longer))
            {
                Union(index, longer);
            }
        }
    }

    // "Jane B. Doe", "Jane Doe" and "Doe"; a first name alone only when it is nobody's family name.
    private void JoinPersons()
    {
        var full = new Dictionary<string, int>(StringComparer.Ordinal);
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int index = 0; index < _names.Count; index++)
        {
            string[] words = _names[index].Words;
            if (_names[index].Type != EntityType.Person || words.Length < 2)
                continue;
            if (!full.TryAdd(words[0] + " " + words[^1], index))
                Union(index, full[words[0] + " " + words[^1]]);
            for (int length = 1; length < words.Length; length++)
                last.TryAdd(string.Join(' ', words[length..]), index);
            first.TryAdd(words[0], index);
        }
        for (int index = 0; index < _names.Count; index++)
        {
            string[] words = _names[index].Words;
            if (_names[index].Type != EntityType.Person || words.Length > 2)
                continue;
            if (words.Length == 2 && words[0].Length == 1 && full.FirstOrDefault(pair => pair.Key[0] == words[0][0] && pair.Key.EndsWith(" " + words[1], StringComparison.Ordinal)) is { Key: not null } initial)
                Union(index, initial.Value);
            if (last.TryGetValue(string.Join(' ', words), out int longer) || words.Length == 1 && first.TryGetValue(words[0], out longer))
                Union(index, longer);
        }
    }

    // "National Institutes of Health" and "NIH", wherever they stand.
    private void JoinInitials()
    {
        var initials = new Dictionary<(EntityType, string), int>();
        for (int index = 0; index < _names.Count; index++)
        {
            Name name = _names[index];
            if (name.Words.Length > 1 && !name.IsAbbreviation)
                initials.TryAdd((name.Type, Initials.Of(name.Words)), index);
        }
        for (int index = 0; index < _names.Count; index++)
        {
            Name name = _names[index];
            if (name.IsAbbreviation && initials.TryGetValue((name.Type, Initials.Letters(name.Text)), out int longer))
                Union(index, longer);
        }
    }

    // "exagamglogene autotemcel (exa-cel)", "A, formerly B".
    private void JoinBrackets()
    {
        var places = new List<(Mention Mention, int Name)>();
        for (int index = 0; index < _names.Count; index++)
            places.AddRange(_names[index].Mentions.Select(mention => (mention, index)));
        places.Sort((left, right) => left.Mention.Span.CompareTo(right.Mention.Span));
        for (int index = 1; index < places.Count; index++)
        {
            Name left = _names[places[index - 1].Name], right = _names[places[index].Name];
            if (left.Type == right.Type && Apposition.Links(_document, places[index - 1].Mention.Span, places[index].Mention.Span) is var link
                && link != AppositionKind.None && Fits(left, right, link))
            {
                Union(places[index - 1].Name, places[index].Name);
            }
        }
    }

    private static bool Fits(Name left, Name right, AppositionKind link) => left.Type switch
    {
        EntityType.Product => true,
        EntityType.Trial => link is AppositionKind.Bracket or AppositionKind.Renamed,
        EntityType.Place => false,
        EntityType.Person => link == AppositionKind.Renamed,
        _ => link == AppositionKind.Renamed || link == AppositionKind.Bracket
            && (Initials.Fit(right.Text, left.Words) || Initials.Fit(left.Text, right.Words) || left.IsOrganization && right.IsAbbreviation),
    };

    // "early AD" and "early Alzheimer's disease", once AD and Alzheimer's disease are known to be one.
    private void JoinExpanded()
    {
        var longForms = new Dictionary<string, string>(StringComparer.Ordinal);
        var written = new Dictionary<(EntityType, string), int>();
        for (int index = 0; index < _names.Count; index++)
        {
            Name name = _names[index];
            written.TryAdd((name.Type, string.Join(' ', name.Words)), index);
            Name first = _names[Root(index)];
            if (name.IsAbbreviation && name.Words.Length == 1)
            {
                string[]? longest = Enumerable.Range(0, _names.Count).Where(other => Root(other) == Root(index))
                    .Select(other => _names[other].Words).MaxBy(words => words.Length);
                if (longest is { Length: > 1 })
                    longForms[name.Words[0]] = string.Join(' ', longest);
            }
        }
        if (longForms.Count == 0)
            return;
        for (int index = 0; index < _names.Count; index++)
        {
            Name name = _names[index];
            if (name.Words.Length < 2 || !Array.Exists(name.Words, longForms.ContainsKey))
                continue;
            string expanded = string.Join(' ', name.Words.Select(word => longForms.GetValueOrDefault(word, word)));
            if (written.TryGetValue((name.Type, expanded), out int other))
                Union(index, other);
        }
    }
}
