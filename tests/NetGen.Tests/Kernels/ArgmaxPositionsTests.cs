using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

public class ArgmaxPositionsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(48)]
    [InlineData(100)]
    public void Lists_what_is_not_zero_with_its_offset(int count)
    {
        const int PoolWidth = 3;
        const int Row = 640;
        const int Column = 32;
        var random = new Random(count);

        // What lies behind the windows may be anything, and what follows the list is not touched.
        int room = (count + ArgmaxPositions.Unit - 1) / ArgmaxPositions.Unit * ArgmaxPositions.Unit;
        IEnumerable<float> behind = Enumerable.Range(0, room - count).Select(i => i % 2 == 0 ? float.NaN : 1e30f);
        IEnumerable<float> next = Enumerable.Repeat(-7777f, ArgmaxPositions.Unit);
        float[] gradients =
        [
            .. Enumerable.Range(0, count).Select(_ => random.Next(3) == 0 ? 0f : random.NextSingle() - 0.5f), .. behind, .. next,
        ];
        float[] argmax = [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(PoolWidth * 2)), .. behind, .. next];
        var windows = new int[room];
        ArgmaxPositions.Windows(ref windows[0], 1, count, 0, PoolWidth * Column);
        Assert.Equal(Enumerable.Range(0, count).Select(i => i * PoolWidth * Column), windows.Take(count));

        int[] wanted = [.. Enumerable.Range(0, count).Where(i => gradients[i] != 0)];
        float[] values = [.. wanted.Select(i => gradients[i])];
        int[] offsets = [.. wanted.Select(i => windows[i] + ((int)argmax[i] / PoolWidth * Row) + ((int)argmax[i] % PoolWidth * Column))];
        int listed = ArgmaxPositions.List(ref gradients[0], ref argmax[0], ref windows[0], count, PoolWidth, Row, Column);

        Assert.Equal(values, gradients.Take(listed));
        Assert.Equal(offsets, argmax.Take(listed).Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(next, gradients.Skip(room));
        Assert.Equal(next, argmax.Skip(room));
    }

    [Fact]
    public void Windows_lie_row_by_row()
    {
        var windows = new int[6];
        ArgmaxPositions.Windows(ref windows[0], 2, 3, 100, 10);
        Assert.Equal([0, 10, 20, 100, 110, 120], windows);
    }
}
