using System.Diagnostics;
using System.Globalization;

namespace NetGen.Mutations.Processes;

/// <summary>A process that reads mutated files with little memory, and is ended where one takes too long.</summary>
internal sealed class ReadingProcess : IDisposable
{
    /// <summary>The first argument of a process that reads.</summary>
    public const string Argument = "--read";

    // Managed memory, and all data of the process in KiB: far more than small files need, far less than a header can ask for.
    private const string ManagedLimit = "0xC000000";
    private const int DataLimit = 400_000;

    // Of this process, which lives on where the other one crashes.
    private readonly MutationFolder folder = new();
    private readonly Process process;
    private readonly TimeSpan patience;

    /// <param name="kinds">The kinds of files, separated by commas.</param>
    /// <param name="first">The number of the first file.</param>
    /// <param name="end">The number behind the last.</param>
    /// <param name="patience">How long a file may take.</param>
    public ReadingProcess(string kinds, long first, long end, TimeSpan patience)
    {
        this.patience = patience;
        ProcessStartInfo start = OwnProcess.StartWithin(
            DataLimit, Argument, folder.Path, kinds, first.ToString(CultureInfo.InvariantCulture),
            end.ToString(CultureInfo.InvariantCulture));
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["DOTNET_GCHeapHardLimit"] = ManagedLimit;
        start.Environment["DOTNET_TieredPGO"] = "0";
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Errors = line.Data is null || Errors.Length > 2000 ? Errors : $"{Errors}{line.Data} ";
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote to its standard error.</summary>
    public string Errors { get; private set; } = "";

    /// <summary>How it ended.</summary>
    public string Ending
    {
        get
        {
            process.WaitForExit();
            return string.Create(CultureInfo.InvariantCulture, $"the process ended by {process.ExitCode}: {Errors}");
        }
    }

    /// <summary>The next line; null where the process has ended.</summary>
    /// <exception cref="TimeoutException">There was none in time.</exception>
    public string? NextLine() => process.StandardOutput.ReadLineAsync().WaitAsync(patience).GetAwaiter().GetResult();

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }
}
