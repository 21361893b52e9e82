using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>
/// The numbers of a tensor: one block a sample (one block in all where the tensor is not batched), each in the order of
/// the shape's axes, without padding.
/// </summary>
internal sealed class TensorValue
{
    public TensorValue(TensorShape shape, int batch)
        : this(shape, batch, new double[(shape.IsBatched ? batch : 1) * (long)shape.Count])
    {
    }

    public TensorValue(TensorShape shape, int batch, double[] data)
    {
        Shape = shape;
        Samples = shape.IsBatched ? batch : 1;
        if (data.Length != Samples * (long)shape.Count)
            throw new ArgumentException(
                $"{shape} with {Samples} samples has {Samples * (long)shape.Count} values, not {data.Length}",
                nameof(data));
        Data = data;
    }

    public TensorShape Shape { get; }

    public int Samples { get; }

    public double[] Data { get; }

    /// <summary>
    /// The element at an index of a sample, with one number an axis. A tensor that is
    /// not batched is the same for every sample.
    /// </summary>
    public ref double this[int sample, params ReadOnlySpan<int> index] => ref Data[Place(sample, index)];

    /// <summary>The element that a Map over a larger shape reads: an axis of size 1 is stretched.</summary>
    public double Stretched(int sample, ReadOnlySpan<int> index)
    {
        int place = 0;
        for (int axis = 0; axis < Shape.Rank; axis++)
            place = (place * Shape[axis]) + (Shape[axis] == 1 ? 0 : index[axis]);
        return Data[((Shape.IsBatched ? sample : 0) * Shape.Count) + place];
    }

    private int Place(int sample, ReadOnlySpan<int> index)
    {
        if (index.Length != Shape.Rank)
            throw new ArgumentException($"{index.Length} numbers do not index {Shape}", nameof(index));
        int place = 0;
        for (int axis = 0; axis < index.Length; axis++)
        {
            if ((uint)index[axis] >= (uint)Shape[axis])
                throw new ArgumentOutOfRangeException(nameof(index), $"[{string.Join(", ", index.ToArray())}] lies outside {Shape}");
            place = (place * Shape[axis]) + index[axis];
        }

        return ((Shape.IsBatched ? sample : 0) * Shape.Count) + place;
    }
}
