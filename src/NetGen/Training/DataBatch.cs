using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>The buffers of a batch, allocated once and reused.</summary>
/// <remarks>What a set gives is checked by <see cref="Require"/>, once for each batch, in training and in evaluation alike.</remarks>
internal sealed class DataBatch
{
    private readonly Network network;
    private IDataSet data;
    private readonly float[] inputs;
    private readonly int[] labels;
    private readonly float[] targets;
    private readonly float[] weights;
    private readonly float[] channelsLast;
    private readonly RowReader? rows;

    /// <exception cref="ArgumentException">The data set does not fit the network.</exception>
    public DataBatch(Network network, IDataSet data, int capacity)
    {
        (this.network, this.data) = (network, data);
        Form = DataSetFit.Require(network, data);
        inputs = new float[Length(capacity, network.InputSize)];
        rows = network.Description.Inputs.Length > 0 ? new RowReader(network, data, capacity) : null;
        channelsLast = rows is null && data.CopiesChannelsLast == true && network.InputShape.Length > 1 ? new float[inputs.Length] : [];
        labels = Form == LabelForm.Index ? new int[Length(capacity, data.LabelsPerSample)] : [];
        weights = data.HasWeights ? new float[capacity] : [];
        targets = Form == LabelForm.Values ? new float[Length(capacity, network.OutputSize)] : [];
    }

    public LabelForm Form { get; }

    public int Samples { get; private set; }

    /// <summary>The samples; tokens as the whole numbers that they are.</summary>
    public ReadOnlySpan<float> Inputs => inputs.AsSpan(0, Samples * network.InputSize);

    /// <summary>The class indices; empty where the loss compares with numbers.</summary>
    public ReadOnlySpan<int> Labels => Form == LabelForm.Index ? labels.AsSpan(0, Samples * data.LabelsPerSample) : default;

    /// <summary>
    /// The numbers that the loss compares the outputs with: the set's targets, or the inputs; empty where it takes class indices.
    /// </summary>
    public ReadOnlySpan<float> Targets => Form switch
    {
        LabelForm.Index => default,
        LabelForm.Values => targets.AsSpan(0, Samples * network.OutputSize),
        _ => rows is null ? Inputs : rows.First(Samples),
    };

    /// <summary>What the samples count; empty where they count alike.</summary>
    public ReadOnlySpan<float> Weights => weights.Length == 0 ? default : weights.AsSpan(0, Samples);

    /// <summary>Reads from the data set as it is in another epoch.</summary>
    /// <exception cref="InvalidOperationException">It has other numbers of samples, values or labels.</exception>
    public void BeginEpoch(IDataSet ofEpoch)
    {
        if (ofEpoch.Count != data.Count || ofEpoch.SampleSize != data.SampleSize || ofEpoch.LabelsPerSample != data.LabelsPerSample)
        {
            throw new InvalidOperationException(
                $"'{data.Name}' has {data.Count} samples of {data.SampleSize} values with {data.LabelsPerSample} labels; what its "
                    + $"{nameof(IDataSet.OfEpoch)} gave has {ofEpoch.Count} of {ofEpoch.SampleSize} with {ofEpoch.LabelsPerSample}.");
        }

        data = ofEpoch;
        rows?.BeginEpoch(ofEpoch);
    }

    public void Read(ReadOnlySpan<int> indices)
    {
        Samples = indices.Length;
        Span<float> samples = inputs.AsSpan(0, Samples * network.InputSize);
        if (rows is not null)
        {
            rows.Read(indices, samples);
        }
        else if (TakesTokens)
        {
            data.CopyTokens(indices, MemoryMarshal.Cast<float, int>(samples));
        }
        else if (channelsLast.Length == 0)
        {
            data.CopySamples(indices, samples);
        }
        else
        {
            data.CopySamples(indices, channelsLast.AsSpan(0, samples.Length));
            ChannelOrder.LastToFirst(channelsLast.AsSpan(0, samples.Length), samples, network.InputShape[0], network.InputSize);
        }

        if (Form == LabelForm.Index)
        {
            Span<int> copied = labels.AsSpan(0, Samples * data.LabelsPerSample);
            data.CopyLabels(indices, copied);
            PaddedLabels.Ignore(network, samples, copied);
        }
        else if (Form == LabelForm.Values)
            data.CopyTargets(indices, targets.AsSpan(0, Samples * network.OutputSize));
        if (weights.Length > 0)
            data.CopyWeights(indices, weights.AsSpan(0, Samples));
    }

    /// <summary>Checks the batch that was read: its values are finite, and its labels name classes.</summary>
    /// <param name="indices">Those that it was read by.</param>
    /// <exception cref="ArgumentException">A value or a label is none; the message names the sample by its index in the set.</exception>
    public void Require(ReadOnlySpan<int> indices)
    {
        if (TakesTokens)
            RequireTokens(indices);
        else if (rows is null)
            RequireFinite(Inputs, indices, network.InputSize, "value");
        if (Form == LabelForm.Values)
            RequireFinite(Targets, indices, network.OutputSize, "target");
        if (Form == LabelForm.Index)
            RequireClasses(indices);
        else
            RequireTargets(indices);
        RequireWeights(indices);
    }

    private bool TakesTokens => network.Description.Vocabulary > 0;

    private void RequireTokens(ReadOnlySpan<int> indices)
    {
        ReadOnlySpan<int> tokens = MemoryMarshal.Cast<float, int>(Inputs);
        if (BatchCheck.IndexOfNoToken(tokens, network) is >= 0 and int i)
        {
            throw new ArgumentException(
                $"Sample {indices[i / network.InputSize]} of '{data.Name}' has the token {tokens[i]} at step {i % network.InputSize}; "
                    + $"{BatchCheck.ExpectedToken(network)}.",
                nameof(data));
        }
    }

    private void RequireFinite(ReadOnlySpan<float> values, ReadOnlySpan<int> indices, int size, string kind)
    {
        if (BatchCheck.IndexOfNonFinite(values) is >= 0 and int i)
        {
            throw new ArgumentException(
                $"Sample {indices[i / size]} of '{data.Name}' has {values[i]} as {kind} {i % size}; expected finite numbers.",
                nameof(data));
        }
    }

    private void RequireTargets(ReadOnlySpan<int> indices)
    {
        if (BatchCheck.IndexOfWrongTarget(Targets, network) is >= 0 and int i)
        {
            throw new ArgumentException(
                $"Sample {indices[i / network.OutputSize]} of '{data.Name}' has {Targets[i]} as target {i % network.OutputSize}; "
                    + $"{BatchCheck.ExpectedTarget(network)}.",
                nameof(data));
        }
    }

    private void RequireWeights(ReadOnlySpan<int> indices)
    {
        for (int i = 0; i < Weights.Length; i++)
        {
            if (BatchCheck.IsNoWeight(Weights[i]))
                throw BatchCheck.NoWeight(data, indices[i], Weights[i], nameof(data));
        }
    }

    private int Length(int samples, int each) => (long)samples * each <= Array.MaxLength
        ? samples * each
        : throw new ArgumentException(
            $"A batch of {samples:N0} samples of '{data.Name}' has {(long)samples * each:N0} numbers; an array holds at most "
                + $"{Array.MaxLength:N0}. Take smaller batches.",
            nameof(data));

    private void RequireClasses(ReadOnlySpan<int> indices)
    {
        LossDescription loss = network.Description.Loss!;
        if (BatchCheck.IndexOfNoClass(Labels, loss) is not (>= 0 and int i))
            return;
        int each = data.LabelsPerSample;
        throw BatchCheck.NoClass(data, indices[i / each], i % each, Labels[i], loss, nameof(data));
    }
}
