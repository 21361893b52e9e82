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

    /// <exception cref="ArgumentException">The data set does not fit the network.</exception>
    public DataBatch(Network network, IDataSet data, int capacity)
    {
        (this.network, this.data) = (network, data);
        Form = DataSetFit.Require(network, data);
        inputs = new float[checked(capacity * network.InputSize)];
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
        data.CopySamples(indices, inputs.AsSpan(0, Samples * network.InputSize));
        if (Form == LabelForm.Index)
            data.CopyLabels(indices, labels.AsSpan(0, Samples * data.LabelsPerSample));
        else if (Form == LabelForm.Values)
            data.CopyTargets(indices, targets.AsSpan(0, Samples * network.OutputSize));
    }
}
