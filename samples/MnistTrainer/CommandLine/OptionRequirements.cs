using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MnistTrainer.CommandLine;

/// <summary>Checks of the options' values. Each error says what was expected and what was given.</summary>
internal static class OptionRequirements
{
    public static void RequireOneOf(this Option<string> option, string[] names)
    {
        option.CompletionSources.Add(names);
        option.Require(names.Contains, value => $"expected one of {string.Join(", ", names)}, not {value}");
    }

    public static void RequireRange(this Option<int> option, int low, int high) => option.CustomParser = result =>
    {
        string text = Text(result);
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) || value < low || value > high)
            result.AddError($"{option.Name}: expected a whole number from {low} to {high}, not {text}.");
        return value;
    };

    /// <summary>With a decimal point, whatever the machine's language.</summary>
    public static void RequirePositive(this Option<double?> option) => option.CustomParser = result =>
    {
        string text = Text(result);
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        if (!isNumber || value is not (> 0 and < double.PositiveInfinity))
            result.AddError($"{option.Name}: expected a number above 0, not {text}.");
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
