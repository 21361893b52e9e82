namespace NetGen.Compiler.Graph;

/// <summary>The operations of which layers compose their forward pass.</summary>
internal static class TensorOperations
{
    private const double LeastLogProbability = -69;
    private const double LeastProbability = 1e-30;

    /// <summary>The same value everywhere.</summary>
    public static Expr Filled(this Expr x, ScalarExpression value, TensorShape shape) =>
        new(Map.Filled(x.Program, x.Origin, value, shape), x.Origin);

    public static Expr Apply(this Expr x, ScalarFunction function) => Map.Call(function, x);

    public static Expr Square(this Expr x) => Map.Of(new Operand(0) * new Operand(0), x);

    public static Expr Exp(this Expr x) => Map.Call(ScalarFunctions.Exp, x);

    public static Expr Log(this Expr x) => Map.Of(ScalarExpression.Log(new Operand(0)), x);

    /// <summary>
    /// exp(x), but at least 10⁻³⁰: denormal probabilities in a gradient are lost in any weight, and processors compute up to a hundred
    /// times slower with them. NaN stays NaN.
    /// </summary>
    public static Expr ProbabilityForGradient(this Expr logarithm) =>
        Map.Of(ScalarExpression.Max(LeastLogProbability, new Operand(0)), logarithm).Exp();

    /// <summary>The same where the probability is known as a part of a total.</summary>
    public static Expr ShareForGradient(this Expr part, Expr total) => Map.Of(
        ScalarExpression.Max(LeastProbability, new Operand(0)) * new Operand(1), part, Map.Of(1 / (ScalarExpression)new Operand(0), total));

    /// <summary>1 / √(x + epsilon).</summary>
    public static Expr ReciprocalSquareRoot(this Expr x, double epsilon) =>
        Map.Of(1 / ScalarExpression.Sqrt(new Operand(0) + epsilon), x);

    public static Expr Sum(this Expr x, params int[] axes) => Reduced(x, ReduceOperator.Sum, axes);

    /// <summary>The maximum as a constant, without a gradient.</summary>
    public static Expr MaxAsShift(this Expr x, params int[] axes) => Reduced(x, ReduceOperator.Max, axes);

    public static Expr Mean(this Expr x, params int[] axes) =>
        x.Sum(axes) * (1.0 / axes.Aggregate(1L, (count, axis) => count * x.Shape[axis]));

    public static Expr SumOverBatch(this Expr x) => x.Add(new BatchSum(x.Origin, x));

    public static Expr Times(this Expr x, Expr matrix) => x.Add(new Product(x.Origin, x, matrix));

    public static Expr TimesTransposed(this Expr x, Expr matrix) => x.Add(new TransposedProduct(x.Origin, x, matrix));

    /// <summary>Attention to itself: queries, keys and values are columns of each step.</summary>
    public static Expr Attended(this Expr x, AttentionGeometry geometry, Expr? mask = null) => x.Attended(x, geometry, mask);

    /// <summary>
    /// Attention of queries, which are columns of each step, to keys and values, which are columns of each step of another tensor; the mask
    /// is by keys.
    /// </summary>
    public static Expr Attended(this Expr queries, Expr keysValues, AttentionGeometry geometry, Expr? mask = null)
    {
        int steps = keysValues.Shape[0];
        Tensor? keys = mask?.At(queries.Origin).Permuted(TensorShape.Batched(steps), new MoveLoop(steps, 0, 1, 0, 1)).Tensor;
        return queries.Add(new Attention(queries.Origin, queries, keysValues, keysValues, keys, geometry));
    }

    /// <summary>Some columns: a part of the last axis.</summary>
    public static Expr Columns(this Expr x, int first, int count)
    {
        int last = x.Shape.Rank - 1;
        int[] sizes = [.. x.Shape.Sizes], start = new int[sizes.Length];
        (sizes[last], start[last]) = (count, first);
        MoveLoop[] loops = [.. sizes.Select((size, axis) => new MoveLoop(size, axis, 1, axis, 1))];
        return x.Add(new Move(x.Origin, x.Shape.With(sizes), [x], [new MovePart(start, new int[sizes.Length], loops)]));
    }

    /// <summary>
    /// The value with a backward rule of its own: from the gradient with respect to it to the gradient of the source. What the rule
    /// computes from values of the forward pass alone, it computes in the backward pass: <c>y.At(dy.Origin)</c>.
    /// </summary>
    public static Expr WithGradient(this Expr value, Expr source, Func<Expr, Expr> rule) =>
        value.WithGradients([source], gradient => [rule(gradient)]);

    /// <summary>The value with a backward rule of its own: from the gradient with respect to it to the gradients of the sources.</summary>
    public static Expr WithGradients(
        this Expr value, IReadOnlyList<Expr> sources, Func<Expr, IReadOnlyList<Expr>> rule) =>
        value.Add(new CustomGradient(value.Origin, value, [.. sources.Select(source => source.Tensor)], rule));

    /// <summary>The loss of each sample, by the outputs that its labels name: of vectors.</summary>
    /// <param name="prediction">The outputs.</param>
    /// <param name="kind">How it judges.</param>
    /// <param name="target">What it compares them with; null where that is class indices.</param>
    public static Expr Judged(this Expr prediction, SampleLossKind kind, Expr? target)
    {
        var loss = new SampleLoss(prediction.Origin, kind, prediction, target is { } numbers ? numbers.Tensor : null);
        return prediction.Add(loss).WithGradient(
            prediction, gradient => gradient.Add(new SampleLossGradient(gradient.Origin, loss, gradient)));
    }

    /// <summary>The transpose: [k, n] as [n, k], or the two axes of a sample exchanged.</summary>
    public static Expr Transposed(this Expr x) => x.Permuted(
        x.Shape.With([x.Shape[1], x.Shape[0]]), new MoveLoop(x.Shape[0], 0, 1, 1, 1), new MoveLoop(x.Shape[1], 1, 1, 0, 1));

    /// <summary>
    /// The same with zeros in the padding of its rows, where an activation may have left others. For what stands in the place of a
    /// gradient: the padding of parameters' gradients must be zero.
    /// </summary>
    public static Expr WithZeroPadding(this Expr x) => x.Shape.PaddedInner == x.Shape.Inner
        ? x
        : x.Permuted(x.Shape, EachAxis(x.Shape));

    /// <summary>The same under another name, padding and all; its gradient is that of <paramref name="x"/>.</summary>
    public static Expr Alias(this Expr x) => x.Add(new Move(
        x.Origin, x.Shape, [x], [new MovePart(new int[x.Shape.Rank], new int[x.Shape.Rank], EachAxis(x.Shape))]) { IsAlias = true });

    private static MoveLoop[] EachAxis(TensorShape shape) =>
        [.. shape.Sizes.Select((size, axis) => new MoveLoop(size, axis, 1, axis, 1))];

    /// <summary>The same with another value where the mask is 0; as it is where there is no mask.</summary>
    public static Expr Masked(this Expr x, Expr? mask, double otherwise) => mask is not { } steps
        ? x
        : Map.Of(ScalarExpression.Select(new Operand(1), 0, new Operand(0), otherwise), x, steps);

    /// <summary>A convolution's weight [height, width, in, out] as a matrix [height · width · in, out].</summary>
    public static Expr AsMatrix(this Expr weight)
    {
        (int height, int width, int inputs, int outputs) = (weight.Shape[0], weight.Shape[1], weight.Shape[2], weight.Shape[3]);
        return weight.Permuted(
            weight.Shape.With([height * width * inputs, outputs]),
            new MoveLoop(height, 0, 1, 0, width * inputs),
            new MoveLoop(width, 1, 1, 0, inputs),
            new MoveLoop(inputs, 2, 1, 0, 1),
            new MoveLoop(outputs, 3, 1, 1, 1));
    }

    /// <summary>A signal [length, channels] as an image of one row, [1, length, channels].</summary>
    public static Expr AsImage(this Expr signal) => signal.Permuted(
        signal.Shape.With([1, signal.Shape[0], signal.Shape[1]]),
        new MoveLoop(signal.Shape[0], 0, 1, 1, 1), new MoveLoop(signal.Shape[1], 1, 1, 2, 1));

    /// <summary>An image of one row, [1, length, channels], as a signal [length, channels].</summary>
    public static Expr AsSignal(this Expr image) => image.Permuted(
        image.Shape.With([image.Shape[1], image.Shape[2]]),
        new MoveLoop(image.Shape[1], 1, 1, 0, 1), new MoveLoop(image.Shape[2], 2, 1, 1, 1));

    /// <summary>All elements in another order, given as loops over source and destination.</summary>
    public static Expr Permuted(this Expr x, TensorShape shape, params MoveLoop[] loops) => x.Add(new Move(
        x.Origin, shape, [x], [new MovePart(new int[x.Shape.Rank], new int[shape.Rank], loops)]));

    /// <summary>
    /// Zeros around the first two axes of [height, width, channels], and <paramref name="spread"/> - 1 zeros between rows and
    /// columns. Negative padding cuts off.
    /// </summary>
    public static Expr Padded(
        this Expr x, (int Before, int After) height, (int Before, int After) width, (int Height, int Width)? spread = null)
    {
        (int spreadHeight, int spreadWidth) = spread ?? (1, 1);
        if (height == (0, 0) && width == (0, 0) && spreadHeight == 1 && spreadWidth == 1)
            return x;
        TensorShape shape = x.Shape.With([
            ((x.Shape[0] - 1) * spreadHeight) + 1 + height.Before + height.After,
            ((x.Shape[1] - 1) * spreadWidth) + 1 + width.Before + width.After,
            x.Shape[2]]);
        (int skipY, int countY) = Kept(x.Shape[0], spreadHeight, height.Before, shape[0]);
        (int skipX, int countX) = Kept(x.Shape[1], spreadWidth, width.Before, shape[1]);
        if (countY == 0 || countX == 0)
            return x.Filled(0, shape);
        var part = new MovePart(
            [skipY, skipX, 0],
            [height.Before + (skipY * spreadHeight), width.Before + (skipX * spreadWidth), 0],
            [new(countY, 0, 1, 0, spreadHeight), new(countX, 1, 1, 1, spreadWidth), new(x.Shape[2], 2, 1, 2, 1)]);
        return x.Add(new Move(x.Origin, shape, [x], [part]));
    }

    public static Expr Convolve(this Expr x, Expr weight, ConvolutionGeometry geometry) =>
        x.Add(new Convolution(x.Origin, x, weight, geometry));

    /// <summary>The same with zeros around the image; negative padding cuts off.</summary>
    public static Expr Convolve(
        this Expr x, Expr weight, ConvolutionGeometry geometry, (int Before, int After) height, (int Before, int After) width)
    {
        (Expr image, Margins margins) = x.Cut(height, width);
        return x.Add(new Convolution(x.Origin, image, weight, geometry, margins));
    }

    /// <summary>The gradient of the weight of a convolution of x, whose padding is as above.</summary>
    public static Expr ConvolutionWeightGradient(
        this Expr x, Expr outputGradient, ConvolutionGeometry geometry, (int Before, int After) height, (int Before, int After) width)
    {
        (Expr image, Margins margins) = x.Cut(height, width);
        return x.Add(new ConvolutionWeightGradient(x.Origin, image, outputGradient, geometry, margins));
    }

    /// <summary>
    /// A convolution transposed: x goes back to an image of the given size, whose first pixel lies where the padding ends.
    /// </summary>
    /// <param name="x">What the convolution gives.</param>
    /// <param name="weight">The convolution's.</param>
    /// <param name="geometry">The convolution's.</param>
    /// <param name="first">The image's first row and column, counted from the first that a window covers.</param>
    /// <param name="size">The image's rows and columns.</param>
    public static Expr ConvolveTransposed(
        this Expr x, Expr weight, ConvolutionGeometry geometry, (int Top, int Left) first, (int Height, int Width) size) =>
        x.Add(new TransposedConvolution(
            x.Origin,
            [new TransposedTerm(x, weight, geometry, first.Top, first.Left)],
            x.Shape.With([size.Height, size.Width, weight.Shape[2] * geometry.Groups])));

    /// <summary>The image without what negative padding cuts off, and the padding that is left.</summary>
    private static (Expr Image, Margins Margins) Cut(this Expr x, (int Before, int After) height, (int Before, int After) width) => (
        x.Padded((Math.Min(0, height.Before), Math.Min(0, height.After)), (Math.Min(0, width.Before), Math.Min(0, width.After))),
        new Margins(Math.Max(0, height.Before), Math.Max(0, width.Before), Math.Max(0, height.After), Math.Max(0, width.After)));

    /// <summary>Concatenates tensors along an axis.</summary>
    public static Expr Concatenated(IReadOnlyList<Expr> parts, int axis)
    {
        int[] sizes = [.. parts[0].Shape.Sizes];
        sizes[axis] = parts.Sum(part => part.Shape[axis]);
        var moves = new List<MovePart>();
        int start = 0;
        foreach (Expr part in parts)
        {
            int[] destination = new int[sizes.Length];
            destination[axis] = start;
            start += part.Shape[axis];
            moves.Add(new MovePart(
                new int[sizes.Length], destination, [.. part.Shape.Sizes.Select((size, i) => new MoveLoop(size, i, 1, i, 1))]));
        }

        Origin origin = Expr.Joined(parts);
        return parts[0].At(origin).Add(new Move(origin, parts[0].Shape.With(sizes), [.. parts.Select(part => part.Tensor)], moves));
    }

    /// <summary>The first index, and how many, that stay in 0..limit-1 after dilation and shift.</summary>
    private static (int Skip, int Count) Kept(int size, int spread, int before, int limit)
    {
        int skip = before < 0 ? (-before + spread - 1) / spread : 0;
        int last = Math.Min(size - 1, (limit - 1 - before) / spread);
        return (skip, Math.Max(0, last - skip + 1));
    }

    private static Expr Reduced(Expr x, ReduceOperator reduction, int[] axes)
    {
        int[] real = [.. axes.Where(axis => x.Shape[axis] > 1)];
        return real.Length == 0 ? x : x.Add(new Reduce(x.Origin, x, reduction, real));
    }
}
