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
        string name = typeof(Contestant).Assembly.GetName().Name!;
        return new Contestant("NetGen", publishedFolder is null ? ThisProgram(name) : [Executables.Find(publishedFolder, name)], [], Settings());
    }

    private static string[] ThisProgram(string name)
    {
        string path = System.Environment.ProcessPath ?? throw new FileNotFoundException("The path of the running program is not known.");
        return Path.GetFileNameWithoutExtension(path) == "dotnet" ? [path, Path.Combine(AppContext.BaseDirectory, name + ".dll")] : [path];
    }

    /// <summary>Environment variables of a setting.</summary>
    public static Dictionary<string, string> Settings(params (string Name, string Value)[] variables) => variables.ToDictionary(v => v.Name, v => v.Value);
}
