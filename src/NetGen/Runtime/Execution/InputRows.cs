using System.Buffers;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// The samples of a batch as rows of all inputs one after another; generated code puts the inputs in, each checked. Rented memory, given
/// back by <see cref="Dispose"/>.
/// </summary>
public readonly ref struct InputRows
{
    private readonly Network network;
    private readonly float[] rented;
    private readonly bool isChecked;

    /// <summary>Rents rows for as many samples as the first input has.</summary>
    /// <param name="network">A network with several inputs, or with lengths.</param>
    /// <param name="length">Floats or tokens of the first input, of all samples.</param>
    /// <param name="argument">What the caller calls that input.</param>
    /// <param name="isTraining">Whether values must be finite, as training requires.</param>
    /// <exception cref="ArgumentException">It is no positive multiple of a sample's.</exception>
    public InputRows(Network network, int length, string argument, bool isTraining)
    {
        ArgumentNullException.ThrowIfNull(network);
        InputDescription first = network.Description.Inputs[0];
        if (length == 0 || length % first.Size != 0)
        {
            throw new ArgumentException(
                $"{network.Name} takes {ShapeText.Of(first.Shape)} as {argument}, {first.Size} for each sample; expected a positive "
                    + $"multiple of that, got {length}.",
                argument);
        }

        (this.network, Samples, isChecked) = (network, length / first.Size, isTraining);
        rented = ArrayPool<float>.Shared.Rent(Network.LengthOf(Samples, network.InputSize, argument));

        // An input that is never put in is zeros: kernels look up rows by tokens without a check.
        All.Clear();
    }

    /// <summary>The number of samples.</summary>
    public int Samples { get; }

    /// <summary>The rows, [samples, floats of all inputs].</summary>
    internal Span<float> All => rented.AsSpan(0, Samples * network.InputSize);

    /// <summary>The rows, for the network that they are made for.</summary>
    /// <exception cref="ArgumentException">It is another one.</exception>
    internal Span<float> Of(Network wanted) => ReferenceEquals(network, wanted) ? All : throw new ArgumentException(
        $"Expected inputs of {wanted.Name}; got {(network is null ? "none" : $"those of {network.Name}, or of another instance of it")}.",
        nameof(wanted));

    /// <summary>Puts in an input of numbers.</summary>
    /// <param name="index">Which input.</param>
    /// <param name="values">Its values, [samples, ..shape].</param>
    /// <param name="argument">What the caller calls it.</param>
    /// <exception cref="ArgumentException">The length does not fit, or in training a value is not finite.</exception>
    public void Put(int index, ReadOnlySpan<float> values, string argument)
    {
        InputDescription input = Require(index, values.Length, argument, "floats");
        if (isChecked)
            BatchCheck.RequireFinite(values, input.Size, argument);
        network.CopyToRows(MemoryMarshal.Cast<float, int>(values), input.Size, network.OffsetOfInput(index), All);
    }

    /// <summary>Puts in an input of tokens.</summary>
    /// <param name="index">Which input.</param>
    /// <param name="tokens">The tokens, [samples, steps].</param>
    /// <param name="argument">What the caller calls it.</param>
    /// <exception cref="ArgumentException">The length does not fit, or a token is outside of the vocabulary.</exception>
    public void Put(int index, ReadOnlySpan<int> tokens, string argument)
    {
        InputDescription input = Require(index, tokens.Length, argument, "tokens");
        for (int i = 0; i < tokens.Length; i++)
        {
            if ((uint)tokens[i] >= (uint)input.Vocabulary)
            {
                throw new ArgumentException(
                    $"Token {i} (sample {i / input.Size}, step {i % input.Size} of it) is {tokens[i]}; '{input.Name}' of "
                        + $"{network.Name} has rows for 0 to {input.Vocabulary - 1}.",
                    argument);
            }
        }

        network.CopyToRows(tokens, input.Size, network.OffsetOfInput(index), All);
    }

    /// <summary>Puts in how many steps of an input are true.</summary>
    /// <param name="index">Which input.</param>
    /// <param name="lengths">One for each sample, 0 to the input's steps.</param>
    /// <param name="argument">What the caller calls them.</param>
    /// <exception cref="ArgumentException">There are more or fewer than samples, or one is too large or negative.</exception>
    public void PutLengths(int index, ReadOnlySpan<int> lengths, string argument)
    {
        InputDescription input = network.Description.Inputs[index];
        if (lengths.Length != Samples)
            throw new ArgumentException($"{Samples} samples have {Samples} lengths; got {lengths.Length}.", argument);
        for (int i = 0; i < lengths.Length; i++)
        {
            if ((uint)lengths[i] > (uint)input.Steps)
            {
                throw new ArgumentException(
                    $"Sample {i} has the length {lengths[i]}; '{input.Name}' of {network.Name} has 0 to {input.Steps} steps.", argument);
            }
        }

        network.CopyToRows(lengths, 1, network.OffsetOfInput(index) + input.Size, All);
    }

    /// <summary>Takes an input's part of gradients of the rows.</summary>
    /// <param name="index">Which input.</param>
    /// <param name="values">Receives them, [samples, ..shape]; nothing where it is empty.</param>
    /// <param name="argument">What the caller calls them.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void Take(int index, Span<float> values, string argument)
    {
        if (values.IsEmpty)
            return;
        InputDescription input = Require(index, values.Length, argument, "floats");
        int offset = network.OffsetOfInput(index), row = network.InputSize;
        for (int sample = 0; sample < Samples; sample++)
            All.Slice((sample * row) + offset, input.Size).CopyTo(values[(sample * input.Size)..]);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<float>.Shared.Return(rented);

    private InputDescription Require(int index, int length, string argument, string unit)
    {
        InputDescription input = network.Description.Inputs[index];
        return length == (long)Samples * input.Size ? input : throw new ArgumentException(
            $"{Samples} samples have {(long)Samples * input.Size} {unit} as '{input.Name}', {ShapeText.Of(input.Shape)} each; got "
                + $"{length}.",
            argument);
    }
}
