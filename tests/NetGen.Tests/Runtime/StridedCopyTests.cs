using NetGen.Runtime;

namespace NetGen.Tests.Runtime;

public class StridedCopyTests
{
    private const float Padding = -1;

    // Sizes around the tile, orders of axes in the block (outermost first), and the size to which the innermost is padded.
    [Theory]
    [InlineData(new int[0], new int[0], 1)]
    [InlineData(new[] { 1 }, new[] { 0 }, 1)]
    [InlineData(new[] { 37 }, new[] { 0 }, 16)]
    [InlineData(new[] { 35, 18 }, new[] { 0, 1 }, 16)]
    [InlineData(new[] { 35, 18 }, new[] { 1, 0 }, 16)]
    [InlineData(new[] { 10, 128 }, new[] { 1, 0 }, 16)]
    [InlineData(new[] { 16, 1 }, new[] { 1, 0 }, 1)]
    [InlineData(new[] { 1, 17 }, new[] { 1, 0 }, 8)]
    [InlineData(new[] { 6, 3, 5, 5 }, new[] { 2, 3, 1, 0 }, 8)]
    [InlineData(new[] { 17, 33, 3, 3 }, new[] { 0, 2, 3, 1 }, 16)]
    [InlineData(new[] { 17, 4, 3, 2 }, new[] { 3, 0, 2, 1 }, 4)]
    [InlineData(new[] { 2, 1, 19, 3, 5 }, new[] { 4, 2, 1, 0, 3 }, 4)]
    public void Every_element_goes_to_its_place_and_padding_stays(int[] shape, int[] order, int roundedTo)
    {
        TensorDescription tensor = Lay(shape, order, roundedTo);
        float[] dense = [.. Enumerable.Range(0, StridedLayout.Elements(shape)).Select(i => (float)i)];
        float[] expected = [.. Enumerable.Repeat(Padding, tensor.Offset + tensor.StorageSize)];
        for (int i = 0; i < dense.Length; i++)
            expected[PlaceOf(tensor, i)] = dense[i];

        float[] block = [.. Enumerable.Repeat(Padding, expected.Length)];
        new StridedCopy(tensor).Scatter(dense, block);
        Assert.Equal(expected, block);

        var read = new float[dense.Length];
        new StridedCopy(tensor).Gather(block, read);
        Assert.Equal(dense, read);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(13)]
    public void Another_number_of_floats_is_refused(int length)
    {
        var copy = new StridedCopy(Lay([3, 4], [0, 1], 1));
        Assert.Throws<ArgumentException>(() => copy.Scatter(new float[length], new float[100]));
        Assert.Throws<ArgumentException>(() => copy.Gather(new float[100], new float[length]));
    }

    private static TensorDescription Lay(int[] shape, int[] order, int roundedTo)
    {
        var strides = new int[shape.Length];
        int storage = 1;
        for (int i = order.Length - 1; i >= 0; i--)
        {
            strides[order[i]] = storage;
            int size = shape[order[i]];
            storage *= i == order.Length - 1 ? (size + roundedTo - 1) / roundedTo * roundedTo : size;
        }

        return new TensorDescription("tensor", shape, Offset: 3, strides, storage, Initialization.None);
    }

    private static int PlaceOf(TensorDescription tensor, int element)
    {
        int place = tensor.Offset;
        for (int axis = tensor.Shape.Length - 1; axis >= 0; axis--)
        {
            place += element % tensor.Shape[axis] * tensor.Strides[axis];
            element /= tensor.Shape[axis];
        }

        return place;
    }
}
