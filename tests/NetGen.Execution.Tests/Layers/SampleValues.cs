using NetGen.Execution.Tests.RandomNetworks;

namespace NetGen.Execution.Tests.Layers;

/// <summary>The values of a sample, in PyTorch's order of axes.</summary>
internal sealed class SampleValues(SampleShape shape, double[] values)
{
    public SampleShape Shape => shape;

    public double this[params int[] index]
    {
        get
        {
            int place = 0;
            for (int axis = 0; axis < index.Length; axis++)
                place = (place * shape.Sizes[axis]) + index[axis];
            return values[place];
        }
    }

    /// <summary>The values whose indices agree with one on the axes that are not among these.</summary>
    public IEnumerable<double> Along(int[] index, params int[] axes) => Indices(shape)
        .Where(other => Enumerable.Range(0, other.Length).All(axis => axes.Contains(axis) || other[axis] == index[axis]))
        .Select(other => this[other]);

    /// <summary>All indices of a shape, the last axis first.</summary>
    public static IEnumerable<int[]> Indices(SampleShape shape)
    {
        for (int place = 0; place < shape.Count; place++)
        {
            var index = new int[shape.Sizes.Length];
            for (int axis = index.Length - 1, rest = place; axis >= 0; rest /= shape.Sizes[axis], axis--)
                index[axis] = rest % shape.Sizes[axis];
            yield return index;
        }
    }
}
