using Extraction.Learning;
using Extraction.Tokens;

namespace Extraction.Entities.Features;
/// <summary>The features that a token's surroundings and the rest of the article give; the readable list of them.</summary>
internal static class ContextTemplates
{
    /// <summary>The features of a token, in one fixed order.</summary>
    private enum Template
    {
        Bias = 256,
        WordBefore, WordAfter, WordsBefore, WordsAfter, WordsAround,
        ClustersBefore, ClustersAfter, ClustersAround, ShapesAround, ShapesBefore, ShapesAfter,
        Chunk, ChunkPlace, ChunkBefore, ChunkAfter, ChunkFirstWord, ChunkLastWord,
        RunPlace, RunFirstWord, RunLastWord, RunBefore, RunAfter, RunLastCluster,
        LineCase, LineKind, LineStart, LineFirstWord,
        Count, LowerTwin, FirstBefore, FirstAfter, OtherBefore, OtherAfter, InTitle, OtherRunLast,
        Acronym, AcronymHead,
        Name, NameBefore, NameAfter, NameAndShape,
        FarBefore, FarAfter,
        HabitBefore, HabitAfter, HabitsAround,
    }

    /// <summary>Adds the features of the token at <paramref name="token"/>, which lies in <paramref name="run"/>.</summary>
    public static void Collect(TokenContext context, TokenRun run, int token, FeatureList features)
    {
        Neighbours(context, run, token, features);
        Chunk(context, run, token, features);
        CapitalRun(context, run, token, features);
        Line(context, run, token, features);
        Names(context, run, token, features);
        if (context.Forms[token].Is(WordTraits.NameLike))
            Article(context, token, features);
    }

    private static void Neighbours(TokenContext context, TokenRun run, int token, FeatureList features)
    {
        WordForm form = context.Forms[token], left = context.At(token - 1, run), right = context.At(token + 1, run);
        WordForm farLeft = context.At(token - 2, run), farRight = context.At(token + 2, run);
        Add(features, Template.Bias, 0);
        Add(features, Template.WordBefore, TokenKey.Join(left.Key, form.Key));
        Add(features, Template.WordAfter, TokenKey.Join(form.Key, right.Key));
        Add(features, Template.WordsBefore, TokenKey.Join(farLeft.Key, left.Key));
        Add(features, Template.WordsAfter, TokenKey.Join(right.Key, farRight.Key));
        Add(features, Template.WordsAround, TokenKey.Join(left.Key, right.Key));
        Add(features, Template.ClustersBefore, Pack(left.Classes.Middle, form.Classes.Middle));
        Add(features, Template.ClustersAfter, Pack(form.Classes.Middle, right.Classes.Middle));
        Add(features, Template.ClustersAround, TokenKey.Join(Pack(left.Classes.Coarse, form.Classes.Coarse), right.Classes.Coarse));
        if ((form.Habit | left.Habit | right.Habit) != 0)
        {
            Add(features, Template.HabitBefore, Pack(left.Habit, form.Habit));
            Add(features, Template.HabitAfter, Pack(form.Habit, right.Habit));
            Add(features, Template.HabitsAround, Pack(left.Habit << 8 | right.Habit, form.Habit));
        }
        Add(features, Template.ShapesAround, TokenKey.Join(TokenKey.Join(left.ShortShape, form.ShortShape), right.ShortShape));
        Add(features, Template.ShapesBefore, TokenKey.Join(left.ShortShape, form.Shape));
        Add(features, Template.ShapesAfter, TokenKey.Join(form.Shape, right.ShortShape));
        for (int distance = 3; distance <= 5; distance++)
        {
            Add(features, Template.FarBefore, context.At(token - distance, run).Key);
            Add(features, Template.FarAfter, context.At(token + distance, run).Key);
        }
    }

    private static void Chunk(TokenContext context, TokenRun run, int token, FeatureList features)
    {
        int first = context.ChunkFirst[token], end = context.ChunkEnd[token];
        if (end - first > 1)
        {
            int place = Math.Min(token - first, 7) * 8 + Math.Min(end - 1 - token, 7);
            Add(features, Template.Chunk, TokenKey.Join(context.ChunkKey[token], (ulong)(token - first)));
            Add(features, Template.ChunkPlace, TokenKey.Join((ulong)place, context.Forms[token].ShortShape));
            Add(features, Template.ChunkFirstWord, TokenKey.Join(context.Forms[first].Key, (ulong)(token - first)));
            Add(features, Template.ChunkLastWord, TokenKey.Join(context.Forms[end - 1].Key, (ulong)(end - 1 - token)));
            if (first > run.First)
                Add(features, Template.ChunkBefore, context.ChunkKey[first - 1]);
            if (end < run.End)
                Add(features, Template.ChunkAfter, context.ChunkKey[end]);
        }
    }

    private static void CapitalRun(TokenContext context, TokenRun run, int token, FeatureList features)
    {
        int first = context.RunFirst[token], end = context.RunEnd[token];
        if (end <= token)
            return;
        Add(features, Template.RunPlace, Pack(Math.Min(token - first, 5), Math.Min(end - 1 - token, 5)));
        Add(features, Template.RunFirstWord, context.Forms[first].Key);
        Add(features, Template.RunLastWord, context.Forms[end - 1].Key);
        Add(features, Template.RunLastCluster, Pack(context.Forms[end - 1].Classes.Middle, Math.Min(end - 1 - token, 2)));
        Add(features, Template.RunBefore, TokenKey.Join(context.At(first - 1, run).Key, (ulong)Math.Min(token - first, 2)));
        Add(features, Template.RunAfter, TokenKey.Join(context.At(end, run).Key, (ulong)Math.Min(end - 1 - token, 2)));
    }

    private static void Line(TokenContext context, TokenRun run, int token, FeatureList features)
    {
        WordForm form = context.Forms[token];
        ulong kind = run.Line == 0 ? 0ul : run.Line < 3 ? 1ul : 2ul;
        ulong style = (ulong)form.Traits << 8 | context.LineCase[token];
        Add(features, Template.LineCase, TokenKey.Join(style, context.Repeats.HasLowerTwin(token) ? 1u : 0u));
        Add(features, Template.LineKind, TokenKey.Join(kind, (ulong)form.Traits));
        if (token - run.First < 3)
            Add(features, Template.LineStart, TokenKey.Join((ulong)(token - run.First), (ulong)form.Traits));
        Add(features, Template.LineFirstWord, TokenKey.Join(context.Forms[run.First].Key, form.ShortShape));
    }

    private static void Article(TokenContext context, int token, FeatureList features)
    {
        Repetitions repeats = context.Repeats;
        int count = repeats.Count(token);
        Add(features, Template.Count, TokenKey.Join((ulong)(count < 4 ? count : count < 8 ? 4 : 5), (ulong)context.Forms[token].Traits));
        Add(features, Template.LowerTwin, TokenKey.Join(repeats.HasLowerTwin(token) ? 1u : 0u, context.Forms[token].ShortShape));
        Acronym(context, token, features);
        if (count < 2)
            return;
        int first = repeats.First(token);
        if (first != token)
        {
            TokenRun firstRun = context.Runs[context.RunOf[first]];
            Add(features, Template.FirstBefore, context.At(first - 1, firstRun).Key);
            Add(features, Template.FirstAfter, context.At(first + 1, firstRun).Key);
            Add(features, Template.InTitle, firstRun.Line == 0 ? 1u : 0u);
        }
        Other(context, repeats.Previous(token), features);
        Other(context, repeats.Next(token), features);
    }

    private static void Other(TokenContext context, int other, FeatureList features)
    {
        if (other < 0)
            return;
        TokenRun run = context.Runs[context.RunOf[other]];
        Add(features, Template.OtherBefore, context.At(other - 1, run).Key);
        Add(features, Template.OtherAfter, context.At(other + 1, run).Key);
        if (context.RunEnd[other] > other + 1)
            Add(features, Template.OtherRunLast, context.Forms[context.RunEnd[other] - 1].Key);
    }

    // "chronic kidney disease (CKD)": what is abbreviated speaks for the abbreviation, here and wherever it stands later.
    private static void Acronym(TokenContext context, int token, FeatureList features)
    {
        WordForm form = context.Forms[token];
        if (!form.Is(WordTraits.AllCapitals) && !form.Is(WordTraits.InnerCapital))
            return;
        int place = context.Repeats.First(token);
        for (int tries = 0; place >= 0 && tries < 4; tries++, place = context.Repeats.Next(place))
        {
            TokenRun run = context.Runs[context.RunOf[place]];
            if (place - 2 < run.First || context.Text[context.Tokens[place - 1].Start] != '(')
                continue;
            Add(features, Template.AcronymHead, context.Forms[place - 2].Key);
            Add(features, Template.Acronym, context.Forms[place - 2].Classes.Fine);
            return;
        }
    }

    private static void Names(TokenContext context, TokenRun run, int token, FeatureList features)
    {
        foreach (ushort name in context.Names.At(token))
        {
            Add(features, Template.Name, name);
            Add(features, Template.NameAndShape, TokenKey.Join(name, context.Forms[token].ShortShape));
        }
        if (token > run.First)
        {
            foreach (ushort name in context.Names.At(token - 1))
                Add(features, Template.NameBefore, name);
        }
        if (token + 1 < run.End)
        {
            foreach (ushort name in context.Names.At(token + 1))
                Add(features, Template.NameAfter, name);
        }
    }

    private static ulong Pack(int first, int second) => (ulong)(uint)first << 32 | (uint)second;

    private static void Add(FeatureList features, Template template, ulong value) => features.Add((int)template, value);
}
