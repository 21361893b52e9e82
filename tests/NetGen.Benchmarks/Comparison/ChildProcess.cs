using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NetGen.Benchmarks.Comparison;

/// <summary>Runs a contestant's program once and reads its rows.</summary>
internal static class ChildProcess
{
    /// <summary>The rows that it wrote; what it wrote for people goes to the error stream.</summary>
    /// <exception cref="InvalidDataException">It failed, or wrote no row.</exception>
    public static IReadOnlyList<JsonObject> Run(Contestant contestant, string mode, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(contestant.Program[0], [.. contestant.Program[1..], mode, .. arguments, .. contestant.Arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in contestant.Environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start) ?? throw new InvalidDataException($"'{contestant.Program[0]}' did not start.");
        process.ErrorDataReceived += (_, line) =>
        {
            if (!string.IsNullOrEmpty(line.Data))
                Console.Error.WriteLine($"{contestant.Name,-21} {line.Data}");
        };
        process.BeginErrorReadLine();
        var rows = new List<JsonObject>();
        while (process.StandardOutput.ReadLine() is string line)
            if (line.StartsWith('{'))
                rows.Add(JsonNode.Parse(line)!.AsObject());
        process.WaitForExit();
        if (process.ExitCode != 0 || rows.Count == 0)
        {
            throw new InvalidDataException(
                $"'{string.Join(' ', [contestant.Program[0], .. start.ArgumentList])}' "
                + $"ended with {process.ExitCode} and {rows.Count} rows; expected 0 and at least one row.");
        }

        return rows;
    }
}
