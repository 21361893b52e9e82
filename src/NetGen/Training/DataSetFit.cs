using NetGen.Runtime;

namespace NetGen;

/// <summary>Whether a data set fits a network, and by which form of label.</summary>
internal static class DataSetFit
{
    /// <summary>The form of the set's labels that the network's loss takes; none where the input is the target or there is no loss.</summary>
    /// <exception cref="ArgumentException">The two do not fit; the message names both sides.</exception>
    public static LabelForm Require(Network network, IDataSet data)
    {
        if (data.Count < 1)
            throw new ArgumentException($"'{data.Name}' has no sample; expected at least one.", nameof(data));
        if (data.SampleSize != network.InputSize)
        {
            throw new ArgumentException(
                $"'{data.Name}' has samples of {data.SampleSize} floats; {network.FirstLayer} takes {ShapeText.Of(network.InputShape)}, which is {network.InputSize}.", nameof(data));
        }

        if (network.Description.Loss is not { TargetIsInput: false } loss)
            return LabelForm.None;
        if (data.LabelsPerSample == 0)
        {
            return (loss.Forms & LabelForm.Values) != 0
                ? LabelForm.Values
                : throw new ArgumentException($"'{data.Name}' has no class labels; {loss.Kind} of {network.Name} takes a class index of {loss.Classes} classes.", nameof(data));
        }

        if ((loss.Forms & LabelForm.Index) == 0)
        {
            throw new ArgumentException(
                $"'{data.Name}' has class labels; {loss.Kind} of {network.Name} takes numbers of the output's shape {ShapeText.Of(network.OutputShape)}.", nameof(data));
        }

        if (data.Classes != loss.Classes || data.LabelsPerSample != loss.LabelsPerSample)
        {
            throw new ArgumentException(
                $"'{data.Name}' has {data.LabelsPerSample} labels a sample of {data.Classes} classes; {loss.Kind} after {network.LastLayer}, which gives {ShapeText.Of(network.OutputShape)}, "
                + $"takes {loss.LabelsPerSample} of {loss.Classes}.",
                nameof(data));
        }

        return LabelForm.Index;
    }
}
