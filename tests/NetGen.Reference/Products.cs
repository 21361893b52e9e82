using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>The form Contract.</summary>
internal static class Products
{
    /// <summary>out[.., n] = Σₖ left[.., k] · matrix[k, n].</summary>
    public static TensorValue Product(Tensor node, TensorValue left, TensorValue matrix)
    {
        var result = new TensorValue(node.Shape, left.Samples);
        (int inputs, int outputs) = (left.Shape.Inner, matrix.Shape.Inner);
        int rows = left.Data.Length / inputs;
        for (int row = 0; row < rows; row++)
            for (int k = 0; k < inputs; k++)
                for (int n = 0; n < outputs; n++)
                    result.Data[(row * outputs) + n] += left.Data[(row * inputs) + k] * matrix.Data[(k * outputs) + n];
        return result;
    }

    /// <summary>out[.., k] = Σₙ left[.., n] · matrix[k, n].</summary>
    public static TensorValue Transposed(Tensor node, TensorValue left, TensorValue matrix)
    {
        var result = new TensorValue(node.Shape, left.Samples);
        (int inputs, int outputs) = (left.Shape.Inner, matrix.Shape[0]);
        int rows = left.Data.Length / inputs;
        for (int row = 0; row < rows; row++)
            for (int k = 0; k < outputs; k++)
                for (int n = 0; n < inputs; n++)
                    result.Data[(row * outputs) + k] += left.Data[(row * inputs) + n] * matrix.Data[(k * inputs) + n];
        return result;
    }

    /// <summary>
    /// out[.., m, n] = Σₖ left[.., m, k] · right[.., k, n], each matrix of a sample by itself. Either may lie transposed.
    /// </summary>
    public static TensorValue Batched(BatchedProduct node, TensorValue left, TensorValue right)
    {
        var result = new TensorValue(node.Shape, left.Samples);
        int rank = node.Shape.Rank;
        int inner = left.Shape[rank - (node.IsLeftTransposed ? 2 : 1)];
        for (int sample = 0; sample < result.Samples; sample++)
            foreach (int[] at in Indices.Of(node.Shape.Sizes))
                for (int k = 0; k < inner; k++)
                    result[sample, at] +=
                        left[sample, At(at, at[rank - 2], k, node.IsLeftTransposed)]
                        * right[sample, At(at, k, at[rank - 1], node.IsRightTransposed)];
        return result;

        int[] At(int[] at, int row, int column, bool isTransposed) =>
            isTransposed ? [.. at[..(rank - 2)], column, row] : [.. at[..(rank - 2)], row, column];
    }

    /// <summary>out[k, n] = the sum over all samples and rows of left[row, k] · gradient[row, n].</summary>
    public static TensorValue WeightGradient(Tensor node, TensorValue left, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, left.Samples);
        (int inputs, int outputs) = (left.Shape.Inner, gradient.Shape.Inner);
        int rows = left.Data.Length / inputs;
        for (int row = 0; row < rows; row++)
            for (int k = 0; k < inputs; k++)
                for (int n = 0; n < outputs; n++)
                    result.Data[(k * outputs) + n] += left.Data[(row * inputs) + k] * gradient.Data[(row * outputs) + n];
        return result;
    }
}
