namespace NetGen.Data;

/// <summary>Statistics of sets that are wrapped in others: found, learnt anew, and replaced.</summary>
internal static class DataSetFitting
{
    // Samples are looked at in parts of so many.
    private const int PartLength = 256;

    /// <summary>What was learnt for a set; null where nothing was.</summary>
    public static Preparation? PreparationOf(IDataSet data) => data switch
    {
        IPreparedDataSet prepared => prepared.Preparation,
        WrappedDataSet wrapped => PreparationOf(wrapped.Inner),
        ConcatDataSet concat => PreparationOf(concat.Parts[0]),
        _ => null,
    };

    /// <summary>An object that is the same for all sets of the same samples; null where nothing is learnt of them.</summary>
    public static object? SourceOf(IDataSet data) => data switch
    {
        IFittedDataSet fitted => fitted.Source,
        WrappedDataSet wrapped => SourceOf(wrapped.Inner),
        ConcatDataSet concat => SourceOf(concat.Parts[0]),
        _ => null,
    };

    /// <summary>A set with what is learnt from those of its samples; the set itself where nothing is learnt.</summary>
    /// <exception cref="InvalidOperationException">
    /// The set consists of samples of several sources, of which nothing is learnt together.
    /// </exception>
    public static IDataSet FitTo(IDataSet data, ReadOnlySpan<int> indices) =>
        FirstFitted(data) is { } fitted ? PreparedAs(data, fitted.FitTo(IndicesInSource(data, indices)).Preparation) : data;

    /// <summary>A set with what was learnt from others; the set itself where nothing is learnt.</summary>
    /// <exception cref="ArgumentException">It was learnt from another kind of data.</exception>
    public static IDataSet PreparedAs(IDataSet data, Preparation preparation)
    {
        switch (data)
        {
            case IFittedDataSet fitted:
                return fitted.PreparedAs(preparation);
            case WrappedDataSet wrapped:
                IDataSet inner = PreparedAs(wrapped.Inner, preparation);
                return ReferenceEquals(inner, wrapped.Inner) ? wrapped : wrapped.Around(inner);
            case ConcatDataSet concat:
                IDataSet[] parts = [.. concat.Parts.Select(part => PreparedAs(part, preparation))];
                return parts.SequenceEqual(concat.Parts) ? concat : new ConcatDataSet(parts);
            default:
                return data;
        }
    }

    /// <summary>Requires that all samples of a set can be made.</summary>
    /// <exception cref="InvalidDataException">A value is of no use; the message says where it stands.</exception>
    public static void Require(IDataSet data)
    {
        if (SourceOf(data) is null)
            return;
        Span<int> part = stackalloc int[PartLength];
        for (int done = 0; done < data.Count; done += part.Length)
        {
            part = part[..Math.Min(PartLength, data.Count - done)];
            for (int i = 0; i < part.Length; i++)
                part[i] = done + i;
            Require(data, part);
        }
    }

    private static void Require(IDataSet data, ReadOnlySpan<int> indices)
    {
        switch (data)
        {
            case IFittedDataSet fitted:
                fitted.Require(indices);
                break;
            case WrappedDataSet wrapped:
                Require(wrapped.Inner, InInner(wrapped, indices));
                break;
            case ConcatDataSet concat:
                foreach (int index in indices)
                    Require(concat.Parts[concat.PartOf(index)], [concat.IndexInPart(index)]);
                break;
        }
    }

    private static int[] InInner(WrappedDataSet wrapped, ReadOnlySpan<int> indices)
    {
        var inner = new int[indices.Length];
        for (int i = 0; i < inner.Length; i++)
            inner[i] = wrapped.IndexInInner(indices[i]);
        return inner;
    }

    private static IFittedDataSet? FirstFitted(IDataSet data) => data switch
    {
        IFittedDataSet fitted => fitted.Learns ? fitted : null,
        WrappedDataSet wrapped => FirstFitted(wrapped.Inner),
        ConcatDataSet concat => FirstFitted(concat.Parts[0]),
        _ => null,
    };

    private static ReadOnlySpan<int> IndicesInSource(IDataSet data, ReadOnlySpan<int> indices)
    {
        switch (data)
        {
            case WrappedDataSet wrapped:
                return IndicesInSource(wrapped.Inner, InInner(wrapped, indices));
            case ConcatDataSet concat:
                object? source = SourceOf(concat);
                if (concat.Parts.Any(part => SourceOf(part) != source))
                {
                    throw new InvalidOperationException(
                        $"'{concat.Name}' consists of samples of several sources, and no statistics are learnt across them: split each, or "
                            + "make one set of all files.");
                }

                var found = new int[indices.Length];
                for (int i = 0; i < found.Length; i++)
                    found[i] = IndicesInSource(concat.Parts[concat.PartOf(indices[i])], [concat.IndexInPart(indices[i])])[0];
                return found;
            default:
                return indices;
        }
    }
}
