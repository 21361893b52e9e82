using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>
/// The rule for each form: given a node and the gradient by it, the gradients by its operands. All rules stand here; a layer
/// that knows a better backward pass says so with <see cref="CustomGradient"/>.
/// </summary>
internal static class Gradients
{
    /// <summary>The gradients by the operands, in their order (with a rule of its own, by its sources); null where none flows.</summary>
    public static IReadOnlyList<Tensor?> Of(Tensor node, Tensor gradient, Func<Tensor, bool> isWanted) => node switch
    {
        CustomGradient custom => custom.Rule(gradient),
        Map map => [.. map.Operands.Select((operand, index) => isWanted(operand) ? OfMap(map, gradient, index) : null)],
        Reduce { Reduction: ReduceOperator.Sum } reduce => [Stretched(gradient, reduce.Operands[0].Shape)],
        Reduce => [null],
        BatchSum sum => [Stretched(gradient, sum.Operands[0].Shape)],
        Product product => OfProduct(product, gradient, isWanted),
        TransposedProduct product => OfTransposedProduct(product, gradient, isWanted),
        Convolution convolution => OfConvolution(convolution, gradient, isWanted),
        MaxPool pool => [OfMaxPool(pool, gradient)],
        AveragePool pool => [node.Program.Add(
            new AveragePoolGradient(gradient, pool.Operands[0].Shape, pool.Height, pool.Width, pool.Divisor))],
        Interpolation interpolation => [node.Program.Add(new InterpolationGradient(
            gradient, interpolation.Operands[0].Shape, interpolation.Height, interpolation.Width))],
        Move move => [.. move.Operands.Select((operand, index) => isWanted(operand) ? OfMove(move, gradient, index) : null)],
        _ => throw new InvalidOperationException($"no gradient is known for {node}"),
    };

    private static Tensor? OfMap(Map map, Tensor gradient, int index)
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
        return Unstretched(Map.Of(body, map.Shape, [.. used]), map.Operands[index].Shape);
    }

    /// <summary>The sum over the axes along which <paramref name="shape"/> was stretched, and over the batch.</summary>
    private static Tensor Unstretched(Tensor gradient, TensorShape shape)
    {
        int[] axes = [.. Enumerable.Range(0, shape.Rank).Where(axis => shape[axis] == 1 && gradient.Shape[axis] > 1)];
        Tensor reduced = gradient.Sum(axes);
        return gradient.Shape.IsBatched && !shape.IsBatched ? reduced.SumOverBatch() : reduced;
    }

    private static Tensor Stretched(Tensor gradient, TensorShape shape) =>
        Map.Of(new Operand(0), shape.IsRaw ? TensorShape.Batched([.. shape.Sizes]) : shape, gradient);

    private static IReadOnlyList<Tensor?> OfProduct(Product product, Tensor gradient, Func<Tensor, bool> isWanted)
    {
        (Tensor left, Tensor matrix) = (product.Operands[0], product.Operands[1]);

        // The last to need the matrix comes first: its gradient may then change it at once.
        Tensor? byLeft = isWanted(left) ? gradient.TimesTransposed(matrix) : null;
        Tensor? byMatrix = isWanted(matrix) ? product.Program.Add(new ProductWeightGradient(left, gradient)) : null;
        return [byLeft, byMatrix];
    }

    private static IReadOnlyList<Tensor?> OfTransposedProduct(TransposedProduct product, Tensor gradient, Func<Tensor, bool> isWanted)
    {
        (Tensor left, Tensor matrix) = (product.Operands[0], product.Operands[1]);
        Tensor? byLeft = isWanted(left) ? gradient.Times(matrix) : null;
        Tensor? byMatrix = isWanted(matrix) ? product.Program.Add(new ProductWeightGradient(gradient, left.WithZeroPadding())) : null;
        return [byLeft, byMatrix];
    }

    private static IReadOnlyList<Tensor?> OfConvolution(Convolution convolution, Tensor gradient, Func<Tensor, bool> isWanted)
    {
        (Tensor image, Tensor weight) = (convolution.Operands[0], convolution.Operands[1]);
        ConvolutionGeometry g = convolution.Geometry;
        if (gradient is MaxPoolGradient spread && PooledConvolution.Applies(convolution, gradient))
            return [
                isWanted(image) ? PooledConvolution.ByImage(convolution, spread) : null,
                isWanted(weight) ? PooledConvolution.ByWeight(convolution, spread) : null,
            ];
        Tensor? byWeight = isWanted(weight)
            ? convolution.Program.Add(new ConvolutionWeightGradient(image, gradient, g))
            : null;
        if (!isWanted(image))
            return [null, byWeight];

        Tensor byImage = gradient.ConvolveTransposed(
            weight, g,
            (0, image.Shape[0] - g.CoveredHeight(gradient.Shape[0])),
            (0, image.Shape[1] - g.CoveredWidth(gradient.Shape[1])));
        return [byImage, byWeight];
    }

    private static Tensor OfMaxPool(MaxPool pool, Tensor gradient)
    {
        var tap = pool.Program.UsersOf(pool).OfType<MaxPoolTap>().FirstOrDefault()
            ?? pool.Program.Add(new MaxPoolTap(pool));
        return pool.Program.Add(new MaxPoolGradient(gradient, tap, pool.Operands[0].Shape, pool.Height, pool.Width));
    }

    private static Tensor OfMove(Move move, Tensor gradient, int index)
    {
        TensorShape shape = move.Operands[index].Shape;
        return move.Program.Add(new Move(move.Program, shape, [gradient], [move.Parts[index].Inverse]));
    }
}
