using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MnistTrainer.Data;

namespace MnistTrainer.CommandLine;

/// <summary>Checks of the options' values. Each error says what was expected and what was given.</summary>
internal static class OptionRequirements
{
    public static void RequireOneOf<T>(this Option<T> option, string[] names)
        where T : class?
    {
        option.CompletionSources.Add(names);
        option.Require(
            value => value is null || names.Contains(value.ToString()),
            value => $"expected one of {string.Join(", ", names)}, not {value}");
    }

    public static void RequireRange(this Option<int> option, int low, int high) => option.CustomParser = result =>
    {
        string text = Text(result);
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) || value < low || value > high)
            result.AddError($"{option.Name}: expected a whole number from {low} to {high}, not {text}.");
        return value;
    };

    /// <summary>Whole numbers of at least 0 with commas between them, each once.</summary>
    public static void RequireSeeds(this Option<IReadOnlyList<int>?> option) => option.CustomParser = result =>
    {
        string text = Text(result);
        var seeds = new List<int>();
        foreach (string part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int seed) || seeds.Contains(seed))
            {
                result.AddError($"{option.Name}: expected different whole numbers with commas between them, as in 1,2,3, not {text}.");
                break;
            }

            seeds.Add(seed);
        }

        return seeds;
    };

    public static void RequirePositive(this Option<double?> option) =>
        option.RequireNumber(value => value is > 0 and < double.PositiveInfinity, "a number above 0");

    public static void RequireBelowOne(this Option<double?> option) =>
        option.RequireNumber(value => value is >= 0 and < 1, "a number from 0 to below 1");

    public static void RequireRange(this Option<double> option, double low, double high) => option.CustomParser = result =>
        Number(
            result, option, value => value >= low && value <= high,
            string.Create(CultureInfo.InvariantCulture, $"a number from {low} to {high}"));

    public static void RequireAtLeastOne(this Option<int?> option) => option.CustomParser = result =>
    {
        string text = Text(result);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value < 1)
            result.AddError($"{option.Name}: expected a whole number of at least 1, not {text}.");
        return value;
    };

    public static void RequireFolder(this Option<string?> option) => option.Require(
        value => value is null || Directory.Exists(value), value => $"the folder '{value}' does not exist");

    public static void RequireFile(this Option<string?> option) => option.Require(
        value => value is null || File.Exists(value), value => $"the file '{value}' does not exist");

    public static void RequirePlaceForFile(this Option<string?> option)
    {
        option.Require(value => value is null || !Directory.Exists(value), value => $"'{value}' is a folder, not a file");
        option.Require(
            value => value is null || Directory.Exists(FolderOf(value)),
            value => $"the folder '{FolderOf(value!)}' for the file does not exist");
    }

    public static void RequirePlaceForFolder(this Option<string?> option)
    {
        option.Require(value => value is null || !File.Exists(value), value => $"'{value}' is a file, not a folder");
        option.Require(
            value => value is null || Directory.Exists(FolderOf(value)),
            value => $"the folder '{FolderOf(value!)}' for the folder does not exist");
    }

    /// <summary>Whether the user has written the option.</summary>
    public static bool IsStated(this CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    /// <summary>Only MNIST is downloaded.</summary>
    public static void RequireFolderOfOtherSets(this CommandResult result, Option<string> dataSet, Option<string?> data)
    {
        if (result.IsStated(dataSet) && DataSetCatalog.Find(result.GetValue(dataSet)!) is { Name: not DataSetCatalog.Default and var name }
            && !result.IsStated(data))
            result.AddError($"{dataSet.Name} {name} is not downloaded; state the folder of its files by {data.Name} DIR.");
    }

    // With a decimal point, whatever the machine's language.
    private static void RequireNumber(this Option<double?> option, Func<double, bool> isRight, string expected) =>
        option.CustomParser = result => Number(result, option, isRight, expected);

    private static double Number(ArgumentResult result, Option option, Func<double, bool> isRight, string expected)
    {
        string text = Text(result);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !isRight(value))
            result.AddError($"{option.Name}: expected {expected}, not {text}.");
        return value;
    }

    private static string Text(ArgumentResult result) => string.Concat(result.Tokens.Select(token => token.Value));

    private static void Require<T>(this Option<T> option, Func<T, bool> isRight, Func<T, string> error) => option.Validators.Add(result =>
    {
        // A value that could not be parsed has its error already.
        if (!TryRead(result, option, out T? value))
            return;
        if (!isRight(value!))
            result.AddError($"{option.Name}: {error(value!)}.");
    });

    private static bool TryRead<T>(OptionResult result, Option<T> option, out T? value)
    {
        value = default;
        if (result.Errors.Any())
            return false;
        try
        {
            value = result.GetValue(option);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string FolderOf(string file) => file.Length == 0
        ? file
        : Path.GetDirectoryName(Path.GetFullPath(file)) ?? Path.GetPathRoot(Path.GetFullPath(file))!;
}
