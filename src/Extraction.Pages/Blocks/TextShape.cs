using System.Buffers;
using Extraction.Pages.Html;

namespace Extraction.Pages.Blocks;

/// <summary>What a block looks like without its surroundings.</summary>
internal readonly struct TextShape
{
    private static readonly SearchValues<string> Promo = SearchValues.Create(
        [.. PageRules.Table("promowords").Rows.Select(row => row["phrase"])], StringComparison.OrdinalIgnoreCase);

    // Promotion is counted up to here: more of it says nothing more.
    private const int MaxPromo = 6;

    public TextShape(Block block)
    {
        string text = block.Text;
        Words = block.Words;
        Units = text.Length;
        LinkDensity = (float)block.LinkDensity;
        StrongShare = (float)block.StrongUnits / text.Length;
        int letters = 0, upper = 0, digits = 0, ideographs = 0, capitals = 0;
        for (int index = 0; index < text.Length; index++)
        {
            char unit = text[index];
            if (char.IsLetter(unit))
            {
                letters++;
                bool isUpper = char.IsUpper(unit);
                upper += isUpper ? 1 : 0;
                ideographs += unit >= '\u3040' && unit <= '\u9FFF' ? 1 : 0;
                capitals += isUpper && (index == 0 || text[index - 1] is ' ' or '"' or '“') ? 1 : 0;
            }
            else if (char.IsAsciiDigit(unit))
            {
                digits++;
            }
            else if (unit != ' ')
            {
                Mark mark = MarkOf(unit);
                Stops += mark == Mark.FullStop || (mark == Mark.Stop && (index + 1 == text.Length || text[index + 1] is ' ' or '"' or '”' or '’')) ? 1 : 0;
                Commas += mark == Mark.Comma ? 1 : 0;
                Quotes += mark == Mark.Quote ? 1 : 0;
                Bars += mark == Mark.Bar ? 1 : 0;
            }
        }
        UpperShare = letters == 0 ? 0 : (float)upper / letters;
        DigitShare = (float)digits / text.Length;
        IdeographShare = letters == 0 ? 0 : (float)ideographs / letters;
        CapitalShare = (float)capitals / Words;
        LetterShare = (float)letters / text.Length;
        EndsSentence = FoldedLine.EndsSentence(text);
        StartsLower = char.IsLower(text[0]);
        PromoCount = CountPromo(text);
    }

    public int Words { get; }

    public int Units { get; }

    public float LinkDensity { get; }

    public float StrongShare { get; }

    public float UpperShare { get; }

    public float DigitShare { get; }

    public float IdeographShare { get; }

    public float CapitalShare { get; }

    public float LetterShare { get; }

    public int Stops { get; }

    public int Commas { get; }

    public int Quotes { get; }

    public int Bars { get; }

    public bool EndsSentence { get; }

    public bool StartsLower { get; }

    public int PromoCount { get; }

    public bool IsProse => Words >= 8 && LinkDensity < 0.34f;

    private static Mark MarkOf(char unit) => unit switch
    {
        '.' or '!' or '?' => Mark.Stop,
        '。' or '！' or '？' => Mark.FullStop,
        ',' or '，' or '、' => Mark.Comma,
        '"' or '“' or '”' or '「' or '」' => Mark.Quote,
        '|' or '•' or '·' or '›' or '»' or '©' or '@' => Mark.Bar,
        _ => Mark.None,
    };

    private static int CountPromo(string text)
    {
        int count = 0;
        ReadOnlySpan<char> rest = text;
        while (count < MaxPromo)
        {
            int at = rest.IndexOfAny(Promo);
            if (at < 0)
                break;
            count++;
            rest = rest[Math.Min(rest.Length, at + 4)..];
        }
        return count;
    }

    private enum Mark
    {
        None,
        Stop,
        FullStop,
        Comma,
        Quote,
        Bar,
    }
}
