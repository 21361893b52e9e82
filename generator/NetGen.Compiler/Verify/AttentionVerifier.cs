using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Verify;

/// <summary>What holds of the shapes of an attention and of its gradients.</summary>
internal static class AttentionVerifier
{
    /// <summary>The violated invariants of an <see cref="Attention"/> or an <see cref="AttentionGradient"/>.</summary>
    public static IEnumerable<string> Faults(Tensor node) => node switch
    {
        Attention attention => Inputs(node, attention.Geometry, attention.Queries, attention.Keys, attention.Values, attention.Mask),
        AttentionGradient gradient =>
        [
            .. Inputs(node, gradient.Geometry, gradient.Queries, gradient.Keys, gradient.Values, gradient.Mask),
            .. Backward(gradient),
        ],
        _ => [],
    };

    private static IEnumerable<string> Inputs(
        Tensor node, AttentionGeometry geometry, Tensor queries, Tensor keys, Tensor values, Tensor? mask)
    {
        if (geometry.Heads % geometry.KeyValueHeads != 0)
            yield return $"{node} shares {geometry.KeyValueHeads} heads of keys among {geometry.Heads}";
        foreach ((string name, Tensor tensor, int column, int width) in new[]
        {
            ("queries", queries, geometry.QueryColumn, geometry.Width),
            ("keys", keys, geometry.KeyColumn, geometry.KeyValueWidth),
            ("values", values, geometry.ValueColumn, geometry.KeyValueWidth),
        })
            if (!tensor.Shape.IsBatched || tensor.Shape.Rank != 2 || column < 0 || column + width > tensor.Shape[1])
                yield return $"{node} has {name} at the columns {column} to {column + width} of {tensor.Shape}";
        if (keys.Shape[0] != values.Shape[0])
            yield return $"{node} has {keys.Shape[0]} keys and {values.Shape[0]} values";
        if (geometry.IsRotary && (geometry.Features % 2 != 0 || queries.Shape[0] > keys.Shape[0]))
            yield return $"{node} rotates {geometry.Features} features of {queries.Shape[0]} queries and {keys.Shape[0]} keys";
        if (mask is not null && !mask.Shape.Equals(TensorShape.Batched(keys.Shape[0])))
            yield return $"{node} has a mask {mask.Shape} for {keys.Shape[0]} keys";
    }

    private static IEnumerable<string> Backward(AttentionGradient gradient)
    {
        TensorShape result = TensorShape.Batched(gradient.Queries.Shape[0], gradient.Geometry.Width);
        TensorShape sums = TensorShape.Batched(gradient.Geometry.Heads, gradient.Queries.Shape[0]);
        if (!gradient.OutputGradient.Shape.Equals(result) || !gradient.Output.Shape.Equals(result) || !gradient.LogSum.Shape.Equals(sums))
            yield return $"{gradient} has a result {gradient.Output.Shape}, its gradient {gradient.OutputGradient.Shape}"
                + $" and sums {gradient.LogSum.Shape}";
        if (!(gradient.OfQueries || gradient.OfKeys || gradient.OfValues)
            || (gradient.OfQueries && !gradient.Shape.Equals(gradient.Queries.Shape))
            || (gradient.OfKeys && !gradient.Shape.Equals(gradient.Keys.Shape))
            || (gradient.OfValues && !gradient.Shape.Equals(gradient.Values.Shape)))
            yield return $"{gradient} is the gradient of a tensor of another shape";
    }
}
