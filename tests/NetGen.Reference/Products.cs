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

    /// <summary>out[k, n] = the sum over all samples and rows of left[row, k] · gradient[row, n].</summary>
    public static TensorValue WeightGradient(Tensor node, TensorValue left, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, left.Samples);
        (int inputs, int outputs) = (left.Shape.Inner, gradient.Shape.Inner);
        int rows = left.Data.Length / inputs, ofSample = node.Shape.IsBatched ? node.Shape.Count : 0;
        for (int row = 0; row < rows; row++)
            for (int k = 0; k < inputs; k++)
                for (int n = 0; n < outputs; n++)
                    result.Data[(row / left.Shape.Rows * ofSample) + (k * outputs) + n] +=
                        left.Data[(row * inputs) + k] * gradient.Data[(row * outputs) + n];
        return result;
    }
}
