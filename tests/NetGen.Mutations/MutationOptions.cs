using System.Globalization;
using NetGen.Mutations.Kinds;

namespace NetGen.Mutations;

/// <summary>What the command line states.</summary>
/// <param name="Kinds">The kinds of files.</param>
/// <param name="First">The number of the first file.</param>
/// <param name="Count">The number of files.</param>
/// <param name="Processes">The processes that read at the same time.</param>
internal sealed record MutationOptions(string[] Kinds, long First, long Count, int Processes)
{
    public static readonly string Usage = $"""
        NetGen.Mutations [--kinds LIST] [--first N] [--count N] [--processes N]
          --kinds      kinds of files, separated by commas: {string.Join(", ", FileKinds.Names)}; all by default
          --first      the number of the first file, 0 by default; a report names the number of its file
          --count      the number of files, 10,000 by default
          --processes  the processes that read at the same time, 1 by default

        NetGen.Mutations --kill N
          kills a training N times, begins it again, and compares its weights with those of one that was not killed
        """;

    /// <exception cref="ArgumentException">An option is unknown, or its value is of no use.</exception>
    public static MutationOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new MutationOptions(FileKinds.Names, 0, 10_000, 1);
        if (arguments.Length % 2 != 0)
            throw new ArgumentException($"'{arguments[^1]}' has no value.");
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string value = arguments[i + 1];
            options = arguments[i] switch
            {
                "--kinds" => options with { Kinds = Known(value.Split(',')) },
                "--first" => options with { First = Number(arguments[i], value, least: 0) },
                "--count" => options with { Count = Number(arguments[i], value, least: 1) },
                "--processes" => options with { Processes = (int)Math.Min(Number(arguments[i], value, least: 1), 1000) },
                _ => throw new ArgumentException($"There is no option '{arguments[i]}'."),
            };
        }

        return options;
    }

    private static string[] Known(string[] kinds) => Array.Find(kinds, kind => !FileKinds.Names.Contains(kind)) is { } unknown
        ? throw new ArgumentException($"There is no kind of files '{unknown}'; expected some of {string.Join(", ", FileKinds.Names)}.")
        : kinds;

    /// <summary>A whole number of an option.</summary>
    /// <exception cref="ArgumentException">It is no number, or too small.</exception>
    public static long Number(string option, string value, long least) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= least
            ? number
            : throw new ArgumentException($"{option} takes a whole number of at least {least}; got '{value}'.");
}
