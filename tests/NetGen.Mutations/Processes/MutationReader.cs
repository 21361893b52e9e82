using System.Globalization;
using NetGen.Mutations.Kinds;
using NetGen.Mutations.Mutating;

namespace NetGen.Mutations.Processes;

/// <summary>
/// Reads mutated files, one after another, in a process that may be ended at any time. It writes a line before each file, so that whoever
/// watches it knows in which file it ended.
/// </summary>
/// <param name="output">Where the lines go.</param>
/// <param name="folder">A folder of its own.</param>
/// <param name="kinds">The kinds of files, of which each number takes the next.</param>
internal sealed class MutationReader(TextWriter output, string folder, IReadOnlyList<FileKind> kinds)
{
    /// <summary>What reading a file of a few kilobytes may allocate.</summary>
    private const long MostAllocated = 64 << 20;

    private readonly long[] read = new long[kinds.Count];
    private readonly long[] refused = new long[kinds.Count];

    /// <summary>Reads the valid files, which must not be refused.</summary>
    public void RequireValid()
    {
        foreach (FileKind kind in kinds)
        {
            for (int i = 0; i < kind.Valid.Count; i++)
                kind.Read(Write(kind, kind.Valid[i]));
        }
    }

    /// <summary>Reads the files with the numbers [first, end).</summary>
    public void Run(long first, long end)
    {
        for (long number = first; number < end; number++)
        {
            Say(ReaderLine.Begins, number.ToString(CultureInfo.InvariantCulture));
            int index = (int)(number % kinds.Count);
            if (Find(kinds[index], number, out bool isRefused) is { } find)
                Say(ReaderLine.Found, Description(kinds[index], number, find));
            (isRefused ? refused : read)[index]++;
        }

        for (int i = 0; i < kinds.Count; i++)
            Say(ReaderLine.Counted, string.Create(CultureInfo.InvariantCulture, $"{kinds[i].Name} {read[i]} {refused[i]}"));
        Say(ReaderLine.Ended, "");
    }

    /// <summary>A file and what was wrong about reading it, in one line.</summary>
    public static string Description(FileKind kind, long number, string find) => string.Create(
        CultureInfo.InvariantCulture, $"{kind.Name} {number}: {find} [{MutatedFile.Of(kind, number, isRecorded: true).Record}]")
        .ReplaceLineEndings(" ");

    /// <summary>What is wrong about reading a file; null where nothing is.</summary>
    private string? Find(FileKind kind, long number, out bool isRefused)
    {
        string path = Write(kind, MutatedFile.Of(kind, number).Content);
        long before = GC.GetTotalAllocatedBytes();
        isRefused = false;
        try
        {
            kind.Read(path);
        }
        catch (Exception error)
        {
            isRefused = true;
            if (!kind.IsExpected(error, path) || error.InnerException is OutOfMemoryException)
                return error.ToString();
        }

        long allocated = GC.GetTotalAllocatedBytes() - before;
        return allocated > MostAllocated ? $"{allocated} bytes were allocated" : null;
    }

    private string Write(FileKind kind, byte[] content)
    {
        string path = Path.Combine(folder, kind.FileName);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    private void Say(ReaderLine line, string text)
    {
        output.Write((char)line);
        output.WriteLine(text);
        output.Flush();
    }
}
