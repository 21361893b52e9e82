using System.Diagnostics;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Predicts batches with several threads, in its own memory; made by <see cref="Network.CreatePredictor"/>. One thread at a time may use
/// it.
/// </summary>
/// <remarks>
/// Each thread runs the whole network over its share of the samples, block by block, so that threads synchronise once. Where there are
/// fewer samples than threads, or a layer looks across the samples (<c>BatchNorm(TrackRunningStats = false)</c>), all share each large
/// layer. Of a single sample they do so where the first calls have shown that it is faster.
/// <see cref="Network.Predict(ReadOnlySpan{float}, Span{float})"/> needs no predictor; there each call runs on its own thread.
/// </remarks>
public sealed class Predictor : IDisposable
{
    private readonly Network network;
    private readonly Workers workers;
    private readonly Workspace[] workspaces;
    private readonly Workspace? shared;
    private readonly RangeAction predictShares;

    // The prediction at hand, while it runs.
    private nint inputs;
    private nint outputs;
    private NetworkOutputs? namedOutputs;
    private int samples;
    private int shares;
    private bool isDisposed;
    private SharingTrial trial;

    internal Predictor(Network network, int batchSize, int threads)
    {
        if (batchSize < 1)
            throw new ArgumentOutOfRangeException(
                nameof(batchSize), batchSize, $"Expected a batch of at least 1 sample; got {batchSize}.");
        UnoptimizedBuild.Tell(network.GetType());
        (this.network, BatchSize) = (network, batchSize);
        workers = new Workers(threads);
        predictShares = PredictShares;
        try
        {
            ProgramPlan plan = network.Description.Predict;
            if (network.Description.LayerAcrossSamples is not null)
            {
                Workspace.RequireRoom(plan, batchSize, 0, nameof(batchSize));
                shared = new Workspace(plan, network.Memory, batchSize, workers);
                workspaces = [shared];
                return;
            }

            int capacity = Math.Min(plan.SamplesAtOnce, (int)(((long)batchSize + threads - 1) / threads));
            Workspace.RequireRoom(plan, capacity, 0, nameof(batchSize));
            workspaces = [.. Enumerable.Range(0, threads).Select(_ => new Workspace(plan, network.Memory, capacity, Workers.Single))];
            if (threads > 1)
                shared = new Workspace(plan, network.Memory, Math.Min(capacity, threads - 1), workers);
        }
        catch
        {
            workers.Dispose();
            throw;
        }
    }

    /// <summary>The largest number of samples that are computed at once, by all threads together.</summary>
    public int BatchSize { get; }

    /// <summary>Records the time of each kernel for the samples that the calling thread computes, if not null.</summary>
    public Profile? Profile
    {
        get => workspaces[0].Profile;
        set
        {
            value?.Describe(network);
            workspaces[0].Profile = value;
            if (shared is not null)
                shared.Profile = value;
        }
    }

    /// <summary>
    /// Stops the threads: <see cref="Predict(ReadOnlySpan{float}, Span{float})"/> throws <see cref="ObjectDisposedException"/> then.
    /// </summary>
    public void Dispose()
    {
        isDisposed = true;
        workers.Dispose();
    }

    /// <summary>Computes the outputs of a batch, as in PyTorch's eval mode.</summary>
    /// <param name="input">The samples one after another, [batch, ..input shape], row-major.</param>
    /// <param name="output">Receives exactly as many outputs, [batch, ..output shape].</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, or a layer looks across the samples, and these are more than <see cref="BatchSize"/>.
    /// </exception>
    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        network.RequireNumbers(nameof(input));
        Run(input, output);
    }

    /// <summary>Computes the outputs of a batch of tokens.</summary>
    /// <param name="tokens">The samples one after another, [batch, steps].</param>
    /// <param name="output">Receives exactly as many outputs, [batch, ..output shape].</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a token is outside of the vocabulary, or a layer looks across the samples, and
    /// these are more than <see cref="BatchSize"/>.
    /// </exception>
    public void Predict(ReadOnlySpan<int> tokens, Span<float> output) => Run(network.InputOf(tokens, nameof(tokens)), output);

    /// <summary>Computes the outputs of a batch of several inputs.</summary>
    /// <param name="rows">The inputs, all of them put in.</param>
    /// <param name="output">Receives exactly as many outputs, [batch, ..output shape].</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, or a layer looks across the samples, and these are more than <see cref="BatchSize"/>.
    /// </exception>
    public void Predict(InputRows rows, Span<float> output) => Run(rows.Of(network), output);

    /// <summary>Computes the outputs of a batch, the named ones too, as in PyTorch's eval mode.</summary>
    /// <param name="input">The samples one after another, [batch, ..input shape], row-major.</param>
    /// <param name="outputs">Receives the outputs of exactly as many samples.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the room is another network's.</exception>
    public void Predict(ReadOnlySpan<float> input, NetworkOutputs outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        network.RequireNumbers(nameof(input));
        Run(input, outputs);
    }

    /// <summary>Computes the outputs of a batch of tokens, the named ones too.</summary>
    /// <param name="tokens">The samples one after another, [batch, steps].</param>
    /// <param name="outputs">Receives the outputs of exactly as many samples.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a token is outside of the vocabulary, or the room is another network's.
    /// </exception>
    public void Predict(ReadOnlySpan<int> tokens, NetworkOutputs outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Run(network.InputOf(tokens, nameof(tokens)), outputs);
    }

    /// <summary>The same for samples that are known to be what the network takes.</summary>
    internal void Run(ReadOnlySpan<float> input, Span<float> output) =>
        Run(input, output, network.RequirePrediction(input, output), named: null);

    /// <summary>The same with the named outputs.</summary>
    internal void Run(ReadOnlySpan<float> input, NetworkOutputs outputs)
    {
        outputs.Require(network, network.SamplesOf(input.Length, nameof(input)), nameof(outputs));
        Run(input, outputs.Output, outputs.Samples, outputs);
    }

    private unsafe void Run(ReadOnlySpan<float> input, Span<float> output, int count, NetworkOutputs? named)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        Profile?.Begin();
        (samples, namedOutputs) = (count, named);
        if (network.Description.LayerAcrossSamples is { } layer)
            RequireWhole(layer, count);
        bool isWorthSharing = samples * network.Description.Predict.WorkOfSample >= Workspace.SmallestSharedWork;
        bool shareEach = network.Description.LayerAcrossSamples is not null || (isWorthSharing && samples < workspaces.Length);
        shares = isWorthSharing ? Math.Min(samples, workspaces.Length) : 1;
        fixed (float* from = input, to = output)
        {
            (inputs, outputs) = ((nint)from, (nint)to);
            if (shareEach)
                PredictTogether(shared!);
            else
                workers.Run(predictShares, shares);
        }

        namedOutputs = null;
        Profile?.CountRun(samples);
        Profile?.End();
    }

    /// <summary>Threads share each large layer of all samples, and of a single sample what was the fastest.</summary>
    private void PredictTogether(Workspace workspace)
    {
        if (samples > 1)
        {
            workspace.LeastSharedWork = Workspace.SmallestSharedWork;
            PredictShare(workspace, 0, samples);
            return;
        }

        workspace.LeastSharedWork = trial.Shared switch
        {
            SharedLayers.All => Workspace.SmallestNearWork,
            SharedLayers.Large => Workspace.SmallestSharedWork,
            _ => long.MaxValue,
        };
        long start = trial.IsTrying ? Stopwatch.GetTimestamp() : 0;
        PredictShare(workspace, 0, samples);
        trial.Count(trial.IsTrying ? Stopwatch.GetTimestamp() - start : 0);
    }

    private void RequireWhole(string layer, int count)
    {
        network.RequireTwoSamples(count, "input");
        if (count > BatchSize)
        {
            throw new ArgumentException(
                $"'{layer}' of {network.Name} has no running statistics and normalises over the samples of a call, which is not cut into "
                    + "parts: "
                + $"the predictor was made for at most {BatchSize} samples at once; got {count}.",
                "input");
        }
    }

    private void PredictShares(int begin, int end)
    {
        for (int share = begin; share < end; share++)
            PredictShare(workspaces[share], (int)((long)samples * share / shares), (int)((long)samples * (share + 1) / shares));
    }

    private unsafe void PredictShare(Workspace workspace, int first, int last)
    {
        for (int done = first; done < last;)
        {
            int count = Math.Min(last - done, workspace.Capacity);
            network.PredictIn(
                workspace,
                new ReadOnlySpan<float>((float*)inputs + ((nint)done * network.InputSize), count * network.InputSize),
                new Span<float>((float*)outputs + ((nint)done * network.OutputSize), count * network.OutputSize),
                count,
                namedOutputs,
                done);
            done += count;
        }
    }
}
