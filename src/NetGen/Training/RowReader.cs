using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>Reads the inputs of a data set into rows, for networks with several inputs or with lengths; its buffers are reused.</summary>
internal sealed class RowReader
{
    private readonly Network network;
    private IDataSet data;
    private readonly float[][] values;
    private readonly float[] channelsLast;
    private readonly int[] lengths;

    public RowReader(Network network, IDataSet data, int capacity)
    {
        (this.network, this.data) = (network, data);
        InputDescription[] inputs = network.Description.Inputs;
        values = [.. inputs.Select(input => new float[capacity * input.Size])];
        channelsLast = new float[inputs.Where((_, index) => IsChannelsLast(index)).Select(input => capacity * input.Size)
            .DefaultIfEmpty(0).Max()];
        lengths = new int[capacity];
    }

    /// <summary>Reads from the data set as it is in another epoch.</summary>
    public void BeginEpoch(IDataSet ofEpoch) => data = ofEpoch;

    /// <summary>The first input of the samples that were read, [samples, ..shape].</summary>
    public ReadOnlySpan<float> First(int samples) => values[0].AsSpan(0, samples * network.FirstSize);

    /// <summary>Reads samples, checks them and puts them into rows.</summary>
    /// <exception cref="ArgumentException">
    /// A value is not finite, or a token or a length out of range; the message names the sample.
    /// </exception>
    public void Read(ReadOnlySpan<int> indices, Span<float> rows)
    {
        int offset = 0;
        for (int index = 0; index < values.Length; index++)
        {
            InputDescription input = network.Description.Inputs[index];
            Span<float> read = values[index].AsSpan(0, indices.Length * input.Size);
            if (input.Vocabulary > 0)
                ReadTokens(index, indices, MemoryMarshal.Cast<float, int>(read));
            else
                ReadNumbers(index, indices, read);
            network.CopyToRows(MemoryMarshal.Cast<float, int>(read), input.Size, offset, rows);
            offset += input.Size;
            if (!input.HasLengths)
                continue;
            ReadLengths(input, indices, lengths.AsSpan(0, indices.Length));
            network.CopyToRows(lengths.AsSpan(0, indices.Length), 1, offset, rows);
            offset++;
        }
    }

    private void ReadTokens(int index, ReadOnlySpan<int> indices, Span<int> read)
    {
        InputDescription input = network.Description.Inputs[index];
        if (index == 0)
            data.CopyTokens(indices, read);
        else
            data.CopyInput(input.Name, indices, read);
        for (int i = 0; i < read.Length; i++)
        {
            if ((uint)read[i] >= (uint)input.Vocabulary)
                throw Refused(
                    indices[i / input.Size], input, $"the token {read[i]} at step {i % input.Size}",
                    $"{network.Name} has rows for 0 to {input.Vocabulary - 1}");
        }
    }

    private void ReadNumbers(int index, ReadOnlySpan<int> indices, Span<float> read)
    {
        InputDescription input = network.Description.Inputs[index];
        bool isChannelsLast = IsChannelsLast(index);
        Span<float> copied = isChannelsLast ? channelsLast.AsSpan(0, read.Length) : read;
        if (index == 0)
            data.CopySamples(indices, copied);
        else
            data.CopyInput(input.Name, indices, copied);
        if (isChannelsLast)
            ChannelOrder.LastToFirst(copied, read, input.Shape[0], input.Size);
        if (BatchCheck.IndexOfNonFinite(read) is >= 0 and int i)
            throw Refused(indices[i / input.Size], input, $"{read[i]} as value {i % input.Size}", "expected finite numbers");
    }

    private void ReadLengths(InputDescription input, ReadOnlySpan<int> indices, Span<int> read)
    {
        data.CopyLengths(input.Name, indices, read);
        for (int i = 0; i < read.Length; i++)
        {
            if ((uint)read[i] > (uint)input.Steps)
                throw Refused(indices[i], input, $"the length {read[i]}", $"it has 0 to {input.Steps} steps");
        }
    }

    private ArgumentException Refused(int sample, InputDescription input, string has, string expected) =>
        new($"Sample {sample} of '{data.Name}' has {has} of '{input.Name}'; {expected}.", nameof(data));

    private bool IsChannelsLast(int index)
    {
        InputDescription input = network.Description.Inputs[index];
        return input.Shape.Length > 1
            && (index == 0 ? data.CopiesChannelsLast : data.OtherInput(input.Name)?.ChannelsLast) == true;
    }
}
