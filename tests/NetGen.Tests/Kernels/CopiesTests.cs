using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

public class CopiesTests
{
    private const int Items = 5;

    public static TheoryData<CopyAxis[]> Axes => new()
    {
        new CopyAxis[] { },
        new CopyAxis[] { new(7, 1, 1) },
        new CopyAxis[] { new(7, 2, 3) },
        new CopyAxis[] { new(6, 10, 12), new(10, 1, 1) },
        new CopyAxis[] { new(6, 10, 10), new(10, 1, 1) },
        new CopyAxis[] { new(9, 1, 11), new(11, 9, 1) },
        new CopyAxis[] { new(9, 1, 3), new(3, 9, 1) },
        new CopyAxis[] { new(4, 40, 40), new(5, 1, 8), new(8, 5, 1) },
        new CopyAxis[] { new(5, 1, 48), new(6, 40, 8), new(8, 5, 1) },
        new CopyAxis[] { new(4, 30, 60), new(5, 6, 12), new(6, 1, 2) },
        new CopyAxis[] { new(3, 60, 60), new(4, 15, 15), new(5, 3, 3), new(3, 1, 1) },
        new CopyAxis[] { new(2, 1, 100), new(3, 32, 30), new(4, 8, 7), new(7, 1, 1) },
        new CopyAxis[] { new(3, -20, 24), new(4, 5, 6), new(5, 1, 1) },
        new CopyAxis[] { new(1, 99, 99), new(6, 1, 4), new(4, 6, 1), new(1, 5, 5) },

        // Channel shuffles; then pixel shuffles, undone and done, of 2×2 and 3×3; rows that leave gaps; a factor along one axis alone.
        new CopyAxis[] { new(10, 32, 32), new(8, 1, 4), new(4, 8, 1) },
        new CopyAxis[] { new(10, 32, 32), new(4, 1, 8), new(8, 4, 1) },
        new CopyAxis[] { new(10, 35, 35), new(7, 1, 5), new(5, 7, 1) },
        new CopyAxis[] { new(3, 80, 80), new(2, 20, 40), new(10, 1, 4), new(2, 40, 2), new(2, 10, 1) },
        new CopyAxis[] { new(3, 80, 80), new(2, 2, 40), new(2, 40, 20), new(2, 1, 10), new(10, 4, 1) },
        new CopyAxis[] { new(2, 90, 180), new(5, 1, 18), new(3, 30, 3), new(3, 5, 1) },
        new CopyAxis[] { new(2, 180, 90), new(3, 3, 30), new(3, 1, 5), new(5, 18, 1) },
        new CopyAxis[] { new(4, 100, 60), new(6, 1, 9), new(5, 6, 1) },
        new CopyAxis[] { new(8, 12, 12), new(6, 1, 2), new(2, 6, 1) },

        // Permutations of 16, 32, 48 and 64 floats, of 64 along three axes, with gaps between them, and of rows of them.
        new CopyAxis[] { new(20, 16, 16), new(8, 1, 2), new(2, 8, 1) },
        new CopyAxis[] { new(11, 33, 35), new(16, 1, 2), new(2, 16, 1) },
        new CopyAxis[] { new(7, 48, 48), new(12, 1, 4), new(4, 12, 1) },
        new CopyAxis[] { new(5, 64, 64), new(16, 1, 4), new(4, 16, 1) },
        new CopyAxis[] { new(5, 64, 66), new(4, 4, 16), new(4, 1, 4), new(4, 16, 1) },
        new CopyAxis[] { new(2, 180, 90), new(3, 60, 30), new(8, 1, 2), new(2, 8, 1) },

        // Nearly: backwards, from the block's end; floats that two places of a block read; a block that reads beyond its own.
        new CopyAxis[] { new(5, 64, 64), new(64, -1, 1) },
        new CopyAxis[] { new(5, 32, 32), new(8, 2, 4), new(4, 2, 1) },
        new CopyAxis[] { new(5, 32, 32), new(8, 1, 4), new(4, 9, 1) },
    };

    [Theory]
    [MemberData(nameof(Axes))]
    public void A_strided_copy_is_the_obvious_loop(CopyAxis[] axes)
    {
        const int SourceStride = 401, DestinationStride = 403;
        int start = axes.Where(axis => axis.SourceStride < 0).Sum(axis => -axis.SourceStride * (axis.Size - 1));
        float[] source = Numbers((Items * SourceStride) + 200), destination = new float[(Items * DestinationStride) + 200];
        float[] expected = [.. destination];
        for (int item = 1; item < 4; item++)
            Obvious(item * SourceStride + start, item * DestinationStride, axes);
        Copies.Strided(ref source[start], SourceStride, ref destination[0], DestinationStride, 1, 4, axes);
        Assert.Equal(expected, destination);

        void Obvious(int from, int to, ReadOnlySpan<CopyAxis> rest)
        {
            if (rest.Length == 0)
            {
                expected[to] = source[from];
                return;
            }

            for (int i = 0; i < rest[0].Size; i++)
                Obvious(from + (i * rest[0].SourceStride), to + (i * rest[0].DestinationStride), rest[1..]);
        }
    }

    // Sides at the limit from which on it is nothing else, and longer; lines with gaps; no item at all.
    [Theory]
    [InlineData(64, 65, 0, 4)]
    [InlineData(65, 64, 3, 4)]
    [InlineData(65, 65, 0, 4)]
    [InlineData(70, 131, 5, 4)]
    [InlineData(144, 66, 2, 2)]
    [InlineData(70, 70, 0, 1)]
    public void A_large_transposition_is_the_obvious_loop(int rows, int columns, int gap, int end)
    {
        int sourceStride = (rows * (columns + gap)) + 3, destinationStride = (columns * (rows + gap)) + 1;
        float[] source = Numbers(Items * sourceStride), destination = new float[Items * destinationStride], expected = [.. destination];
        for (int item = 1; item < end; item++)
            for (int row = 0; row < rows; row++)
                for (int column = 0; column < columns; column++)
                    expected[(item * destinationStride) + (column * (rows + gap)) + row] =
                        source[(item * sourceStride) + (row * (columns + gap)) + column];
        Copies.Strided(
            ref source[0], sourceStride, ref destination[0], destinationStride, 1, end,
            [new(columns, 1, rows + gap), new(rows, columns + gap, 1)]);
        Assert.Equal(expected, destination);
    }

    // The items are one axis more: the whole is one line, a transposition, or neither.
    [Theory]
    [InlineData(12, 12)]
    [InlineData(1, 16)]
    [InlineData(13, 12)]
    public void Items_are_an_axis_too(int sourceStride, int destinationStride)
    {
        float[] source = Numbers(400), destination = new float[400], expected = new float[400];
        int step = sourceStride == 1 ? 16 : 1;
        for (int item = 2; item < 9; item++)
            for (int i = 0; i < 12; i++)
                expected[(item * destinationStride) + i] = source[(item * sourceStride) + (i * step)];
        Copies.Strided(ref source[0], sourceStride, ref destination[0], destinationStride, 2, 9, [new(12, step, 1)]);
        Assert.Equal(expected, destination);
    }

    [Theory]
    [InlineData(6, 6, 1)]
    [InlineData(10, 8, 4)]
    public void Rows_are_copied_and_nothing_else(int sourceStride, int destinationStride, int count)
    {
        float[] source = Numbers(Items * sourceStride), destination = Numbers(Items * destinationStride, first: -1000);
        float[] expected = [.. destination];
        for (int item = 1; item < Items; item++)
            Array.Copy(source, item * sourceStride, expected, item * destinationStride, count);
        Copies.Rows(ref source[0], sourceStride, ref destination[0], destinationStride, count, 1, Items);
        Assert.Equal(expected, destination);
    }

    [Fact]
    public void What_is_cleared_is_zero_and_nothing_else()
    {
        float[] destination = Numbers(Items * 10, first: 1), expected = [.. destination];
        for (int item = 1; item < 3; item++)
            Array.Clear(expected, item * 10, 7);
        Copies.Clear(ref destination[0], 10, 7, 1, 3);
        Assert.Equal(expected, destination);
    }

    [Theory]
    [InlineData(3, 4, 1, 1)]
    [InlineData(5, 2, 2, 0)]
    [InlineData(1, 6, 0, 2)]
    public void A_framed_image_has_zeros_around_it(int height, int width, int before, int after)
    {
        int stride = width + before + after, size = (height + before + after) * stride, first = (before * stride) + before;
        if (first < stride - width)
            first = stride - width;
        float[] source = Numbers(Items * height * width, first: 1), destination = Numbers(Items * size, first: 1),
            expected = [.. destination];
        for (int item = 1; item < Items; item++)
        {
            Array.Clear(expected, item * size, size);
            for (int y = 0; y < height; y++)
                Array.Copy(source, (item * height * width) + (y * width), expected, (item * size) + first + (y * stride), width);
        }

        Copies.Framed(ref source[0], height * width, width, ref destination[0], size, first, stride, height, width, 1, Items);
        Assert.Equal(expected, destination);
    }

    [Fact]
    public void More_axes_than_there_is_room_for_are_an_error()
    {
        float[] floats = new float[1];
        Assert.Throws<ArgumentException>(() => Copies.Strided(ref floats[0], 0, ref floats[0], 0, 0, 1, new CopyAxis[8]));
    }

    private static float[] Numbers(int count, int first = 0) => [.. Enumerable.Range(first, count).Select(number => (float)number)];
}
