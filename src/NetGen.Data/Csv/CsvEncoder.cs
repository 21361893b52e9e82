namespace NetGen.Data;

/// <summary>Makes features, tokens, labels and targets of rows.</summary>
internal sealed class CsvEncoder
{
    /// <summary>In the place of a category's slot: nothing was learnt of the category.</summary>
    public const int UnseenSlot = -2;

    private readonly CsvPreparedColumn[] columns;
    private readonly int[] fields;
    private readonly int[]?[] slots;
    private readonly int[] tokens;
    private readonly int[] targets;
    private readonly int label;

    /// <param name="preparation">What was learnt.</param>
    /// <param name="fields">Which cell of a row each of the columns has.</param>
    /// <param name="slots">The slot of each category by the number that cells have; null where cells are slots, and for numbers.</param>
    public CsvEncoder(CsvPreparation preparation, int[] fields, int[]?[] slots)
    {
        (columns, this.fields, this.slots) = ([.. preparation.Columns], fields, slots);
        tokens = IndicesOf(CsvRole.Token);
        targets = IndicesOf(CsvRole.Target);
        label = Array.FindIndex(columns, column => column.Role == CsvRole.Label);
        Features = preparation.Features;
    }

    /// <summary>The features of a row.</summary>
    public int Features { get; }

    /// <summary>Writes the features of a row.</summary>
    /// <param name="row">The cells.</param>
    /// <param name="destination">Room for them.</param>
    /// <returns>-1, or the index of a column whose value is of no use.</returns>
    public int WriteFeatures(ReadOnlySpan<int> row, Span<float> destination)
    {
        int offset = 0;
        for (int i = 0; i < columns.Length; i++)
        {
            CsvPreparedColumn column = columns[i];
            if (column.Role == CsvRole.Number)
            {
                float number = CsvCell.Number(row[fields[i]]);
                if (float.IsNaN(number) && column.Missing is not (Missing.Mean or Missing.Zero))
                    return i;
                destination[offset++] = column.Scaled(number);
            }
            else if (column.Role == CsvRole.OneHot)
            {
                int slot = SlotOf(row, i);
                Span<float> own = destination.Slice(offset, column.Width);
                own.Clear();
                if (slot >= 0)
                    own[slot] = 1;
                else if (!IsAllowed(column, slot))
                    return i;
                offset += own.Length;
            }
        }

        return -1;
    }

    /// <summary>A token of a row.</summary>
    /// <param name="row">The cells.</param>
    /// <param name="input">Which of the columns of tokens.</param>
    /// <param name="token">The token.</param>
    /// <returns>-1, or the index of the column where its value is of no use.</returns>
    public int WriteToken(ReadOnlySpan<int> row, int input, out int token)
    {
        int index = tokens[input];
        CsvPreparedColumn column = columns[index];
        int slot = SlotOf(row, index);
        token = slot >= 0 ? slot + (column.HasUnknown ? 1 : 0) : 0;
        return slot >= 0 || IsAllowed(column, slot) ? -1 : index;
    }

    /// <summary>The class of a row.</summary>
    /// <param name="row">The cells.</param>
    /// <param name="label">The class.</param>
    /// <returns>-1, or the index of the column where its value is of no use.</returns>
    public int WriteLabel(ReadOnlySpan<int> row, out int label)
    {
        label = SlotOf(row, this.label);
        return label >= 0 ? -1 : this.label;
    }

    /// <summary>Writes the targets of a row.</summary>
    /// <param name="row">The cells.</param>
    /// <param name="destination">Room for them.</param>
    public void WriteTargets(ReadOnlySpan<int> row, Span<float> destination)
    {
        for (int i = 0; i < targets.Length; i++)
            destination[i] = columns[targets[i]].Scaled(CsvCell.Number(row[fields[targets[i]]]));
    }

    private static bool IsAllowed(CsvPreparedColumn column, int slot) =>
        slot == UnseenSlot ? column.Unseen == Unseen.Ignore : column.Missing == Missing.Zero;

    private int SlotOf(ReadOnlySpan<int> row, int column)
    {
        int cell = row[fields[column]];
        return cell < 0 || slots[column] is not { } map ? cell : map[cell];
    }

    private int[] IndicesOf(CsvRole role) => [.. Enumerable.Range(0, columns.Length).Where(index => columns[index].Role == role)];
}
