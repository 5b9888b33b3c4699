using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Extraction.Records;
using Extraction.Training.Clusters;
using Extraction.Training.Entities;
using Extraction.Training.Events;
using Extraction.Training.Pages;
using Extraction.Training.Relations;
using Spectre.Console;

namespace Extraction.Cli.Commands;

/// <summary><c>cgt train</c>: makes the models from annotated articles.</summary>
internal static class TrainCommand
{
    private const string Help =
        """
        Examples:
          cgt train clusters --articles articles.jsonl.gz --leave-out dev.jsonl
          cgt train entities --gold train.jsonl --written written.jsonl --measure dev.jsonl
          cgt train relations --gold train.jsonl written.jsonl
          cgt train events --gold train.jsonl written.jsonl
          cgt train blocks --pages pages

        Gold is what people annotated or reviewed: article records, one a line. Each command writes a model and its
        manifest (inputs with digests, options, scores) to models/; the same inputs and seed give the same bytes.
        Train clusters before entities, and both before relations, which read them. Build again to use a new model.
        """;

    public static Command Create(Terminal terminal) =>
        new ExampleCommand("train", "Make the models from annotated articles.", Help)
        {
            Blocks(terminal), Clusters(terminal), Entities(terminal), Relations(terminal), Events(terminal),
        };

    private static ExampleCommand Blocks(Terminal terminal)
    {
        var pages = new Option<DirectoryInfo>("--pages")
        {
            HelpName = "DIR",
            Description = "One folder for each set of pages: gold.json and its pages as .html.gz.",
            Required = true,
        };
        pages.AcceptExistingOnly();
        Option<string> output = Output("models/pages");
        Option<ulong> seed = Seed();
        var command = new ExampleCommand("blocks", "Train the model that tells an article's blocks from the rest of a page.", Help) { pages, output, seed };
        command.SetAction(arguments =>
        {
            string folder = arguments.GetRequiredValue(output);
            BlockTrainer.Train(arguments.GetRequiredValue(pages).ToString(), folder, arguments.GetValue(seed), terminal.Error.Profile.Out.Writer);
            return Finish(terminal, folder, "blocks.bin");
        });
        return command;
    }

    private static ExampleCommand Clusters(Terminal terminal)
    {
        var articles = new Option<FileInfo>("--articles") { HelpName = "FILE", Description = "Articles, one a line: id, text; may be gzipped.", Required = true };
        articles.AcceptExistingOnly();
        Option<FileInfo[]> leftOut = Files("--leave-out", "Records of articles that are not to be trained on, because they measure.");
        Option<string> output = Output("models");
        Option<ulong> seed = Seed();
        var command = new ExampleCommand("clusters", "Group words by the company they keep, from unlabelled articles.", Help) { articles, leftOut, output, seed };
        command.SetAction(arguments =>
        {
            var training = new ClusterTraining
            {
                Articles = arguments.GetRequiredValue(articles).ToString(),
                LeftOut = Paths(arguments, leftOut),
                OutputFolder = arguments.GetRequiredValue(output),
                Seed = arguments.GetValue(seed),
            };
            training.Run();
            return Finish(terminal, training.OutputFolder, ClusterTraining.ModelFile);
        });
        return command;
    }

    private static ExampleCommand Entities(Terminal terminal)
    {
        Option<FileInfo[]> gold = Gold();
        Option<FileInfo[]> written = Files("--written", "Gold to train on only, because it was written and says little about real articles.");
        Option<FileInfo[]> measured = Files("--measure", "Gold to measure with and never to train on.");
        var articles = new Option<FileInfo?>("--articles") { HelpName = "FILE", Description = "Unlabelled articles to learn the habits of words from; takes five times as long." };
        Option<string> output = Output("models");
        Option<ulong> seed = Seed();
        var command = new ExampleCommand("entities", "Train the recogniser of names.", Help) { gold, written, measured, articles, output, seed };
        command.SetAction(arguments =>
        {
            var training = new EntityTraining
            {
                Gold = Paths(arguments, gold),
                Written = Paths(arguments, written),
                Measured = Paths(arguments, measured),
                Articles = arguments.GetValue(articles)?.ToString(),
                ModelFolder = arguments.GetRequiredValue(output),
                Seed = arguments.GetValue(seed),
            };
            EntityTrainer.Run(training, terminal.Say);
            return Finish(terminal, training.ModelFolder, EntityTraining.ModelFile);
        });
        return command;
    }

    private static ExampleCommand Relations(Terminal terminal)
    {
        Option<FileInfo[]> gold = Gold();
        Option<string> output = Output("models");
        Option<ulong> seed = Seed();
        var annotatedOnly = new Option<bool>("--annotated-only") { Description = "Learn from the annotated entities alone: quicker, but too trusting of recognised ones." };
        var command = new ExampleCommand("relations", "Train the classifiers of relations.", Help) { gold, annotatedOnly, output, seed };
        command.SetAction(arguments =>
        {
            string folder = arguments.GetRequiredValue(output);
            ImmutableArray<string> files = [.. Paths(arguments, gold)];
            ArticleRecord[] records = [.. files.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(RecordsJson.Read)];
            IReadOnlyList<ArticleRecord> recognised = arguments.GetValue(annotatedOnly) ? [] : HeldOutEntities.Find(records, folder, HeldOutEntities.DefaultFolds, terminal.Say);
            RelationTrainingReport report = RelationTrainer.Train(new RelationTrainingOptions { Gold = files, Recognised = recognised, Seed = arguments.GetValue(seed) }, folder);
            foreach (RelationScore score in report.Scores)
                terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{ContractName.Of(score.Type)}: F1 {score.F1:0.000} by cross-validation, {score.Gold} in the gold"));
            return Finish(terminal, folder, "relations.bin");
        });
        return command;
    }

    private static ExampleCommand Events(Terminal terminal)
    {
        Option<FileInfo[]> gold = Gold();
        var held = new Option<string?>("--cross-validation") { HelpName = "FILE", Description = "Where to write the events found in articles not trained on." };
        Option<string> output = Output("models");
        Option<ulong> seed = Seed();
        var command = new ExampleCommand("events", "Train the models of events, their roles and values.", Help) { gold, held, output, seed };
        command.SetAction(arguments =>
        {
            var options = new EventTrainingOptions
            {
                GoldPaths = Paths(arguments, gold),
                CrossValidationPath = arguments.GetValue(held),
                OutputDirectory = arguments.GetRequiredValue(output),
                Seed = arguments.GetValue(seed),
            };
            EventTrainer.Train(options, terminal.Say);
            return Finish(terminal, options.OutputDirectory, EventTrainer.FileName);
        });
        return command;
    }

    private static Option<FileInfo[]> Gold()
    {
        Option<FileInfo[]> gold = Files("--gold", "Annotated articles to train on.");
        gold.Required = true;
        return gold;
    }

    private static Option<FileInfo[]> Files(string name, string description)
    {
        var option = new Option<FileInfo[]>(name) { HelpName = "FILE", Description = description, AllowMultipleArgumentsPerToken = true };
        option.AcceptExistingOnly();
        return option;
    }

    private static Option<string> Output(string folder) =>
        new("--out", "-o") { HelpName = "DIR", Description = "The folder of the models.", DefaultValueFactory = _ => folder };

    private static Option<ulong> Seed() =>
        new("--seed") { HelpName = "N", Description = "Fixes every random choice.", DefaultValueFactory = _ => 1 };

    private static string[] Paths(ParseResult arguments, Option<FileInfo[]> option) => [.. (arguments.GetValue(option) ?? []).Select(file => file.ToString())];

    private static int Finish(Terminal terminal, string folder, string model)
    {
        terminal.Print($"Wrote {Path.Combine(folder, model)} and its manifest. Build again to use it.");
        return ExitCode.Done;
    }
}
