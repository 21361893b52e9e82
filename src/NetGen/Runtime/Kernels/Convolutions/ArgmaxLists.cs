namespace NetGen.Runtime;

/// <summary>The lists of some output channels: the gradients that are not 0, and where their argmax positions lie in the image.</summary>
internal readonly ref struct ArgmaxLists(ref float values, ref int offsets, ref int counts, int stride, int outputs)
{
    /// <summary>The gradients, [outputs, stride].</summary>
    public readonly ref float Values = ref values;

    /// <summary>The offsets, [outputs, stride].</summary>
    public readonly ref int Offsets = ref offsets;

    /// <summary>How many each channel has.</summary>
    public readonly ref int Counts = ref counts;

    public readonly int Stride = stride;

    public readonly int Outputs = outputs;
}
