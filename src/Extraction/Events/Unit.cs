namespace Extraction.Events;

/// <summary>A word, or a whole name or value that stands for its type, as the classifiers read a sentence.</summary>
/// <param name="Key">The word's key, or the key of the name's or value's type.</param>
/// <param name="Stem">The key of the word's first letters; the same as <paramref name="Key"/> for names, values and short words.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="Mention">Index in <see cref="ArticleView.Mentions"/>, or -1.</param>
/// <param name="Value">Index in <see cref="Document.Values"/>, or -1.</param>
/// <param name="Trigger">Class in the trigger lexicon of the form that begins here; 0 for none.</param>
internal readonly record struct Unit(ulong Key, ulong Stem, int FirstToken, int Mention, int Value, byte Trigger);

/// <summary>A place that names an entity, seen from its sentence.</summary>
/// <param name="Entity">Index in <see cref="Document.Entities"/>.</param>
/// <param name="Sentence">Index in <see cref="Document.Sentences"/>.</param>
/// <param name="Unit">Index in <see cref="ArticleView.Units"/>.</param>
/// <param name="Start">First UTF-16 code unit.</param>
internal readonly record struct MentionView(int Entity, int Sentence, int Unit, int Start);

/// <summary>What the article as a whole says about an entity.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Rank">Zero-based rank by salience among the entities of its type.</param>
/// <param name="Salience">How much the article is about it.</param>
/// <param name="Title">Whether the title names it.</param>
internal readonly record struct EntityView(EntityType Type, int Rank, float Salience, bool Title);

/// <summary>A sentence as a run of units.</summary>
/// <param name="First">Index of its first unit.</param>
/// <param name="End">Index after its last unit.</param>
/// <param name="FirstMention">Index of its first mention.</param>
/// <param name="EndMention">Index after its last mention.</param>
/// <param name="Factual">Whether its section can hold facts of this article.</param>
/// <param name="Section">The kind of its section.</param>
internal readonly record struct SentenceView(int First, int End, int FirstMention, int EndMention, bool Factual, SectionKind Section);
