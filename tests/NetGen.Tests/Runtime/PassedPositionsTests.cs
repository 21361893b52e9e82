using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

public class PassedPositionsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(48)]
    [InlineData(100)]
    public void Lists_what_is_not_zero_with_its_place(int count)
    {
        const int TapColumns = 3;
        const int Row = 640;
        const int Column = 32;
        var random = new Random(count);

        // What lies behind the windows may be anything.
        IEnumerable<float> behind = Enumerable.Range(0, PassedPositions.Slack).Select(i => i % 2 == 0 ? float.NaN : 1e30f);
        float[] gradients = [.. Enumerable.Range(0, count).Select(_ => random.Next(3) == 0 ? 0f : random.NextSingle() - 0.5f), .. behind];
        float[] taps = [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(TapColumns * 2)), .. behind];
        var windows = new int[count + PassedPositions.Slack];
        PassedPositions.Windows(ref windows[0], 1, count, 0, TapColumns * Column);
        Assert.Equal(Enumerable.Range(0, count).Select(i => i * TapColumns * Column), windows.Take(count));

        var values = new float[count + PassedPositions.Slack];
        var places = new int[count + PassedPositions.Slack];
        int listed = PassedPositions.List(ref gradients[0], ref taps[0], ref windows[0], count, TapColumns, Row, Column, ref values[0], ref places[0]);

        int[] wanted = [.. Enumerable.Range(0, count).Where(i => gradients[i] != 0)];
        Assert.Equal(wanted.Select(i => gradients[i]), values.Take(listed));
        Assert.Equal(wanted.Select(i => windows[i] + ((int)taps[i] / TapColumns * Row) + ((int)taps[i] % TapColumns * Column)), places.Take(listed));
    }

    [Fact]
    public void Windows_lie_row_by_row()
    {
        var windows = new int[6];
        PassedPositions.Windows(ref windows[0], 2, 3, 100, 10);
        Assert.Equal([0, 10, 20, 100, 110, 120], windows);
    }
}
