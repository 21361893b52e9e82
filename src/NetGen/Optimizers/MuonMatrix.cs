using NetGen.Runtime;

namespace NetGen;

/// <summary>A weight that <see cref="Muon"/> updates as a whole: where the elements of its matrix lie in the parameter block.</summary>
internal sealed class MuonMatrix
{
    private readonly int[] places;
    private readonly bool isHigh;

    /// <summary>The matrix [out, rest] of a weight of at least two axes.</summary>
    public MuonMatrix(TensorDescription tensor, GroupFactors group)
    {
        Group = group;
        int height = tensor.Shape[0];
        places = new int[StridedLayout.Elements(tensor.Shape)];
        var index = new int[tensor.Shape.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = tensor.Offset;
            for (int axis = 0; axis < index.Length; axis++)
                places[i] += index[axis] * tensor.Strides[axis];
            for (int axis = index.Length - 1; axis >= 0 && ++index[axis] == tensor.Shape[axis]; axis--)
                index[axis] = 0;
        }

        int width = places.Length / height;
        isHigh = height > width;
        (Rows, Columns) = isHigh ? (width, height) : (height, width);
        Scale = Math.Sqrt(Math.Max(1, (double)height / width));
    }

    /// <summary>What its update takes from its group.</summary>
    public GroupFactors Group { get; }

    /// <summary>The shorter side.</summary>
    public int Rows { get; }

    /// <summary>The longer side.</summary>
    public int Columns { get; }

    /// <summary>What an orthogonal update is multiplied by: √max(1, out/rest).</summary>
    public double Scale { get; }

    /// <summary>The place of an element in the blocks.</summary>
    public int Place(int row, int column) => places[isHigh ? (column * Rows) + row : (row * Columns) + column];
}
