using System.Collections;

namespace NetGen.Data;

/// <summary>Learns statistics and categories from samples.</summary>
internal static class CsvFit
{
    /// <summary>What is learnt from the samples with these indices.</summary>
    /// <exception cref="InvalidDataException">A column has no number among them.</exception>
    public static CsvPreparation Of(CsvSource source, ReadOnlySpan<int> samples)
    {
        CsvColumn[] columns = [.. source.Columns];
        int[] fields = FieldsOf(columns, source.Table);
        var numbers = new NumberStatistics?[columns.Length];
        var seen = new bool[]?[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i].IsNumber)
                numbers[i] = new NumberStatistics();
            else if (columns[i].Categories.Count == 0)
                seen[i] = new bool[source.Table.Categories[fields[i]].Count];
        }

        if (source.Window is null)
        {
            foreach (int sample in samples)
                Add(source.Table.Cells[sample]);
        }
        else
        {
            BitArray rows = RowsOf(source, samples);
            for (int row = 0; row < rows.Count; row++)
            {
                if (rows[row])
                    Add(source.Table.Cells[row]);
            }
        }

        GC.KeepAlive(source);
        CsvPreparedColumn[] prepared =
            [.. columns.Select((column, index) => Prepared(source, column, fields[index], numbers[index], seen[index]))];
        return new CsvPreparation
        {
            Columns = prepared,
            Window = source.Window,
            ClassNames = prepared.FirstOrDefault(column => column.Role == CsvRole.Label)?.Categories ?? [],
            MissingTexts = source.Options.MissingTexts,
            IsChannelsLast = DataSetShapes.OfType(source.Type) is { ChannelsLast: true },
        };

        void Add(ReadOnlySpan<int> row)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                int cell = row[fields[i]];
                if (numbers[i] is { } statistics)
                {
                    float number = CsvCell.Number(cell);
                    if (!float.IsNaN(number))
                        statistics.Add(columns[i].Log ? Runtime.VectorMath.Log(1 + number) : number);
                }
                else if (seen[i] is { } known && cell >= 0)
                {
                    known[cell] = true;
                }
            }
        }
    }

    /// <summary>Which cell of a row each column has.</summary>
    public static int[] FieldsOf(IEnumerable<CsvColumn> columns, CsvTable table) =>
        [.. columns.Select(column => CsvField.IndexOf(table.Fields, column.Name, column.IsNumber))];

    private static BitArray RowsOf(CsvSource source, ReadOnlySpan<int> samples)
    {
        var rows = new BitArray(source.Table.Cells.Rows);
        foreach (int sample in samples)
        {
            int first = source.FirstRow(sample);
            for (int row = first; row < first + source.Window!.Span; row++)
                rows[row] = true;
        }

        return rows;
    }

    private static CsvPreparedColumn Prepared(CsvSource source, CsvColumn column, int field, NumberStatistics? numbers, bool[]? seen)
    {
        var prepared = new CsvPreparedColumn(column.Name, column.Role)
        {
            Log = column.Log,
            Missing = column.Missing,
            Unseen = column.Unseen,
        };
        if (numbers is null)
        {
            // The groups are no input: their names need not be known where the network predicts.
            if (column.Role == CsvRole.Group)
                return prepared;
            IReadOnlyList<string> found = source.Table.Categories[field];
            string[] unseen = seen is null || column.Role == CsvRole.Label ? [] : [.. found.Where((_, index) => !seen[index])];
            return prepared with
            {
                Categories = column.Categories.Count > 0 ? column.Categories : CategoryIndex.Sorted(found),
                UnseenCategories = CategoryIndex.Sorted(unseen),
            };
        }

        if (numbers.Count == 0)
            throw new InvalidDataException($"{source.Table.Files}: the column '{column.Name}' has no number in the training part.");
        (double offset, double width) = column.Scaling switch
        {
            Scaling.Standard => (numbers.Mean, numbers.Deviation),
            Scaling.MinMax => (numbers.Minimum, numbers.Maximum - numbers.Minimum),
            _ => (0, 1),
        };
        return prepared with { Offset = offset, Factor = width > 0 ? 1 / width : 1, Fill = numbers.Mean };
    }
}
