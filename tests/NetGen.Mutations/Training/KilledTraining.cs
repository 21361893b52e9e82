using System.Diagnostics;
using System.Globalization;
using NetGen.Mutations.Processes;

namespace NetGen.Mutations.Training;

/// <summary>Kills a training at random moments, begins it again, and compares its weights with those of one that was not killed.</summary>
/// <param name="report">Takes a line for each process.</param>
internal sealed class KilledTraining(Action<string> report)
{
    // A step and its checkpoint take about as long.
    private const int LongestMilliseconds = 5;

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
            int mostSteps = Math.Max(1, epochs * LongTraining.StepsPerEpoch / (2 * (times + 1)));
            for (int kills = 0; kills < times;)
            {
                (int, int) moment = (random.Next(1, mostSteps + 1), random.Next(LongestMilliseconds));
                if (Train(checkpoints, killed, epochs, threads: 1 + random.Next(2), moment))
                    kills++;
                else
                    Directory.Delete(checkpoints, recursive: true);
            }

            Train(checkpoints, killed, epochs, threads: 2, killAfter: null);
            return File.ReadAllBytes(once).AsSpan().SequenceEqual(File.ReadAllBytes(killed));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>
    /// Trains in a process of its own, and kills it after so many steps and milliseconds: whether it was killed. On a busy machine it may
    /// come to its end before.
    /// </summary>
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    private bool Train(string checkpoints, string result, int epochs, int threads, (int Steps, int Milliseconds)? killAfter)
    {
        ProcessStartInfo start = OwnProcess.Start(
            LongTraining.Argument, checkpoints, result, epochs.ToString(CultureInfo.InvariantCulture),
            threads.ToString(CultureInfo.InvariantCulture));
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        for (int step = 0; step < killAfter?.Steps && process.StandardOutput.ReadLine() is not null; step++)
        {
        }

        Task<string> rest = process.StandardOutput.ReadToEndAsync();
        if (killAfter is { } moment)
        {
            Thread.Sleep(moment.Milliseconds);
            process.Kill();
        }

        process.WaitForExit();
        rest.Wait();
        bool isWriting = Directory.EnumerateFiles(checkpoints, "*.tmp").Any();
        string latest = Directory.EnumerateFiles(checkpoints, "*.safetensors").Max(StringComparer.Ordinal) is { } path
            ? Path.GetFileName(path) : "no file";
        bool isKilled = process.ExitCode != 0 && errors.Result.Length == 0;
        if (process.ExitCode != 0 && (killAfter is null || !isKilled))
            throw new InvalidOperationException($"The training failed: {errors.Result}");
        report(string.Create(
            CultureInfo.InvariantCulture,
            $"ended by {process.ExitCode} after {killAfter?.Steps} steps{(isWriting ? ", inside a write" : "")}, with {latest}"));
        InsideWrites += isWriting ? 1 : 0;
        return isKilled;
    }
}
