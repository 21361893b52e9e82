using NetGen.Runtime;

namespace NetGen;

/// <summary>Predicts batches with several threads, in memory of its own; made by <see cref="Network.CreatePredictor"/>. One thread at a time may use it.</summary>
/// <remarks><see cref="Network.Predict(ReadOnlySpan{float}, Span{float})"/> needs no predictor; there each call runs on its own thread.</remarks>
public sealed class Predictor : IDisposable
{
    private readonly Network network;
    private readonly Workers workers;
    private readonly Workspace workspace;

    internal Predictor(Network network, int batchSize, int threads)
    {
        if (batchSize < 1)
            throw new ArgumentOutOfRangeException(nameof(batchSize), batchSize, $"Expected a batch of at least 1 sample; {batchSize} came.");
        this.network = network;
        workers = new Workers(threads);
        try
        {
            workspace = new Workspace(network.Description.Predict, network.Memory, batchSize, workers);
        }
        catch
        {
            workers.Dispose();
            throw;
        }
    }

    /// <summary>The largest number of samples that are computed at once.</summary>
    public int BatchSize => workspace.Capacity;

    /// <summary>Gathers where the time of predictions goes, where it is not null.</summary>
    public Profile? Profile
    {
        get => workspace.Profile;
        set
        {
            value?.Describe(network);
            workspace.Profile = value;
        }
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose() => workers.Dispose();

    /// <summary>Computes the outputs of a batch, as in PyTorch's eval mode.</summary>
    /// <param name="input">The samples one after another, [batch, ..input shape], row-major.</param>
    /// <param name="output">Room for exactly as many outputs, [batch, ..output shape].</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        Run(input, output, network.RequirePrediction(input, output), named: null);
    }

    /// <summary>Computes the outputs of a batch, the named ones too, as in PyTorch's eval mode.</summary>
    /// <param name="input">The samples one after another, [batch, ..input shape], row-major.</param>
    /// <param name="outputs">Room for the outputs of exactly as many samples.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the room is another network's.</exception>
    public void Predict(ReadOnlySpan<float> input, NetworkOutputs outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        outputs.Require(network, network.SamplesOf(input.Length, nameof(input)), nameof(outputs));
        Run(input, outputs.Output, outputs.Samples, outputs);
    }

    private void Run(ReadOnlySpan<float> input, Span<float> output, int samples, NetworkOutputs? named)
    {
        Profile?.Begin();
        for (int done = 0; done < samples;)
        {
            int count = Math.Min(samples - done, BatchSize);
            network.PredictIn(
                workspace,
                input.Slice(done * network.InputSize, count * network.InputSize),
                output.Slice(done * network.OutputSize, count * network.OutputSize),
                count,
                named,
                done);
            Profile?.CountRun(count);
            done += count;
        }

        Profile?.End();
    }
}
