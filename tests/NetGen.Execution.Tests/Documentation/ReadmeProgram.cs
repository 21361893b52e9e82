using System.Reflection;
using System.Runtime.Loader;
using System.Text;
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
    public string Run(params (string Name, string Text)[] files) =>
        Run([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    /// <summary>The same with files of any kind; one of a folder is found where the program names the folder.</summary>
    public string Run(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("netgen-readme-");
        string weights = $"@\"{Path.Combine(folder.FullName, "weights.safetensors")}\"";
        string checkpoints = $"@\"{Path.Combine(folder.FullName, "checkpoints")}\"";
        string named = text.Replace("\"weights.safetensors\"", weights, StringComparison.Ordinal)
            .Replace("\"checkpoints\"", checkpoints, StringComparison.Ordinal)
            .Replace("\"runs/", $"@\"{Path.Combine(folder.FullName, "runs")}/", StringComparison.Ordinal)
            .Replace("\"report.html\"", $"@\"{Path.Combine(folder.FullName, "report.html")}\"", StringComparison.Ordinal);
        foreach ((string name, byte[] content) in files)
        {
            string path = Path.Combine(folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }

        // A folder's name may end the text, or go on.
        foreach (string name in files.Select(file => file.Name.Split('/')[0]).Distinct())
        {
            foreach (char end in "\"/")
                named = named.Replace($"\"{name}{end}", $"@\"{Path.Combine(folder.FullName, name)}{end}", StringComparison.Ordinal);
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
