using System.Text.Json;
using NetGen.Execution.Tests.Golden;
using NetGen.Runtime;

namespace NetGen.Tests.Optimizers;

/// <summary>The numbers of <c>training.json</c>, and parameters in a block as networks have them.</summary>
internal static class TrainingNumbers
{
    public static JsonElement Root { get; } = GoldenFolder.ReadJson("training.json").RootElement;

    public static float[] Floats(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetSingle())];

    /// <summary>Tensors one after another, each at a line of its own, row-major.</summary>
    public static TensorDescription[] Tensors(JsonElement shapes)
    {
        var result = new List<TensorDescription>();
        int offset = 0;
        foreach (JsonProperty entry in shapes.EnumerateObject())
        {
            int[] shape = [.. entry.Value.EnumerateArray().Select(size => size.GetInt32())];
            int length = shape.Aggregate(1, (product, size) => product * size), stride = length;
            var strides = new int[shape.Length];
            for (int axis = 0; axis < shape.Length; axis++)
                strides[axis] = stride /= shape[axis];
            result.Add(new TensorDescription(entry.Name, shape, offset, strides, length, Initialization.Zeros));
            offset = AlignedBlock.RoundUp(offset + length);
        }

        return [.. result];
    }

    public static ParameterMemory MemoryOf(TensorDescription[] tensors) =>
        new(AlignedBlock.RoundUp(tensors[^1].Offset + tensors[^1].StorageSize), 0);

    /// <summary>Puts values, of all tensors in turn, into their places of a block.</summary>
    public static void Scatter(TensorDescription[] tensors, float[] values, Span<float> block)
    {
        int next = 0;
        foreach (TensorDescription tensor in tensors)
        {
            values.AsSpan(next, tensor.StorageSize).CopyTo(block[tensor.Offset..]);
            next += tensor.StorageSize;
        }
    }

    /// <summary>The values of all tensors in turn.</summary>
    public static float[] Gather(TensorDescription[] tensors, ReadOnlySpan<float> block)
    {
        var result = new List<float>();
        foreach (TensorDescription tensor in tensors)
            result.AddRange(block.Slice(tensor.Offset, tensor.StorageSize));
        return [.. result];
    }

    public static void RequireClose(float[] expected, float[] actual, float tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], tolerance * (1 + Math.Abs(expected[i])));
    }
}
