using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>
/// The rule for each form: given a node and the gradient with respect to it, the gradients of its operands. All rules stand here; a layer
/// that knows a better backward pass says so with <see cref="CustomGradient"/>.
/// </summary>
internal static class Gradients
{
    /// <summary>The gradients of the operands, in their order (with a rule of its own, by its sources); null where none flows.</summary>
    public static IReadOnlyList<Expr?> Of(Tensor node, Expr gradient, Func<Tensor, bool> isWanted) => node switch
    {
        CustomGradient custom => [.. custom.Rule(gradient).Select(part => (Expr?)part)],
        Map map => [.. map.Operands.Select((operand, index) => isWanted(operand) ? OfMap(map, gradient, index) : null)],
        Reduce { Reduction: ReduceOperator.Sum } reduce => [Stretched(gradient, reduce.Operands[0].Shape)],
        Reduce => [null],
        BatchSum sum => [Stretched(gradient, sum.Operands[0].Shape)],
        Product product => OfProduct(product, gradient, isWanted),
        TransposedProduct product => OfTransposedProduct(product, gradient, isWanted),
        Convolution convolution => OfConvolution(convolution, gradient, isWanted),
        TransposedConvolution convolution => OfTransposedConvolution(convolution, gradient, isWanted),
        Attention attention => OfAttention(attention, gradient, isWanted),
        MaxPool pool => [OfMaxPool(pool, gradient)],
        AveragePool pool => [gradient.Add(
            new AveragePoolGradient(gradient.Origin, gradient, pool.Operands[0].Shape, pool.Height, pool.Width, pool.Divisor))],
        Interpolation interpolation => [gradient.Add(new InterpolationGradient(
            gradient.Origin, gradient, interpolation.Operands[0].Shape, interpolation.Height, interpolation.Width))],
        StepMask => [null],
        Gather gather =>
        [
            null,
            gradient.Add(new ScatterAdd(gradient.Origin, gather.Operands[0], gradient, gather.Operands[1].Shape[0], gather.PaddingRow)),
        ],
        Move move => [.. move.Operands.Select((operand, index) => isWanted(operand) ? OfMove(move, gradient, index) : null)],
        _ => throw new InvalidOperationException($"no gradient is known for {node}"),
    };

    private static Expr? OfMap(Map map, Expr gradient, int index)
    {
        int count = map.Operands.Count;
        ScalarExpression derivative = ScalarDerivative.Of(map.Body, index, new Operand(count));
        if (derivative is Constant { Value: 0 })
            return null;

        // Operands of the gradient's Map: the forward operands, the forward result, the gradient; those it does not use go.
        Tensor[] candidates = [.. map.Operands, map, gradient];
        var used = new List<Tensor>();
        var places = new Dictionary<int, int>();
        ScalarExpression body = (new Operand(count + 1) * derivative).Rewrite(part =>
        {
            if (part is not Operand operand)
                return null;
            if (!places.TryGetValue(operand.Index, out int place))
            {
                place = used.IndexOf(candidates[operand.Index]);
                if (place < 0)
                {
                    place = used.Count;
                    used.Add(candidates[operand.Index]);
                }

                places.Add(operand.Index, place);
            }

            return new Operand(place);
        });
        return Unstretched(new(Map.Of(gradient.Origin, body, map.Shape, used), gradient.Origin), map.Operands[index].Shape);
    }

    /// <summary>The sum over the axes along which <paramref name="shape"/> was broadcast, and over the batch.</summary>
    private static Expr Unstretched(Expr gradient, TensorShape shape)
    {
        int[] axes = [.. Enumerable.Range(0, shape.Rank).Where(axis => shape[axis] == 1 && gradient.Shape[axis] > 1)];
        Expr reduced = gradient.Sum(axes);
        return gradient.Shape.IsBatched && !shape.IsBatched ? reduced.SumOverBatch() : reduced;
    }

    private static Expr Stretched(Expr gradient, TensorShape shape) =>
        Map.Of(new Operand(0), shape.IsRaw ? TensorShape.Batched([.. shape.Sizes]) : shape, gradient);

    private static IReadOnlyList<Expr?> OfProduct(Product product, Expr gradient, Func<Tensor, bool> isWanted)
    {
        (Tensor left, Tensor matrix) = (product.Operands[0], product.Operands[1]);

        // The input gradient, the last reader of the matrix, comes first, so that the weight gradient may fuse the update.
        Expr? byLeft = isWanted(left) ? gradient.TimesTransposed(new(matrix, gradient.Origin)) : null;
        Expr? byMatrix = isWanted(matrix) ? gradient.Add(new ProductWeightGradient(gradient.Origin, left, gradient)) : null;
        return [byLeft, byMatrix];
    }

    private static IReadOnlyList<Expr?> OfTransposedProduct(TransposedProduct product, Expr gradient, Func<Tensor, bool> isWanted)
    {
        (Tensor left, Tensor matrix) = (product.Operands[0], product.Operands[1]);
        Expr? byLeft = isWanted(left) ? gradient.Times(new(matrix, gradient.Origin)) : null;
        Expr? byMatrix = isWanted(matrix)
            ? gradient.Add(new ProductWeightGradient(gradient.Origin, gradient, new Expr(left, gradient.Origin).WithZeroPadding()))
            : null;
        return [byLeft, byMatrix];
    }

    private static IReadOnlyList<Expr?> OfConvolution(Convolution convolution, Expr gradient, Func<Tensor, bool> isWanted)
    {
        (Tensor image, Tensor weight) = (convolution.Operands[0], convolution.Operands[1]);
        (ConvolutionGeometry geometry, Margins margins) = (convolution.Geometry, convolution.Margins);
        return
        [
            isWanted(image)
                ? gradient.ConvolveTransposed(
                    new(weight, gradient.Origin), geometry, (margins.Top, margins.Left), (image.Shape[0], image.Shape[1]))
                : null,
            isWanted(weight)
                ? gradient.Add(new ConvolutionWeightGradient(gradient.Origin, image, gradient, geometry, margins))
                : null,
        ];
    }

    /// <summary>The transpose of the transpose is the convolution itself.</summary>
    private static IReadOnlyList<Expr?> OfTransposedConvolution(
        TransposedConvolution convolution, Expr gradient, Func<Tensor, bool> isWanted)
    {
        var sent = new List<Expr?>();
        foreach (TransposedTerm term in convolution.Terms)
        {
            ConvolutionGeometry geometry = term.Geometry;
            (int Before, int After) height = (term.Top, geometry.CoveredHeight(term.X.Shape[0]) - term.Top - convolution.Shape[0]);
            (int Before, int After) width = (term.Left, geometry.CoveredWidth(term.X.Shape[1]) - term.Left - convolution.Shape[1]);
            sent.Add(isWanted(term.X) ? gradient.Convolve(new(term.Weight, gradient.Origin), geometry, height, width) : null);
            sent.Add(isWanted(term.Weight)
                ? gradient.ConvolutionWeightGradient(new Expr(term.X, gradient.Origin).WithZeroPadding(), geometry, height, width)
                : null);
        }

        return sent;
    }

    /// <summary>One gradient for each tensor, whatever of queries, keys and values lies in it; the mask has none.</summary>
    private static IReadOnlyList<Expr?> OfAttention(Attention attention, Expr gradient, Func<Tensor, bool> isWanted)
    {
        AttentionLogSum logSum = attention.Program.UsersOf(attention).OfType<AttentionLogSum>().FirstOrDefault()
            ?? attention.Program.Add(new AttentionLogSum(attention.Origin, attention));
        Tensor[] parts = [attention.Queries, attention.Keys, attention.Values];
        return
        [
            .. parts.Select((part, index) => isWanted(part) && Array.IndexOf(parts, part) == index
                ? gradient.Add(new AttentionGradient(gradient.Origin, gradient, logSum, attention, part))
                : (Expr?)null),
            .. attention.Mask is null ? Array.Empty<Expr?>() : [null],
        ];
    }

    private static Expr OfMaxPool(MaxPool pool, Expr gradient)
    {
        var tap = pool.Program.UsersOf(pool).OfType<MaxPoolArgmax>().FirstOrDefault()
            ?? pool.Program.Add(new MaxPoolArgmax(pool.Origin, pool));
        return gradient.Add(new MaxPoolGradient(gradient.Origin, gradient, tap, pool.Operands[0].Shape, pool.Height, pool.Width));
    }

    private static Expr? OfMove(Move move, Expr gradient, int index)
    {
        TensorShape shape = move.Operands[index].Shape;
        return gradient.Add(new Move(gradient.Origin, shape, [gradient], [move.Parts[index].Inverse]) { IsAlias = move.IsAlias });
    }
}
