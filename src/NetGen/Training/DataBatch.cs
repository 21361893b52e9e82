using NetGen.Runtime;

namespace NetGen;

/// <summary>Room for a batch of a data set, allocated once and filled again and again.</summary>
internal sealed class DataBatch
{
    private readonly Network network;
    private readonly IDataSet data;
    private readonly float[] inputs;
    private readonly int[] labels;
    private readonly float[] targets;
    private readonly float[] channelsLast;

    /// <exception cref="ArgumentException">The data set does not fit the network.</exception>
    public DataBatch(Network network, IDataSet data, int capacity)
    {
        (this.network, this.data) = (network, data);
        Form = DataSetFit.Require(network, data);
        inputs = new float[checked(capacity * network.InputSize)];
        bool turns = Attribute.GetCustomAttribute(data.GetType(), typeof(SampleAttribute)) is SampleAttribute { ChannelsLast: true };
        channelsLast = turns && network.InputShape.Length > 1 ? new float[inputs.Length] : [];
        labels = Form == LabelForm.Index ? new int[checked(capacity * data.LabelsPerSample)] : [];
        targets = Form == LabelForm.Values ? new float[checked(capacity * network.OutputSize)] : [];
    }

    public LabelForm Form { get; }

    public int Samples { get; private set; }

    public ReadOnlySpan<float> Inputs => inputs.AsSpan(0, Samples * network.InputSize);

    public ReadOnlySpan<int> Labels => labels.AsSpan(0, Samples * data.LabelsPerSample);

    public ReadOnlySpan<float> Targets => targets.AsSpan(0, Samples * network.OutputSize);

    public void Read(ReadOnlySpan<int> indices)
    {
        Samples = indices.Length;
        Span<float> samples = inputs.AsSpan(0, Samples * network.InputSize);
        if (channelsLast.Length == 0)
        {
            data.CopySamples(indices, samples);
        }
        else
        {
            data.CopySamples(indices, channelsLast.AsSpan(0, samples.Length));
            Turn(channelsLast.AsSpan(0, samples.Length), samples, network.InputShape[0], network.InputSize);
        }

        if (Form == LabelForm.Index)
            data.CopyLabels(indices, labels.AsSpan(0, Samples * data.LabelsPerSample));
        else if (Form == LabelForm.Values)
            data.CopyTargets(indices, targets.AsSpan(0, Samples * network.OutputSize));
    }

    /// <summary>[sample, positions, channels] → [sample, channels, positions].</summary>
    private static void Turn(ReadOnlySpan<float> source, Span<float> destination, int channels, int sampleSize)
    {
        int positions = sampleSize / channels;
        for (int sample = 0; sample < source.Length; sample += sampleSize)
            for (int position = 0; position < positions; position++)
                for (int channel = 0; channel < channels; channel++)
                    destination[sample + (channel * positions) + position] = source[sample + (position * channels) + channel];
    }
}
