using System.Diagnostics;
using System.Globalization;
using NetGen.Mutations.Processes;

namespace NetGen.Mutations.Training;

/// <summary>Kills a training at random moments, begins it again, and compares its weights with those of one that was not killed.</summary>
/// <param name="report">Takes a line for each process.</param>
internal sealed class KilledTraining(Action<string> report)
{
    // A process makes some tens of steps in this time.
    private const int LongestMilliseconds = 250;

    /// <summary>How many of the processes were killed inside the write of a checkpoint.</summary>
    public int InsideWrites { get; private set; }

    /// <summary>Whether the weights are the same, byte for byte.</summary>
    /// <param name="times">How often the training is killed.</param>
    /// <param name="seed">Seeds the moments.</param>
    public bool IsSame(int times, int seed)
    {
        string folder = Directory.CreateTempSubdirectory("netgen-killed-").FullName;
        try
        {
            // So many that the training does not end before it was killed so often.
            int epochs = 3 + (times / 2);
            string once = Path.Combine(folder, "once.safetensors"), killed = Path.Combine(folder, "killed.safetensors");
            Train(Path.Combine(folder, "once"), once, epochs, threads: 1, killAfter: null);
            string checkpoints = Path.Combine(folder, "checkpoints of the killed one");
            var random = new Random(seed);
            for (int kills = 0; kills < times;)
                kills += Train(checkpoints, killed, epochs, threads: 1 + random.Next(2), random.Next(LongestMilliseconds)) ? 1 : 0;
            Train(checkpoints, killed, epochs, threads: 2, killAfter: null);
            return File.ReadAllBytes(once).AsSpan().SequenceEqual(File.ReadAllBytes(killed));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Trains in a process of its own: whether it was killed.</summary>
    /// <exception cref="InvalidOperationException">The process failed, or there was nothing left to be killed.</exception>
    private bool Train(string checkpoints, string result, int epochs, int threads, int? killAfter)
    {
        ProcessStartInfo start = OwnProcess.Start(
            LongTraining.Argument, checkpoints, result, epochs.ToString(CultureInfo.InvariantCulture),
            threads.ToString(CultureInfo.InvariantCulture));
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string? first = process.StandardOutput.ReadLine();
        if (killAfter is { } milliseconds)
        {
            if (first is null)
                throw new InvalidOperationException($"The training ended before it was killed. {errors.Result}");
            Thread.Sleep(milliseconds);
            process.Kill();
        }

        process.WaitForExit();
        bool isWriting = Directory.EnumerateFiles(checkpoints, "*.tmp").Any();
        string latest = Directory.EnumerateFiles(checkpoints, "*.safetensors").Max(StringComparer.Ordinal) is { } path
            ? Path.GetFileName(path) : "no file";
        if (killAfter is null && process.ExitCode != 0)
            throw new InvalidOperationException($"The training failed: {errors.Result}");
        report(string.Create(
            CultureInfo.InvariantCulture,
            $"ended by {process.ExitCode} {killAfter} ms after the first step{(isWriting ? ", inside a write" : "")}, with {latest}"));
        InsideWrites += isWriting ? 1 : 0;
        return killAfter is not null && process.ExitCode != 0;
    }
}
