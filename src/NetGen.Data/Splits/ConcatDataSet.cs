namespace NetGen.Data;

/// <summary>Sets one after another, as one (PyTorch's <c>ConcatDataset</c>). All of them have the same contract.</summary>
internal sealed class ConcatDataSet : IGroupedDataSet
{
    private readonly IDataSet[] parts;
    private readonly int[] starts;

    /// <exception cref="ArgumentException">A part has another shape, other labels, or was prepared by other statistics.</exception>
    public ConcatDataSet(IDataSet[] parts)
    {
        this.parts = parts;
        starts = new int[parts.Length];
        long count = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            RequireSame(parts[0], parts[i]);
            starts[i] = (int)count;
            count += parts[i].Count;
            if (count > Array.MaxLength)
            {
                throw new ArgumentException(
                    $"The sets have more than {Array.MaxLength:N0} samples together; expected fewer.", nameof(parts));
            }
        }

        Count = (int)count;
    }

    public IReadOnlyList<IDataSet> Parts => parts;

    public int Count { get; }

    public string Name => First.Name;

    public int SampleSize => First.SampleSize;

    public ReadOnlySpan<int> Shape => First.Shape;

    public bool? CopiesChannelsLast => First.CopiesChannelsLast;

    public int TargetSize => First.TargetSize;

    public int Classes => First.Classes;

    public int LabelsPerSample => First.LabelsPerSample;

    public int Vocabulary => First.Vocabulary;

    public bool HasWeights => First.HasWeights;

    // Numbers of groups of different sets do not mean the same.
    public bool HasGroups => Array.TrueForAll(parts, part => part is IGroupedDataSet { HasGroups: true })
        && DataSetFitting.SourceOf(First) is { } source && Array.TrueForAll(parts, part => DataSetFitting.SourceOf(part) == source);

    private IDataSet First => parts[0];

    SampleAttribute? IDataSet.OtherInput(string name) => First.OtherInput(name);

    public IDataSet OfEpoch(int epoch)
    {
        IDataSet[] ofEpoch = [.. parts.Select(part => part.OfEpoch(epoch))];
        return ofEpoch.SequenceEqual(parts) ? this : new ConcatDataSet(ofEpoch);
    }

    /// <summary>Which part has a sample.</summary>
    public int PartOf(int index)
    {
        int found = Array.BinarySearch(starts, index);
        int part = found >= 0 ? found : ~found - 1;

        // A part without samples begins where the next one does.
        while (index - starts[part] >= parts[part].Count)
            part++;
        return part;
    }

    /// <summary>The index of a sample in its part.</summary>
    public int IndexInPart(int index) => index - starts[PartOf(index)];

    public void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
    {
        for (int i = 0; i < indices.Length; i++)
            PartOf(indices, i).CopySamples([IndexInPart(indices[i])], Room(destination, i, indices.Length));
    }

    public void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination)
    {
        for (int i = 0; i < indices.Length; i++)
            PartOf(indices, i).CopyTokens([IndexInPart(indices[i])], Room(destination, i, indices.Length));
    }

    public void CopyInput(string name, ReadOnlySpan<int> indices, Span<float> destination)
    {
        for (int i = 0; i < indices.Length; i++)
            PartOf(indices, i).CopyInput(name, [IndexInPart(indices[i])], Room(destination, i, indices.Length));
    }

    public void CopyInput(string name, ReadOnlySpan<int> indices, Span<int> destination)
    {
        for (int i = 0; i < indices.Length; i++)
            PartOf(indices, i).CopyInput(name, [IndexInPart(indices[i])], Room(destination, i, indices.Length));
    }

    public void CopyLengths(string name, ReadOnlySpan<int> indices, Span<int> destination)
    {
        for (int i = 0; i < indices.Length; i++)
            PartOf(indices, i).CopyLengths(name, [IndexInPart(indices[i])], Room(destination, i, indices.Length));
    }

    public void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        for (int i = 0; i < indices.Length; i++)
            PartOf(indices, i).CopyLabels([IndexInPart(indices[i])], Room(destination, i, indices.Length));
    }

    public void CopyWeights(ReadOnlySpan<int> indices, Span<float> destination)
    {
        for (int i = 0; i < indices.Length; i++)
            PartOf(indices, i).CopyWeights([IndexInPart(indices[i])], Room(destination, i, indices.Length));
    }

    public void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination)
    {
        for (int i = 0; i < indices.Length; i++)
            PartOf(indices, i).CopyTargets([IndexInPart(indices[i])], Room(destination, i, indices.Length));
    }

    public void CopyGroups(ReadOnlySpan<int> indices, Span<int> destination)
    {
        if (!HasGroups)
            throw new NotSupportedException($"'{Name}' and the sets behind it have no groups in common.");
        for (int i = 0; i < indices.Length; i++)
            ((IGroupedDataSet)PartOf(indices, i)).CopyGroups([IndexInPart(indices[i])], Room(destination, i, indices.Length));
    }

    private static Span<T> Room<T>(Span<T> destination, int sample, int samples)
    {
        int size = destination.Length / samples;
        return size * samples == destination.Length ? destination.Slice(sample * size, size) : throw new ArgumentException(
            $"Expected room for {samples} samples of the same size; there is room for {destination.Length}.", nameof(destination));
    }

    private static void RequireSame(IDataSet first, IDataSet part)
    {
        bool isSame = part.SampleSize == first.SampleSize && part.Shape.SequenceEqual(first.Shape)
            && part.CopiesChannelsLast == first.CopiesChannelsLast && part.TargetSize == first.TargetSize && part.Classes == first.Classes
            && part.LabelsPerSample == first.LabelsPerSample && part.Vocabulary == first.Vocabulary && part.HasWeights == first.HasWeights;
        if (!isSame)
        {
            throw new ArgumentException(
                $"'{part.Name}' has {Contract(part)}; expected those of '{first.Name}', {Contract(first)}.", nameof(part));
        }

        if (DataSetFitting.PreparationOf(first)?.ToJson() != DataSetFitting.PreparationOf(part)?.ToJson())
        {
            throw new ArgumentException(
                $"'{part.Name}' is prepared by other statistics than '{first.Name}': the same value would be two different inputs. "
                    + $"Expected {nameof(DataSetSplits.PreparedAs)} of one for the other, or one set of all files.",
                nameof(part));
        }
    }

    private static string Contract(IDataSet data) =>
        $"samples of {(data.Shape.IsEmpty ? $"{data.SampleSize}" : Runtime.ShapeText.Of(data.Shape))}"
            + $"{(data.Vocabulary > 0 ? $" with {data.Vocabulary} tokens" : "")}, {data.LabelsPerSample} labels of {data.Classes} classes "
            + $"and targets of {data.TargetSize}, {(data.HasWeights ? "with" : "without")} weights";

    private IDataSet PartOf(ReadOnlySpan<int> indices, int position)
    {
        SampleIndices.Require(indices.Slice(position, 1), Count, Name);
        return parts[PartOf(indices[position])];
    }
}
