using System.Reflection;

namespace NetGen.Benchmarks.Comparison;

/// <summary>A program that measures one library, in one setting.</summary>
/// <param name="Name">What tables and rows call it.</param>
/// <param name="Program">The executable, with arguments that always come first.</param>
/// <param name="Arguments">Arguments that choose the setting.</param>
/// <param name="Environment">Environment variables that choose the setting.</param>
internal sealed record Contestant(string Name, string[] Program, string[] Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>This program, or its published form in a folder.</summary>
    /// <exception cref="FileNotFoundException">The folder does not hold it.</exception>
    public static Contestant NetGen(string? publishedFolder)
    {
        Contestant running = Of("NetGen", typeof(Contestant).Assembly);
        return publishedFolder is null
            ? running
            : running with { Program = [Executables.Find(publishedFolder, typeof(Contestant).Assembly.GetName().Name!)] };
    }

    /// <summary>The running program, whose main assembly this is.</summary>
    public static Contestant Of(string name, Assembly program)
    {
        string path = System.Environment.ProcessPath ?? throw new FileNotFoundException("The path of the running program is not known.");
        bool isHost = Path.GetFileNameWithoutExtension(path) == "dotnet";
        return new Contestant(
            name, isHost ? [path, Path.Combine(AppContext.BaseDirectory, program.GetName().Name + ".dll")] : [path], [], Settings());
    }

    /// <summary>Environment variables of a setting.</summary>
    public static Dictionary<string, string> Settings(params (string Name, string Value)[] variables) =>
        variables.ToDictionary(v => v.Name, v => v.Value);
}
