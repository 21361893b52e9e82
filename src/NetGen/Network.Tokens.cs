using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetGen;

public abstract partial class Network
{
    /// <summary>What a sample is made of, as messages say it.</summary>
    internal string InputUnit => Description.Vocabulary > 0 ? "tokens" : "floats";

    /// <summary>The same as for floats, of a network that begins with an Embedding.</summary>
    /// <remarks>A network of numbers takes whole numbers as any others, so that <c>Predict([1, 0])</c> is what it seems.</remarks>
    /// <param name="tokens">The samples one after another, [batch, steps]; each token names a row of every Embedding.</param>
    /// <param name="output">Receives exactly as many outputs, [batch, ..<see cref="OutputShape"/>].</param>
    /// <exception cref="ArgumentException">A length does not fit, or a token is outside of the vocabulary.</exception>
    public void Predict(ReadOnlySpan<int> tokens, Span<float> output)
    {
        ReadOnlySpan<float> input = InputOf(tokens, nameof(tokens));
        PredictParts(input, output, RequirePrediction(input, output), named: null);
    }

    /// <summary>The same with the named outputs.</summary>
    /// <param name="tokens">The samples one after another, [batch, steps].</param>
    /// <param name="outputs">Receives the outputs of exactly as many samples.</param>
    /// <exception cref="ArgumentException">
    /// A length does not fit, a token is outside of the vocabulary, or the room is another network's.
    /// </exception>
    public void Predict(ReadOnlySpan<int> tokens, NetworkOutputs outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        PredictAll(InputOf(tokens, nameof(tokens)), outputs);
    }

    /// <summary>Computes the outputs of one sample or of a batch of tokens into a new array.</summary>
    /// <param name="tokens">The samples one after another, [batch, steps].</param>
    /// <returns>The outputs one after another, [batch, ..<see cref="OutputShape"/>].</returns>
    /// <exception cref="ArgumentException">The length does not fit, or a token is outside of the vocabulary.</exception>
    public float[] Predict(ReadOnlySpan<int> tokens)
    {
        var output = new float[LengthOf(SamplesOf(tokens.Length, nameof(tokens)), OutputSize, nameof(tokens))];
        Predict(tokens, output);
        return output;
    }

    /// <summary>Computes the outputs of one sample or of a batch of tokens.</summary>
    /// <param name="tokens">One sample, [steps], or [batch, steps]; strides as they may be.</param>
    /// <param name="output">
    /// One output of <see cref="OutputShape"/>, or [batch, ..<see cref="OutputShape"/>]; strides as they may be.
    /// </param>
    /// <exception cref="ArgumentException">A shape does not fit, or a token is outside of the vocabulary.</exception>
    public void Predict(in ReadOnlyTensorSpan<int> tokens, in TensorSpan<float> output)
    {
        int length = LengthOf(SamplesOf(tokens.Lengths, output.Lengths), InputSize, nameof(tokens));
        int[] inputs = ArrayPool<int>.Shared.Rent(length);
        try
        {
            tokens.FlattenTo(inputs.AsSpan(0, length));
            PredictTo(InputOf(inputs.AsSpan(0, length), nameof(tokens)), output);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(inputs);
        }
    }

    /// <summary>
    /// Tokens that are checked, as the workspace passes samples on: kernels read them as the whole numbers that they are. For a network of
    /// numbers the same as floats.
    /// </summary>
    /// <exception cref="ArgumentException">A token is outside of the vocabulary.</exception>
    internal ReadOnlySpan<float> InputOf(ReadOnlySpan<int> tokens, string argument)
    {
        if (Description.Vocabulary == 0)
        {
            RequireRowsOfNumbers(argument);
            var numbers = new float[tokens.Length];
            TensorPrimitives.ConvertTruncating(tokens, numbers.AsSpan());
            return numbers;
        }

        BatchCheck.RequireTokens(tokens, this, argument);
        return MemoryMarshal.Cast<int, float>(tokens);
    }

    /// <exception cref="ArgumentException">The network takes tokens.</exception>
    internal void RequireNumbers(string argument)
    {
        if (Description.Vocabulary > 0)
        {
            throw new ArgumentException(
                $"{FirstLayer} takes tokens, whole numbers below {Description.Vocabulary}, as int; got floats.", argument);
        }

        RequireRowsOfNumbers(argument);
    }
}
