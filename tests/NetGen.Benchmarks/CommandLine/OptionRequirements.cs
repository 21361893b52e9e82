using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace NetGen.Benchmarks.CommandLine;

/// <summary>What an option's value must be; each fault says what was expected and what came.</summary>
internal static class OptionRequirements
{
    public static void RequireRange(this Option<int> option, int low, int high) => option.Require(
        value => value >= low && value <= high, value => $"expected a whole number from {low} to {high}, got {value}");

    public static void RequireSeconds(this Option<double> option) => option.Require(
        value => value is > 0 and < 3600,
        value => $"expected seconds above 0 and below 3600, got {value.ToString(CultureInfo.InvariantCulture)}");

    public static void RequireFolder(this Option<string?> option) => option.Require(
        value => value is null || Directory.Exists(value), value => $"the folder '{value}' does not exist");

    public static void RequirePlaceForFile(this Option<string?> option)
    {
        option.Require(value => value is null || !Directory.Exists(value), value => $"'{value}' is a folder, and a file is to be written");
        option.Require(
            value => string.IsNullOrEmpty(value) || Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(value))),
            value => $"the folder for the file '{value}' does not exist");
    }

    /// <summary>Reads "1,64,256".</summary>
    public static int[] ReadNumbers(ArgumentResult result, int low, int high)
    {
        string text = string.Join(',', result.Tokens.Select(token => token.Value));
        var numbers = new List<int>();
        foreach (string part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < low || number > high)
            {
                result.AddError($"Expected whole numbers from {low} to {high} with commas between them; got '{text}'.");
                return [];
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    /// <summary>Reads "lenet,mlp".</summary>
    public static string[] ReadNames(ArgumentResult result, string[] all)
    {
        string[] names = string.Join(',', result.Tokens.Select(token => token.Value)).Split(',');
        foreach (string name in names)
            if (!all.Contains(name))
                result.AddError($"Expected names from among {string.Join(", ", all)} with commas between them; got '{name}'.");
        return names;
    }

    private static void Require<T>(this Option<T> option, Func<T, bool> isRight, Func<T, string> fault) => option.Validators.Add(result =>
    {
        // A value that could not be read at all has its error already.
        if (result.Errors.Any())
            return;
        T value;
        try
        {
            value = result.GetValue(option)!;
        }
        catch (InvalidOperationException)
        {
            return;
        }

        if (!isRight(value))
            result.AddError($"{option.Name}: {fault(value)}.");
    });
}
