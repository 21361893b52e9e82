using System.CommandLine;
using MnistTrainer.CommandLine;
using MnistTrainer.Data;
using MnistTrainer.Digits;
using MnistTrainer.Models;
using MnistTrainer.Report;
using NetGen;
using NetGen.Data;

namespace MnistTrainer.Commands;

/// <summary>Reads digits of the user's own, photographed or drawn.</summary>
internal static class PredictCommand
{
    public static Command Create(Screen screen)
    {
        var images = new Argument<string[]>("IMAGE")
        {
            Description = "PNG or JPEG files with one digit each, photographed or drawn, of any size and colour.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> load = SharedOptions.Load("The weights that the trainer has saved by --save.");
        Option<string?> model = SharedOptions.Model("The network, where the file of weights does not say it.");
        var command = new Command("predict", "Reads pictures of digits of your own.") { images, load, model };
        command.Validators.Add(result =>
        {
            if (!result.IsStated(load) && result.GetResult(images) is { Tokens.Count: > 0 })
                result.AddError($"{load.Name} FILE is needed: train --save FILE writes one.");
        });
        command.SetAction(result => CommandRun.RunAsync(
            screen, _ => Task.FromResult(Run(screen, result.GetValue(images)!, result.GetValue(load)!, result.GetValue(model)))));
        return command;
    }

    private static int Run(Screen screen, string[] images, string load, string? model)
    {
        WeightsFile weights = WeightsFile.Open(load);
        Network network = weights.Load(model);
        DataSetKind kind = DataSetCatalog.Named(weights.Origin?.DataSet ?? DataSetCatalog.Default);
        IReadOnlyList<string> names = weights.Origin?.ClassNames
            ?? [.. Enumerable.Range(0, network.OutputShape[0]).Select(digit => $"{digit}")];
        int exitCode = ExitCode.Success;
        foreach (string image in images)
        {
            try
            {
                GreyPicture picture = GreyPicture.Read(image);
                FoundDigit digit = DigitFinder.Find(GreyImage.Of(picture.Width, picture.Height, picture.Pixels))
                    ?? throw new InvalidDataException($"'{image}' has no digit: no strokes stand out from the background.");
                double[] probabilities = ProbabilityBars.Probabilities(
                    network.Predict(kind.Normalization.Sample(digit.Pixels)), weights);
                Write(screen, image, digit, probabilities, names);
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                // The other pictures are read all the same.
                Console.Error.WriteLine(error.Message);
                exitCode = ExitCode.WrongInput;
            }
        }

        return exitCode;
    }

    private static void Write(
        Screen screen, string image, FoundDigit digit, double[] probabilities, IReadOnlyList<string> names)
    {
        screen.WriteLine($"{image}: {(digit.IsDarkOnLight ? "dark on light, inverted" : "light on dark")}");
        ImageDrawing.Write(screen, [("as the network sees it", digit.Pixels)]);
        screen.WriteLine();
        foreach (string line in ProbabilityBars.Lines(probabilities, names, screen.HasBlocks))
            screen.WriteLine(line);
        screen.WriteLine(ProbabilityBars.Verdict(probabilities, names));
        screen.WriteLine();
    }
}
