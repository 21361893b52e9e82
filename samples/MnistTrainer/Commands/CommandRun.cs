using MnistTrainer.Report;
using NetGen;

namespace MnistTrainer.Commands;

/// <summary>Runs a command, and turns what goes wrong into a line on standard error and an exit code.</summary>
internal static class CommandRun
{
    /// <param name="screen">The output.</param>
    /// <param name="run">The command; its result is the exit code.</param>
    /// <param name="saved">Where weights are saved after each epoch; null where they are not.</param>
    public static async Task<int> RunAsync(Screen screen, Func<CancellationToken, Task<int>> run, string? saved = null)
    {
        using var interruption = new Interruption();
        try
        {
            return await run(interruption.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            screen.WriteLine("Stopped.");
            return ExitCode.Interrupted;
        }
        catch (NonFiniteLossException diverged)
        {
            string message = $"The loss is {diverged.Loss} at step {diverged.Step} of epoch {diverged.Epoch}, "
                + $"with a learning rate of {diverged.LearningRate:G4}: training diverges. Use a smaller --learning-rate.";
            if (saved is not null && diverged.Epoch > 1)
                message += $"{Environment.NewLine}The weights of epoch {diverged.Epoch - 1} are saved in '{saved}'.";
            return await FailAsync(screen, message, ExitCode.Failed).ConfigureAwait(false);
        }
        catch (Exception error) when (error is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            return await FailAsync(screen, error.Message, ExitCode.WrongInput).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return await FailAsync(screen, error.Message, ExitCode.Failed).ConfigureAwait(false);
        }
    }

    private static async Task<int> FailAsync(Screen screen, string message, int code)
    {
        screen.ClearLive();
        await Console.Error.WriteLineAsync(message).ConfigureAwait(false);
        return code;
    }
}
