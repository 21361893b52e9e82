using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

public class SampleCopyTests
{
    private const int Samples = 5;

    // Rows that are padded, longer ones, channels that go last, sequences; and what lies as the caller has it.
    [Theory]
    [InlineData(new[] { 1 }, new[] { 1 }, 16)]
    [InlineData(new[] { 10 }, new[] { 1 }, 16)]
    [InlineData(new[] { 37 }, new[] { 1 }, 48)]
    [InlineData(new[] { 6, 3 }, new[] { 4, 1 }, 32)]
    [InlineData(new[] { 3, 21 }, new[] { 1, 4 }, 96)]
    [InlineData(new[] { 3, 5, 7 }, new[] { 1, 28, 4 }, 144)]
    [InlineData(new[] { 16, 8, 9 }, new[] { 1, 144, 16 }, 1152)]
    [InlineData(new[] { 2, 3 }, null, 6)]
    public void Numbers_go_to_their_places_and_come_back(int[] shape, int[]? strides, int stride)
    {
        var copy = new SampleCopy(shape, strides is null ? null : new SampleLayout(strides, stride));
        float[] array = [.. Enumerable.Range(1, Samples * copy.Size).Select(i => (float)i)];
        float[] expected = new float[Samples * stride];
        for (int i = 0; i < array.Length; i++)
            expected[(i / copy.Size * stride) + PlaceOf(i % copy.Size, shape, strides)] = array[i];

        float[] memory = [.. Enumerable.Repeat(-1f, expected.Length + 1)];
        copy.ToMemory(array, memory);
        Assert.Equal([.. expected, -1], memory);

        float[] read = new float[array.Length];
        copy.ToArray(memory, read);
        Assert.Equal(array, read);
    }

    private static int PlaceOf(int index, int[] shape, int[]? strides)
    {
        if (strides is null)
            return index;
        int place = 0;
        for (int axis = shape.Length - 1; axis >= 0; index /= shape[axis--])
            place += index % shape[axis] * strides[axis];
        return place;
    }
}
