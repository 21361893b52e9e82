using System.Collections.Concurrent;
using System.Globalization;
using NetGen.Mutations.Kinds;

namespace NetGen.Mutations.Processes;

/// <summary>Has mutated files read by other processes, and gathers what was wrong, hangs and crashes included.</summary>
/// <param name="kinds">The kinds of files.</param>
/// <param name="report">Takes each find, in one line.</param>
internal sealed class Watchdog(string[] kinds, Action<string> report)
{
    // Long beside a file's fraction of a millisecond, also where others use the machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, (long Read, long Refused)> counts = new();

    /// <summary>The files of each kind that were read, and those that were refused.</summary>
    public IReadOnlyDictionary<string, (long Read, long Refused)> Counts => counts;

    /// <summary>The number of finds.</summary>
    public int Finds => finds;

    private int finds;

    /// <summary>Has the files with the numbers [first, end) read.</summary>
    public void Run(long first, long end)
    {
        while (first < end)
            first = RunUntilFailure(first, end);
    }

    /// <summary>The number behind the last file that was read.</summary>
    private long RunUntilFailure(long first, long end)
    {
        using var process = new ReadingProcess(string.Join(',', kinds), first, end, Patience);
        long current = first - 1;
        while (true)
        {
            string? line;
            try
            {
                line = process.NextLine();
            }
            catch (TimeoutException)
            {
                return Failed(current, first, $"not read within {Patience.TotalSeconds} s");
            }

            if (line is null)
                return Failed(current, first, process.Ending);
            string text = line.Length > 0 ? line[1..] : "";
            switch (line.Length > 0 ? (ReaderLine)line[0] : default)
            {
                case ReaderLine.Begins:
                    current = long.Parse(text, CultureInfo.InvariantCulture);
                    break;
                case ReaderLine.Found:
                    Report(text);
                    break;
                case ReaderLine.Counted:
                    Count(text.Split(' '));
                    break;
                case ReaderLine.Ended:
                    return end;
                default:
                    throw new InvalidOperationException($"The reading process said '{line}'.");
            }
        }
    }

    private long Failed(long current, long first, string why)
    {
        if (current < first)
            throw new InvalidOperationException($"No file was read: {why}");
        string name = kinds[(int)(current % kinds.Length)];
        using var folder = new MutationFolder();
        Report(MutationReader.Description(FileKinds.Create(name, folder.Path), current, why));
        return current + 1;
    }

    private void Report(string find)
    {
        Interlocked.Increment(ref finds);
        report(find);
    }

    private void Count(string[] words)
    {
        long read = long.Parse(words[1], CultureInfo.InvariantCulture), refused = long.Parse(words[2], CultureInfo.InvariantCulture);
        counts.AddOrUpdate(words[0], (read, refused), (_, before) => (before.Read + read, before.Refused + refused));
    }
}
