using System.Buffers;
using System.Numerics.Tensors;
using NetGen.Runtime;

namespace NetGen;

public abstract partial class Network
{
    // A workspace spreads its tensors over its whole capacity; small ones keep small batches close together in memory.
    private static readonly int[] PredictionCapacities = [1, 8, 64];

    private readonly WorkspacePool[] predictionPools;

    /// <summary>Computes the outputs of one sample or of a batch, as in PyTorch's eval mode. Many threads may do so at once; each runs on its own thread alone.</summary>
    /// <param name="input">The samples one after another, [batch, ..<see cref="InputShape"/>], row-major.</param>
    /// <param name="output">Room for exactly as many outputs, [batch, ..<see cref="OutputShape"/>].</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        int samples = RequirePrediction(input, output);
        int largest = PredictionCapacities[^1];
        for (int done = 0; done < samples;)
        {
            int count = Math.Min(samples - done, largest);
            PredictChunk(input.Slice(done * InputSize, count * InputSize), output.Slice(done * OutputSize, count * OutputSize), count);
            done += count;
        }
    }

    /// <summary>Computes the outputs of one sample or of a batch into a new array.</summary>
    /// <param name="input">The samples one after another, [batch, ..<see cref="InputShape"/>], row-major.</param>
    /// <returns>The outputs one after another, [batch, ..<see cref="OutputShape"/>].</returns>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public float[] Predict(ReadOnlySpan<float> input)
    {
        var output = new float[checked(SamplesOf(input.Length, nameof(input)) * OutputSize)];
        Predict(input, output);
        return output;
    }

    /// <summary>Computes the outputs of one sample or of a batch.</summary>
    /// <param name="input">One sample of <see cref="InputShape"/>, or [batch, ..<see cref="InputShape"/>]; strides as they may be.</param>
    /// <param name="output">One output of <see cref="OutputShape"/>, or [batch, ..<see cref="OutputShape"/>]; strides as they may be.</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public void Predict(in ReadOnlyTensorSpan<float> input, in TensorSpan<float> output)
    {
        int samples = SamplesOf(input.Lengths, InputShape, nameof(input));
        int outputs = SamplesOf(output.Lengths, OutputShape, nameof(output));
        if (samples != outputs)
            throw new ArgumentException($"{samples} samples came in, and there is room for {outputs} outputs.", nameof(output));

        int inputLength = checked(samples * InputSize);
        int outputLength = checked(samples * OutputSize);
        float[] inputs = ArrayPool<float>.Shared.Rent(inputLength);
        float[] results = ArrayPool<float>.Shared.Rent(outputLength);
        try
        {
            input.FlattenTo(inputs.AsSpan(0, inputLength));
            Predict(inputs.AsSpan(0, inputLength), results.AsSpan(0, outputLength));
            new ReadOnlyTensorSpan<float>(results.AsSpan(0, outputLength), output.Lengths).CopyTo(output);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(inputs);
            ArrayPool<float>.Shared.Return(results);
        }
    }

    /// <summary>Checks the lengths of a prediction's arguments and gives the number of samples.</summary>
    internal int RequirePrediction(ReadOnlySpan<float> input, ReadOnlySpan<float> output)
    {
        int samples = SamplesOf(input.Length, nameof(input));
        if (output.Length != (long)samples * OutputSize)
        {
            throw new ArgumentException(
                $"{samples} samples give {(long)samples * OutputSize} floats, {ShapeText.Of(OutputShape)} each from {LastLayer}; there is room for {output.Length}.", nameof(output));
        }

        return samples;
    }

    /// <summary>Runs the prediction program over samples that fit into a workspace.</summary>
    internal void PredictIn(Workspace workspace, ReadOnlySpan<float> input, Span<float> output, int samples)
    {
        workspace.Samples = samples;
        input.CopyTo(workspace.Batch(Description.Predict.Input, InputSize));
        RunPredict(workspace);
        workspace.Batch(Description.Predict.Output, OutputSize).CopyTo(output);
    }

    private void PredictChunk(ReadOnlySpan<float> input, Span<float> output, int samples)
    {
        int size = 0;
        while (PredictionCapacities[size] < samples)
            size++;
        Workspace workspace = predictionPools[size].Rent();
        try
        {
            PredictIn(workspace, input, output, samples);
        }
        finally
        {
            predictionPools[size].Return(workspace);
        }
    }

    private int SamplesOf(int length, string argument)
    {
        if (length == 0 || length % InputSize != 0)
        {
            throw new ArgumentException(
                $"{FirstLayer} takes samples of {InputSize} floats, {ShapeText.Of(InputShape)} each; expected a positive multiple of that, and {length} floats came.", argument);
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
            throw new ArgumentException($"{Name} expects the shape {ShapeText.Of(sample)} or {ShapeText.OfBatch(sample)} here; {ShapeText.Of(lengths)} came.", argument);
        return batched ? checked((int)lengths[0]) : 1;
    }
}
