namespace MnistTrainer;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>A run failed: training diverged, weights give NaN, a file cannot be written.</summary>
    public const int Failed = 1;

    /// <summary>An option or a file is not what was expected.</summary>
    public const int WrongInput = 2;

    /// <summary>Ctrl-C or a request to terminate.</summary>
    public const int Interrupted = 130;
}
