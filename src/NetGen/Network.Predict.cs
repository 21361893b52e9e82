using System.Buffers;
using System.Numerics.Tensors;
using NetGen.Runtime;

namespace NetGen;

public abstract partial class Network
{
    private readonly int[] predictionCapacities;
    private readonly WorkspacePool[] predictionPools;
    private Workspace? whole;

    /// <summary>
    /// Computes the outputs of one sample or of a batch, as in PyTorch's eval mode. Many threads may do so at once; each runs on its own
    /// thread alone.
    /// </summary>
    /// <remarks>
    /// A sample's output does not depend on the others, unless a layer normalises over the batch without running statistics
    /// (<c>BatchNorm(TrackRunningStats = false)</c>): then the batch is that of the call, which is not cut into parts.
    /// </remarks>
    /// <param name="input">The samples one after another, [batch, ..<see cref="InputShape"/>], row-major.</param>
    /// <param name="output">Receives exactly as many outputs, [batch, ..<see cref="OutputShape"/>].</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        RequireNumbers(nameof(input));
        PredictParts(input, output, RequirePrediction(input, output), named: null);
    }

    /// <summary>Computes the outputs of one sample or of a batch, the named ones too, as in PyTorch's eval mode.</summary>
    /// <param name="input">The samples one after another, [batch, ..<see cref="InputShape"/>], row-major.</param>
    /// <param name="outputs">Receives the outputs of exactly as many samples.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the room is another network's.</exception>
    public void Predict(ReadOnlySpan<float> input, NetworkOutputs outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RequireNumbers(nameof(input));
        PredictAll(input, outputs);
    }

    private void PredictAll(ReadOnlySpan<float> input, NetworkOutputs outputs)
    {
        int samples = SamplesOf(input.Length, nameof(input));
        outputs.Require(this, samples, nameof(outputs));
        PredictParts(input, outputs.Output, samples, outputs);
    }

    /// <summary>Computes the outputs of one sample or of a batch into a new array.</summary>
    /// <param name="input">The samples one after another, [batch, ..<see cref="InputShape"/>], row-major.</param>
    /// <returns>The outputs one after another, [batch, ..<see cref="OutputShape"/>].</returns>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public float[] Predict(ReadOnlySpan<float> input)
    {
        var output = new float[LengthOf(SamplesOf(input.Length, nameof(input)), OutputSize, nameof(input))];
        Predict(input, output);
        return output;
    }

    /// <summary>Computes the outputs of one sample or of a batch.</summary>
    /// <param name="input">One sample of <see cref="InputShape"/>, or [batch, ..<see cref="InputShape"/>]; strides as they may be.</param>
    /// <param name="output">
    /// One output of <see cref="OutputShape"/>, or [batch, ..<see cref="OutputShape"/>]; strides as they may be.
    /// </param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public void Predict(in ReadOnlyTensorSpan<float> input, in TensorSpan<float> output)
    {
        int length = LengthOf(SamplesOf(input.Lengths, output.Lengths), InputSize, nameof(input));
        float[] inputs = ArrayPool<float>.Shared.Rent(length);
        try
        {
            input.FlattenTo(inputs.AsSpan(0, length));
            RequireNumbers(nameof(input));
            PredictTo(inputs.AsSpan(0, length), output);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(inputs);
        }
    }

    /// <summary>Predicts samples that are checked, into a tensor whose strides are as they may be.</summary>
    private void PredictTo(ReadOnlySpan<float> input, in TensorSpan<float> output)
    {
        int length = LengthOf(input.Length / InputSize, OutputSize, nameof(output));
        float[] results = ArrayPool<float>.Shared.Rent(length);
        try
        {
            PredictParts(input, results.AsSpan(0, length), input.Length / InputSize, named: null);
            new ReadOnlyTensorSpan<float>(results.AsSpan(0, length), output.Lengths).CopyTo(output);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(results);
        }
    }

    /// <summary>The number of samples of a prediction's tensors, which must be the same.</summary>
    private int SamplesOf(ReadOnlySpan<nint> input, ReadOnlySpan<nint> output)
    {
        int samples = SamplesOf(input, InputShape, nameof(input));
        int outputs = SamplesOf(output, OutputShape, nameof(output));
        return samples == outputs
            ? samples
            : throw new ArgumentException($"Got {samples} samples, but the output holds {outputs}.", nameof(output));
    }

    /// <summary>Checks the lengths of a prediction's arguments and gives the number of samples.</summary>
    internal int RequirePrediction(ReadOnlySpan<float> input, ReadOnlySpan<float> output)
    {
        int samples = SamplesOf(input.Length, nameof(input));
        if (output.Length != (long)samples * OutputSize)
        {
            throw new ArgumentException(
                $"{samples} samples give {(long)samples * OutputSize} floats, {ShapeText.Of(OutputShape)} each from {LastLayer}; there is "
                    + $"room for {output.Length}.", nameof(output));
        }

        return samples;
    }

    /// <summary>Runs the prediction program over samples that fit into a workspace.</summary>
    /// <param name="workspace">Where it runs.</param>
    /// <param name="input">The samples.</param>
    /// <param name="output">Room for their outputs.</param>
    /// <param name="samples">Their number.</param>
    /// <param name="named">Room for the named outputs, or null where they are not wanted.</param>
    /// <param name="first">Which of the samples there is the first here.</param>
    internal unsafe void PredictIn(
        Workspace workspace, ReadOnlySpan<float> input, Span<float> output, int samples, NetworkOutputs? named = null, int first = 0)
    {
        workspace.Samples = samples;
        workspace.WantsAddedLoss = named is { AddedLoss.IsEmpty: false };
        if (Description.Predict.Input >= 0)
            input.CopyTo(workspace.Batch(Description.Predict.Input, InputSize));
        fixed (float* from = input)
        {
            workspace.ReadFrom(from);
            RunPredict(workspace);
            workspace.ReadFrom(null);
        }

        workspace.Batch(Description.Predict.Output, OutputSize).CopyTo(output);
        named?.TakeNamed(workspace, first);
    }

    /// <exception cref="ArgumentException">So many samples do not fit into one array.</exception>
    internal static int LengthOf(int samples, int size, string argument) => (long)samples * size <= Array.MaxLength
        ? samples * size
        : throw new ArgumentException(
            $"{samples:N0} samples of {size:N0} floats each are {(long)samples * size:N0}; an array holds at most {Array.MaxLength:N0}. "
                + "Predict them in parts.", argument);

    /// <summary>Requires two samples where a layer normalises over those of a call.</summary>
    internal void RequireTwoSamples(int samples, string argument)
    {
        if (samples == 1 && Description.LayerThatPredictsTwoSamples is { } layer)
        {
            throw new ArgumentException(
                $"'{layer}' of {Name} has no running statistics and normalises over the samples of a call: expected at least 2, got 1.",
                argument);
        }
    }

    private void PredictParts(ReadOnlySpan<float> input, Span<float> output, int samples, NetworkOutputs? named)
    {
        if (Description.LayerAcrossSamples is not null)
        {
            PredictWhole(input, output, samples, named);
            return;
        }

        int largest = predictionCapacities[^1];
        for (int done = 0; done < samples;)
        {
            int count = Math.Min(samples - done, largest);
            PredictPart(
                input.Slice(done * InputSize, count * InputSize), output.Slice(done * OutputSize, count * OutputSize), count, named, done);
            done += count;
        }
    }

    /// <summary>Predicts all samples in one block, where splitting them would change the results.</summary>
    private void PredictWhole(ReadOnlySpan<float> input, Span<float> output, int samples, NetworkOutputs? named)
    {
        RequireTwoSamples(samples, nameof(input));
        Workspace? workspace = Interlocked.Exchange(ref whole, null);
        if (workspace is null || workspace.Capacity < samples)
        {
            Workspace.RequireRoom(Description.Predict, samples, 0, nameof(input));
            workspace = new Workspace(Description.Predict, Memory, samples, Workers.Single);
        }

        PredictIn(workspace, input, output, samples, named);
        Volatile.Write(ref whole, workspace);
    }

    private void PredictPart(ReadOnlySpan<float> input, Span<float> output, int samples, NetworkOutputs? named, int first)
    {
        int size = 0;
        while (predictionCapacities[size] < samples)
            size++;
        Workspace workspace = predictionPools[size].Rent();
        try
        {
            PredictIn(workspace, input, output, samples, named, first);
        }
        finally
        {
            predictionPools[size].Return(workspace);
        }
    }

    // A workspace spreads its tensors over its capacity; small workspaces keep small batches compact in memory.
    private static int[] PredictionCapacities(int largest) => largest > 8 ? [1, 8, largest] : largest > 1 ? [1, largest] : [1];

    /// <summary>The number of samples of an input of so many floats.</summary>
    internal int SamplesOf(int length, string argument)
    {
        if (length == 0 || length % InputSize != 0)
        {
            throw new ArgumentException(
                $"{FirstLayer} takes samples of {InputSize} {InputUnit}, {ShapeText.Of(InputShape)} each; expected a positive multiple of "
                    + $"that, got {length} {InputUnit}.", argument);
        }

        return length / InputSize;
    }

    private int SamplesOf(ReadOnlySpan<nint> lengths, ReadOnlySpan<int> sample, string argument)
    {
        bool batched = lengths.Length == sample.Length + 1;
        bool fits = (batched && lengths[0] > 0) || lengths.Length == sample.Length;
        for (int axis = 0; fits && axis < sample.Length; axis++)
            fits = lengths[axis + (batched ? 1 : 0)] == sample[axis];
        if (!fits)
            throw new ArgumentException($"{Name} expects the shape {ShapeText.Of(sample)} or {ShapeText.OfBatch(sample)} here; "
                + $"got {ShapeText.Of(lengths)}.", argument);
        if (batched && lengths[0] > int.MaxValue)
            throw new ArgumentException($"{Name} takes at most {int.MaxValue:N0} samples at once; got {lengths[0]:N0}.", argument);
        return batched ? (int)lengths[0] : 1;
    }
}
