using NetGen.Runtime;

namespace NetGen;

/// <summary>Whether a data set fits a network, and with which form of label.</summary>
internal static class DataSetFit
{
    /// <summary>
    /// The form of the set's labels that the network's loss takes; none where the input is the target or there is no loss.
    /// </summary>
    /// <exception cref="ArgumentException">The two do not fit; the message names both sides.</exception>
    public static LabelForm Require(Network network, IDataSet data)
    {
        if (data.Count < 1)
            throw new ArgumentException($"'{data.Name}' has no sample; expected at least one.", nameof(data));
        RequireSample(network, data);
        RequireOtherInputs(network, data);
        if (network.Description.Loss is not { TargetIsInput: false } loss)
            return LabelForm.None;
        if (data.LabelsPerSample == 0)
        {
            RequireTarget(network, data, loss);
            return LabelForm.Values;
        }

        RequireLabels(network, data, loss);
        return LabelForm.Index;
    }

    private static void RequireSample(Network network, IDataSet data)
    {
        ReadOnlySpan<int> stated = data.Shape;
        ReadOnlySpan<int> taken = network.FirstShape;
        RequireVocabulary(network, data);
        if (data.SampleSize != network.FirstSize || !(stated.IsEmpty || stated.SequenceEqual(taken)))
            throw OtherSample(network, data);
        bool hasOrder = taken.Length > 1 && taken[0] > 1 && taken[0] < network.FirstSize;
        if (hasOrder && data.CopiesChannelsLast is null)
        {
            throw new ArgumentException(
                $"'{data.Name}' does not say in which order a sample of {ShapeText.Of(taken)} lies. Expected "
                    + $"[Sample({string.Join(", ", taken.ToArray())})] on "
                + $"{data.GetType().Name}, with {nameof(SampleAttribute.ChannelsLast)} = true where the channels come last; a set that "
                    + "wraps another one "
                + $"passes that one's {nameof(IDataSet.CopiesChannelsLast)} on.",
                nameof(data));
        }
    }

    /// <summary>
    /// The inputs behind the first, as far as the set's type states them; what it does not state is seen when it is read.
    /// </summary>
    private static void RequireOtherInputs(Network network, IDataSet data)
    {
        foreach (InputDescription input in network.Description.Inputs.Skip(1))
        {
            if (data.OtherInput(input.Name) is not { } stated)
                continue;
            if (!stated.Sizes.AsSpan().SequenceEqual(input.Shape))
            {
                throw new ArgumentException(
                    $"'{data.Name}' has samples of {ShapeText.Of(stated.Sizes)} as '{input.Name}'; {network.Name} takes "
                        + $"{ShapeText.Of(input.Shape)}.",
                    nameof(data));
            }

            if ((stated.Vocabulary > 0) != (input.Vocabulary > 0) || stated.Vocabulary > input.Vocabulary)
            {
                throw new ArgumentException(
                    $"'{data.Name}' has {Kind(stated.Vocabulary)} as '{input.Name}'; {network.Name} takes {Kind(input.Vocabulary)}.",
                    nameof(data));
            }
        }

        static string Kind(int vocabulary) => vocabulary > 0 ? $"the tokens 0 to {vocabulary - 1}" : "numbers";
    }

    /// <summary>Both are of tokens, and the network knows each of the set's; or both are of numbers.</summary>
    private static void RequireVocabulary(Network network, IDataSet data)
    {
        int known = network.FirstVocabulary;
        if (data.Vocabulary > 0 && known == 0)
            throw new ArgumentException(
                $"'{data.Name}' has samples of tokens; {network.FirstLayer} takes numbers. A network over tokens begins with [Embedding].",
                nameof(data));
        if (data.Vocabulary == 0 && known > 0)
            throw new ArgumentException(
                $"'{data.Name}' has samples of numbers; {network.FirstLayer} takes tokens. A set of tokens states its "
                    + $"{nameof(IDataSet.Vocabulary)}, as [Sample({network.FirstSize}, {nameof(SampleAttribute.Vocabulary)} = {known})] on "
                    + $"{data.GetType().Name}.",
                nameof(data));
        if (data.Vocabulary > known)
            throw new ArgumentException(
                $"'{data.Name}' has the tokens 0 to {data.Vocabulary - 1}; {BatchCheck.ExpectedToken(network)}.", nameof(data));
    }

    private static ArgumentException OtherSample(Network network, IDataSet data)
    {
        ReadOnlySpan<int> stated = data.Shape;
        ReadOnlySpan<int> taken = network.FirstShape;
        string samples = stated.IsEmpty ? $"{data.SampleSize} {network.InputUnit}" : ShapeText.Of(stated);
        string total = stated.IsEmpty ? $", which is {network.FirstSize}" : "";
        bool isChannelsLast = stated.Length == 3 && taken.Length == 3 && stated[0] == taken[1] && stated[1] == taken[2]
            && stated[2] == taken[0];
        string order = isChannelsLast
            ? $" Shapes are channels first: state {ShapeText.Of(taken)}, and {nameof(SampleAttribute.ChannelsLast)} = true where the "
                + "arrays are not."
            : "";
        return new ArgumentException(
            $"'{data.Name}' has samples of {samples}; {network.FirstLayer} takes {ShapeText.Of(taken)}{total}.{order}",
            nameof(data));
    }

    private static void RequireTarget(Network network, IDataSet data, LossDescription loss)
    {
        if ((loss.Forms & LabelForm.Values) == 0)
        {
            throw new ArgumentException(
                $"'{data.Name}' has no class labels{(data.TargetSize == 0 ? "" : $", but targets of {data.TargetSize} floats")}; "
                    + $"{loss.Kind} of {network.Name} takes a class index of {loss.Classes} classes.",
                nameof(data));
        }

        if (data is ArrayDataSet { TargetSize: 0 })
        {
            throw new ArgumentException(
                $"'{data.Name}' has no targets; {loss.Kind} of {network.Name} compares with {ShapeText.Of(network.OutputShape)}.",
                nameof(data));
        }

        int size = data.TargetSize;
        if (size != 0 && size != network.OutputSize)
        {
            throw new ArgumentException(
                $"'{data.Name}' has targets of {size} floats; {loss.Kind} after {network.LastLayer} compares with "
                    + $"{ShapeText.Of(network.OutputShape)}, "
                + $"which is {network.OutputSize}.",
                nameof(data));
        }
    }

    private static void RequireLabels(Network network, IDataSet data, LossDescription loss)
    {
        if ((loss.Forms & LabelForm.Index) == 0)
        {
            throw new ArgumentException(
                $"'{data.Name}' has class labels, {data.LabelsPerSample} a sample of {data.Classes} classes; {loss.Kind} of {network.Name} "
                    + $"takes numbers of the output's shape {ShapeText.Of(network.OutputShape)}.", nameof(data));
        }

        if (data.Classes != loss.Classes || data.LabelsPerSample != loss.LabelsPerSample)
        {
            throw new ArgumentException(
                $"'{data.Name}' has {data.LabelsPerSample} labels a sample of {data.Classes} classes; {loss.Kind} after "
                    + $"{network.LastLayer}, which gives {ShapeText.Of(network.OutputShape)}, "
                + $"takes {loss.LabelsPerSample} of {loss.Classes}.",
                nameof(data));
        }

        // Labels of padding steps may be any number: those of a batch are checked when it is known which they are.
        if (network.Description.PaddingOfLabels is null)
            (data as ArrayDataSet)?.RequireClasses(loss, nameof(data));
    }
}
