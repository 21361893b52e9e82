using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

/// <summary>Turning a part of a matrix: every float where it belongs, and no float anywhere else.</summary>
public class PanelTests
{
    /// <summary>Stands where nothing may be written.</summary>
    private const float Untouched = -7;

    private static readonly int[] Sizes = [1, 2, 3, 4, 5, 12, 16, 17, 27, 64, 80];

    /// <summary>Rows and columns of the part.</summary>
    public static MatrixTheoryData<int, int> Parts => new(Sizes, Sizes);

    [Theory]
    [MemberData(nameof(Parts))]
    public void Transpose_exchanges_rows_and_columns_and_writes_nothing_else(int rows, int columns)
    {
        foreach (int sourceStride in (int[])[columns, columns + 3])
            foreach (int panelStride in (int[])[rows, rows + 5])
            {
                float[] source = Matrix(rows, sourceStride);
                float[] panel = Enumerable.Repeat(Untouched, (columns * panelStride) + 16).ToArray();
                Panel.Transpose(ref source[0], sourceStride, rows, columns, ref panel[0], panelStride);
                AssertHolds(panel, source, (rows, columns), (sourceStride, panelStride), beyondRows: Untouched);
            }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Fill_puts_zeros_behind_the_rows(int rows, int columns)
    {
        foreach (int panelStride in (int[])[rows, rows + 1, 96])
        {
            float[] source = Matrix(rows, columns + 2);
            float[] panel = Enumerable.Repeat(Untouched, (columns * panelStride) + 16).ToArray();
            Panel.Fill(ref source[0], columns + 2, rows, columns, ref panel[0], panelStride);
            AssertHolds(panel, source, (rows, columns), (columns + 2, panelStride), beyondRows: 0);
        }
    }

    private static float[] Matrix(int rows, int stride) => [.. Enumerable.Range(1, rows * stride).Select(number => (float)number)];

    private static void AssertHolds(
        float[] panel, float[] source, (int Rows, int Columns) part, (int Source, int Panel) strides, float beyondRows)
    {
        for (int place = 0; place < panel.Length; place++)
        {
            (int column, int row) = (place / strides.Panel, place % strides.Panel);
            float expected = column >= part.Columns ? Untouched
                : row >= part.Rows ? beyondRows
                : source[(row * strides.Source) + column];
            Assert.True(
                expected == panel[place],
                $"{part.Rows}×{part.Columns}, strides {strides.Source} and {strides.Panel}: [{column}, {row}] "
                + $"is {panel[place]}, not {expected}");
        }
    }
}
