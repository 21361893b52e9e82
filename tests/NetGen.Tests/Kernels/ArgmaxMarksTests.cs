using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

public class ArgmaxMarksTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 4)]
    [InlineData(3, 4, 9)]
    [InlineData(6, 8, 6)]
    [InlineData(16, 16, 4)]
    [InlineData(64, 64, 4)]
    [InlineData(70, 80, 5)]
    [InlineData(130, 144, 3)]
    public void A_bit_for_each_channel_whose_gradient_is_not_zero(int channels, int stride, int positions)
    {
        const int Windows = 7;
        var random = new Random(channels);
        float[] gradient = [.. Enumerable.Range(0, Windows * stride)
            .Select(i => i % 11 == 5 ? float.NaN : random.Next(2) * (random.NextSingle() - 0.5f))];
        float[] argmax = [.. Enumerable.Range(0, Windows * stride).Select(_ => (float)random.Next(positions))];
        int words = ArgmaxMarks.Words(channels);
        ulong[] expected = new ulong[Windows * words * positions], marks = [.. Enumerable.Repeat(ulong.MaxValue, expected.Length)];
        for (int window = 0; window < Windows; window++)
            for (int channel = 0; channel < channels; channel++)
                if (gradient[(window * stride) + channel] != 0)
                    expected[(((window * words) + (channel / 64)) * positions) + (int)argmax[(window * stride) + channel]] |= 1ul << (
                        channel % 64);

        ArgmaxMarks.Fill(ref gradient[0], ref argmax[0], stride, Windows, channels, positions, ref marks[0]);

        Assert.Equal(expected, marks);
    }
}
