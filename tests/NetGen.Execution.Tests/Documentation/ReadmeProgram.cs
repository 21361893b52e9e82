using System.Reflection;
using System.Runtime.Loader;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.Documentation;

/// <summary>A whole program among the C# blocks of the README and its pages.</summary>
internal sealed class ReadmeProgram
{
    // Programs write to the console, of which a process has one.
    private static readonly Lock ConsoleLock = new();

    private readonly string text;

    private ReadmeProgram(string text) => this.text = text;

    /// <summary>The blocks that begin with the library's namespace: whole files. The others are parts.</summary>
    public static IReadOnlyList<ReadmeProgram> All { get; } =
        [.. Readme.Blocks("csharp").Where(block => block.StartsWith("using NetGen;\n", StringComparison.Ordinal))
            .Select(block => new ReadmeProgram(block))];

    /// <summary>What it is called: its last class.</summary>
    public string Name => text[..text.LastIndexOf(';')].Split(' ')[^1];

    /// <summary>Whether it has statements, and not only a network.</summary>
    public bool Runs => text.Contains("Console.", StringComparison.Ordinal);

    /// <summary>Compiles it as the strictest project does.</summary>
    public byte[] Compile() => NetworkCompilation.CompileProgram(Name, text, Runs);

    /// <summary>The same program with statements behind one of its own, as another program would have them.</summary>
    public ReadmeProgram With(string line, string statements)
    {
        Assert.Contains(line, text, StringComparison.Ordinal);
        return new ReadmeProgram(text.Replace(line, $"{line}\n{statements}", StringComparison.Ordinal));
    }

    /// <summary>Compiles and runs it, files in a folder of their own; gives what it writes.</summary>
    /// <param name="files">Files that it reads, by the names that it has for them.</param>
    public string Run(params (string Name, string Text)[] files)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen-readme-");
        string weights = $"@\"{Path.Combine(folder.FullName, "weights.safetensors")}\"";
        string checkpoints = $"@\"{Path.Combine(folder.FullName, "checkpoints")}\"";
        string named = text.Replace("\"weights.safetensors\"", weights, StringComparison.Ordinal)
            .Replace("\"checkpoints\"", checkpoints, StringComparison.Ordinal);
        foreach ((string name, string content) in files)
        {
            string path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, content);
            named = named.Replace($"\"{name}\"", $"@\"{path}\"", StringComparison.Ordinal);
        }

        var own = new ReadmeProgram(named);
        byte[] image = own.Compile();
        lock (ConsoleLock)
        {
            TextWriter before = Console.Out;
            using var written = new StringWriter();
            try
            {
                Console.SetOut(written);
                Assembly assembly = new AssemblyLoadContext(Name).LoadFromStream(new MemoryStream(image));
                assembly.EntryPoint!.CreateDelegate<Action<string[]>>()([]);
            }
            finally
            {
                Console.SetOut(before);
                folder.Delete(recursive: true);
            }

            return written.ToString();
        }
    }
}
