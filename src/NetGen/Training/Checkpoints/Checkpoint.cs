namespace NetGen;

/// <summary>
/// Where and how often <see cref="Trainer.Fit"/> writes what it needs to go on after a crash: parameters, running statistics, the state of
/// optimizer, schedules, random numbers and monitors, the position in the data, and the history, in one safetensors file.
/// </summary>
/// <remarks>
/// A file is written under another name, flushed to the disk, and renamed, so that a crash at any time leaves the one before it whole. A
/// folder belongs to one fit at a time. At the end of the fit there is a file too. <see cref="Network.LoadMatching(string, WeightNames)"/>
/// takes the weights alone from one.
/// </remarks>
public sealed record Checkpoint
{
    /// <summary>Checkpoints in a folder.</summary>
    /// <param name="folder">The folder, which is made where there is none.</param>
    public Checkpoint(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Folder = folder;
    }

    /// <summary>The folder of the files, <c>checkpoint-000000001234.safetensors</c> after 1,234 steps.</summary>
    public string Folder { get; }

    /// <summary>The number of epochs between two files, at least 1.</summary>
    public int EveryEpochs
    {
        get;
        init => field = AtLeastOne(value, nameof(EveryEpochs));
    } = 1;

    /// <summary>The number of steps between two files, at least 1, beside those after epochs; null for none within an epoch.</summary>
    public int? EverySteps
    {
        get;
        init => field = value is { } steps ? AtLeastOne(steps, nameof(EverySteps)) : null;
    }

    /// <summary>The number of files that are kept, the latest ones; at least 1.</summary>
    public int Keep
    {
        get;
        init => field = AtLeastOne(value, nameof(Keep));
    } = 2;

    /// <summary>What the stream of each file goes through; a test lets it fail.</summary>
    internal Func<Stream, Stream> Through { get; init; } = stream => stream;

    private static int AtLeastOne(int value, string argument) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(argument, value, $"Expected at least 1; got {value}.");
}
