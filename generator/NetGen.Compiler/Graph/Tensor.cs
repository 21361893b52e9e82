namespace NetGen.Compiler.Graph;

/// <summary>
/// A node of the program: a tensor together with how it comes about. Nodes are compared by reference and are created
/// operands first, so that <see cref="Program.Nodes"/> is in an order in which they can be computed.
/// </summary>
internal abstract class Tensor(Program program, Origin origin, TensorShape shape, IReadOnlyList<Tensor> operands)
{
    private IReadOnlyList<Tensor> operands = operands;

    public Program Program { get; } = program;

    public int Id { get; } = program.NextId();

    public TensorShape Shape { get; } = shape;

    public IReadOnlyList<Tensor> Operands
    {
        get
        {
            Program.Visit(1);
            return operands;
        }
    }

    /// <summary>The layer that asked for this node, forward or backward.</summary>
    public Origin Origin { get; } = origin;

    public string Layer => Origin.Layer;

    /// <summary>Whether it belongs to the backward pass.</summary>
    public bool IsBackward => Origin.IsBackward;

    /// <summary>Where it stands among the nodes, as far as its operands allow: what replaces a node takes its place.</summary>
    public int Position { get; set; } = int.MaxValue;

    /// <summary>How it is computed, where that is chosen and has been.</summary>
    public IAlgorithm? Algorithm { get; set; }

    /// <summary>The operation in one or two words, as pass dumps print it.</summary>
    public abstract string Operation { get; }

    /// <summary>Whether its kernel can compute the Maps that follow it, while the result is still in registers or near them.</summary>
    public virtual bool TakesMaps => false;

    /// <summary>Puts another operand in the place of one. Only passes between lowering and emission do this.</summary>
    public void ReplaceOperand(int index, Tensor operand)
    {
        var replaced = operands.ToArray();
        Program.ReplaceUse(this, replaced[index], operand);
        replaced[index] = operand;
        operands = replaced;
    }

    public override string ToString() =>
        $"%{Id} {Shape} = {Operation}({string.Join(", ", Operands.Select(o => "%" + o.Id))})  // {Layer}"
        + (Algorithm is null ? "" : $", {Algorithm.Name}");
}

/// <summary>What the caller hands in: samples, or the gradient of the output, or targets; raw, as the caller's array lies.</summary>
internal sealed class Input(Program program, Origin origin, TensorShape shape, InputRole role, int index = -1) : Tensor(program, origin, shape, [])
{
    public InputRole Role { get; } = role;

    /// <summary>Which of the named outputs' gradients it is, else -1.</summary>
    public int Index { get; } = index;

    public override string Operation => $"Input.{Role}";
}

internal enum InputRole
{
    /// <summary>The samples of the batch.</summary>
    Samples,

    /// <summary>The network's output, as the loss receives it.</summary>
    Prediction,

    /// <summary>The gradient of the loss by the network's output.</summary>
    OutputGradient,

    /// <summary>The gradient by a named output.</summary>
    NamedOutputGradient,

    /// <summary>Target values of the loss.</summary>
    Target,
}

/// <summary>A trained tensor, or a running statistic.</summary>
internal sealed class Parameter(Program program, Origin origin, TensorShape shape, string name, int index, bool isStatistic)
    : Tensor(program, origin, shape, [])
{
    /// <summary>The full name, as in the saved file: conv1.weight.</summary>
    public string Name { get; } = name;

    /// <summary>Its place in the network's list of parameters, or of statistics.</summary>
    public int Index { get; } = index;

    public bool IsStatistic { get; } = isStatistic;

    public override string Operation => IsStatistic ? $"Statistic {Name}" : $"Parameter {Name}";
}

/// <summary>
/// Form Map: an expression of the operands' elements at each element. An operand's axis of size 1 is stretched, and an
/// operand that is not batched is the same for every sample; nothing else is.
/// </summary>
internal sealed class Map : Tensor
{
    private Map(Program program, Origin origin, TensorShape shape, ScalarExpression body, IReadOnlyList<Tensor> operands)
        : base(program, origin, shape, operands) => Body = body;

    public ScalarExpression Body { get; }

    public override string Operation => $"Map {{{Body}}}";

    /// <summary>A Map over the operands' common shape.</summary>
    public static Expr Of(ScalarExpression body, params Expr[] operands) => Of(body, Broadcast(operands), operands);

    public static Expr Of(ScalarExpression body, TensorShape shape, params Expr[] operands)
    {
        Origin origin = Expr.Joined(operands);
        return new(Of(origin, body, shape, [.. operands.Select(operand => operand.Tensor)]), origin);
    }

    /// <summary>A Map of at least one operand.</summary>
    public static Tensor Of(Origin origin, ScalarExpression body, TensorShape shape, IReadOnlyList<Tensor> operands)
    {
        if (body is Operand { Index: 0 } && operands.Count == 1 && operands[0].Shape.Equals(shape))
            return operands[0];
        foreach (Tensor operand in operands)
        {
            if (operand.Shape.Rank != shape.Rank)
                throw new InvalidOperationException($"a Map over {shape} has an operand {operand}");
            for (int axis = 0; axis < shape.Rank; axis++)
                if (operand.Shape[axis] != shape[axis] && operand.Shape[axis] != 1)
                    throw new InvalidOperationException($"a Map over {shape} has an operand {operand}");
        }

        Program program = operands[0].Program;
        return program.Add(new Map(program, origin, shape, body, operands));
    }

    /// <summary>The same value everywhere.</summary>
    public static Tensor Filled(Program program, Origin origin, ScalarExpression value, TensorShape shape) =>
        program.Add(new Map(program, origin, shape, value, []));

    public static Expr Call(ScalarFunction function, Expr x) => Of(new Call(function, new Operand(0)), x);

    private static TensorShape Broadcast(Expr[] operands)
    {
        int[] sizes = operands[0].Shape.Sizes.ToArray();
        bool batched = false;
        foreach (Expr operand in operands)
        {
            batched |= operand.Shape.IsBatched;
            for (int axis = 0; axis < sizes.Length; axis++)
                sizes[axis] = Math.Max(sizes[axis], operand.Shape[axis]);
        }

        return batched ? TensorShape.Batched(sizes) : TensorShape.Unbatched(sizes);
    }
}

/// <summary>
/// Form Row: sum or maximum over axes of a sample, which stay with size 1. The maximum is meant as a shift that cancels
/// (as in softmax): no gradient goes through it.
/// </summary>
internal sealed class Reduce(Origin origin, Tensor operand, ReduceOperator reduction, IReadOnlyList<int> axes)
    : Tensor(operand.Program, origin, operand.Shape.Reduced(axes), [operand])
{
    public ReduceOperator Reduction { get; } = reduction;

    public IReadOnlyList<int> Axes { get; } = axes;

    public override string Operation => $"Reduce.{Reduction} axes {string.Join(",", Axes)}";
}

internal enum ReduceOperator { Sum, Max }

/// <summary>Form Row: the sum over the samples of the batch, in their order.</summary>
internal sealed class BatchSum(Origin origin, Tensor operand)
    : Tensor(operand.Program, origin, operand.Shape.WithBatched(false), [operand])
{
    public override bool TakesMaps => true;

    public override string Operation => "BatchSum";
}

/// <summary>
/// Form Contract: [.., k] times a matrix [k, n] gives [.., n]; the matrix is a parameter or derived from one.
/// </summary>
internal sealed class Product(Origin origin, Tensor left, Tensor matrix)
    : Tensor(left.Program, origin, left.Shape.With([.. left.Shape.Sizes.Take(left.Shape.Rank - 1), matrix.Shape[1]]), [left, matrix])
{
    public override bool TakesMaps => true;

    public override string Operation => "Product";
}

/// <summary>Form Contract, transposed on the right: [.., n] times the transpose of a matrix [k, n] gives [.., k].</summary>
internal sealed class TransposedProduct(Origin origin, Tensor left, Tensor matrix)
    : Tensor(left.Program, origin, left.Shape.With([.. left.Shape.Sizes.Take(left.Shape.Rank - 1), matrix.Shape[0]]), [left, matrix])
{
    public override bool TakesMaps => true;

    public override string Operation => "TransposedProduct";
}

/// <summary>Form Contract, transposed on the left: the sum over all rows of all samples of x[row, k]·dy[row, n], [k, n].</summary>
internal sealed class ProductWeightGradient(Origin origin, Tensor left, Tensor outputGradient)
    : Tensor(left.Program, origin, TensorShape.Unbatched(left.Shape.Inner, outputGradient.Shape.Inner), [left, outputGradient])
{
    public override string Operation => "ProductWeightGradient";
}

/// <summary>Window, strides, dilations and groups of a convolution.</summary>
internal sealed record ConvolutionGeometry(
    int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth, int DilationHeight, int DilationWidth, int Groups)
{
    public override string ToString() => FormattableString.Invariant(
        $"{KernelHeight}×{KernelWidth} stride {StrideHeight}×{StrideWidth} dilation {DilationHeight}×{DilationWidth} groups {Groups}");

    /// <summary>Whether each channel by itself gives one channel of the output.</summary>
    /// <param name="channels">The channels of the image.</param>
    /// <param name="outputs">The channels of the output.</param>
    public bool IsDepthwise(int channels, int outputs) => Groups > 1 && Groups == channels && Groups == outputs;

    public int OutputHeight(int height) => (height - DilationHeight * (KernelHeight - 1) - 1) / StrideHeight + 1;

    public int OutputWidth(int width) => (width - DilationWidth * (KernelWidth - 1) - 1) / StrideWidth + 1;

    /// <summary>The rows that so many windows below each other cover.</summary>
    public int CoveredHeight(int positions) => (positions - 1) * StrideHeight + DilationHeight * (KernelHeight - 1) + 1;

    /// <summary>The columns that so many windows side by side cover.</summary>
    public int CoveredWidth(int positions) => (positions - 1) * StrideWidth + DilationWidth * (KernelWidth - 1) + 1;
}

/// <summary>
/// Form Window: out[y, x, o] = Σ in[y·stride + ky·dilation, x·stride + kx·dilation, group(o)·C + c] · w[ky, kx, c, o],
/// in [height, width, channels], w [kernel height, kernel width, channels of a group, output channels].
/// </summary>
internal class Convolution : Tensor
{
    public Convolution(Origin origin, Tensor image, Tensor weight, ConvolutionGeometry geometry)
        : this(origin, image, weight, geometry, Margins.None)
    {
    }

    public Convolution(Origin origin, Tensor image, Tensor weight, ConvolutionGeometry geometry, Margins margins)
        : base(
            image.Program,
            origin,
            image.Shape.With([
                geometry.OutputHeight(margins.Around(image.Shape)[0]), geometry.OutputWidth(margins.Around(image.Shape)[1]), weight.Shape[3]]),
            [image, weight]) =>
        (Geometry, Margins) = (geometry, margins);

    public ConvolutionGeometry Geometry { get; }

    /// <summary>Zeros around the image, which are not in memory.</summary>
    public Margins Margins { get; }

    public override bool TakesMaps => true;

    public override string Operation => $"Convolution {Geometry}" + (Margins == Margins.None ? "" : $" {Margins}");
}

/// <summary>Form Window: the gradient of a convolution's weight, summed over the batch.</summary>
/// <param name="image">[height, width, in].</param>
/// <param name="outputGradient">[height', width', out].</param>
/// <param name="geometry">The convolution's.</param>
/// <param name="margins">Zeros around the image, which are not in memory.</param>
internal sealed class ConvolutionWeightGradient(
    Origin origin, Tensor image, Tensor outputGradient, ConvolutionGeometry geometry, Margins margins) : Tensor(
    image.Program,
    origin,
    TensorShape.Unbatched(
        geometry.KernelHeight, geometry.KernelWidth, image.Shape[2] / geometry.Groups, outputGradient.Shape[2]),
    [image, outputGradient])
{
    public ConvolutionWeightGradient(Origin origin, Tensor image, Tensor outputGradient, ConvolutionGeometry geometry)
        : this(origin, image, outputGradient, geometry, Margins.None)
    {
    }

    public ConvolutionGeometry Geometry { get; } = geometry;

    public Margins Margins { get; } = margins;

    public override string Operation => $"ConvolutionWeightGradient {Geometry}" + (Margins == Margins.None ? "" : $" {Margins}");
}

/// <summary>
/// The windows of a pooling layer along one axis: window i covers the input from Start(i) to End(i), cut at the borders.
/// Adaptive windows follow PyTorch: from floor(i·size/count) to ceil((i+1)·size/count).
/// </summary>
internal sealed record PoolAxis(int Size, int Count, int Kernel, int Stride, int Padding, int Dilation, bool IsAdaptive)
{
    /// <summary>Padding behind the last row, where it differs from that before the first.</summary>
    public int PaddingAfter { get; init; } = Padding;

    public int Start(int window) => IsAdaptive ? (int)((long)window * Size / Count) : window * Stride - Padding;

    public int End(int window) => IsAdaptive
        ? (int)(((long)(window + 1) * Size + Count - 1) / Count)
        : Start(window) + Dilation * (Kernel - 1) + 1;

    /// <summary>Whether the windows lie side by side and none reaches over the border.</summary>
    public bool IsTiling => !IsAdaptive && Kernel == Stride && Padding == 0 && Dilation == 1 && Count * Kernel <= Size;
}

/// <summary>Form Window: the maximum over windows of [height, width, channels]; the first of equal values counts.</summary>
internal sealed class MaxPool(Origin origin, Tensor image, PoolAxis height, PoolAxis width)
    : Tensor(image.Program, origin, image.Shape.With([height.Count, width.Count, image.Shape[2]]), [image])
{
    public PoolAxis Height { get; } = height;

    public PoolAxis Width { get; } = width;

    public override bool TakesMaps => true;

    public override string Operation => $"MaxPool {Height.Kernel}×{Width.Kernel}";
}

/// <summary>A second result of a <see cref="MaxPool"/>: which tap (ky·kernelWidth + kx) held the maximum.</summary>
internal sealed class MaxPoolTap(Origin origin, MaxPool pool) : Tensor(pool.Program, origin, pool.Shape, [pool])
{
    public override string Operation => "MaxPoolTap";
}

/// <summary>Form Window: each gradient goes to the position that held the maximum.</summary>
internal sealed class MaxPoolGradient(Origin origin, Tensor outputGradient, MaxPoolTap tap, TensorShape image, PoolAxis height, PoolAxis width)
    : Tensor(outputGradient.Program, origin, image, [outputGradient, tap])
{
    public PoolAxis Height { get; } = height;

    public PoolAxis Width { get; } = width;

    public override string Operation => "MaxPoolGradient";
}

/// <summary>
/// By what the sum over a window is divided: a fixed number; else the window's size with the padding that it covers
/// (<paramref name="CountIncludePad"/>) or without.
/// </summary>
internal sealed record AveragePoolDivisor(int? Fixed, bool CountIncludePad)
{
    /// <summary>The divisor of the window at (y, x).</summary>
    public int Of(PoolAxis height, PoolAxis width, int y, int x) =>
        Fixed ?? Extent(height, y) * Extent(width, x);

    /// <summary>How many positions the window counts along one axis.</summary>
    public int Extent(PoolAxis axis, int window)
    {
        int low = CountIncludePad ? -axis.Padding : 0;
        int high = axis.Size + (CountIncludePad ? axis.PaddingAfter : 0);
        return Math.Min(axis.End(window), high) - Math.Max(axis.Start(window), low);
    }
}

/// <summary>Form Window: the mean over windows of [height, width, channels].</summary>
internal sealed class AveragePool(Origin origin, Tensor image, PoolAxis height, PoolAxis width, AveragePoolDivisor divisor)
    : Tensor(image.Program, origin, image.Shape.With([height.Count, width.Count, image.Shape[2]]), [image])
{
    public PoolAxis Height { get; } = height;

    public PoolAxis Width { get; } = width;

    public AveragePoolDivisor Divisor { get; } = divisor;

    public override bool TakesMaps => true;

    public override string Operation => $"AveragePool {Height.Kernel}×{Width.Kernel}";
}

/// <summary>Form Window: each gradient is spread evenly over its window.</summary>
internal sealed class AveragePoolGradient(
    Origin origin, Tensor outputGradient, TensorShape image, PoolAxis height, PoolAxis width, AveragePoolDivisor divisor)
    : Tensor(outputGradient.Program, origin, image, [outputGradient])
{
    public PoolAxis Height { get; } = height;

    public PoolAxis Width { get; } = width;

    public AveragePoolDivisor Divisor { get; } = divisor;

    public override string Operation => "AveragePoolGradient";
}

/// <summary>One loop of a strided copy: index i moves along one axis of the source and one of the destination.</summary>
internal sealed record MoveLoop(int Size, int SourceAxis, int SourceStep, int DestinationAxis, int DestinationStep)
{
    public MoveLoop Inverse => new(Size, DestinationAxis, DestinationStep, SourceAxis, SourceStep);
}

/// <summary>A strided copy from one operand: where it begins in both tensors (an index an axis) and its loops.</summary>
internal sealed record MovePart(IReadOnlyList<int> SourceStart, IReadOnlyList<int> DestinationStart, IReadOnlyList<MoveLoop> Loops)
{
    public MovePart Inverse => new(DestinationStart, SourceStart, [.. Loops.Select(loop => loop.Inverse)]);

    public long Count => Loops.Aggregate(1L, (count, loop) => count * loop.Size);
}

/// <summary>
/// Form Move: copies that only change places (transposing, flattening, padding, cropping, spreading, joining); what no part
/// writes is 0. Part i reads operand i. Its gradient by an operand is the inverse Move.
/// </summary>
internal sealed class Move(Origin origin, TensorShape shape, IReadOnlyList<Tensor> operands, IReadOnlyList<MovePart> parts)
    : Tensor(operands[0].Program, origin, shape, operands)
{
    public IReadOnlyList<MovePart> Parts { get; } = parts;

    /// <summary>Whether it changes nothing in memory, so that the result is another name for the operand.</summary>
    public bool IsView
    {
        get
        {
            if (Operands.Count != 1 || LeavesZeros)
                return false;
            (TensorShape from, TensorShape to) = (Operands[0].Shape, Shape);

            // A copy onto the same shape is there to clear the padding.
            if (from.Equals(to) && to.PaddedInner > to.Inner)
                return false;
            MovePart part = Parts[0];
            bool sameExtent = from.Count == to.Count && from.SampleStride == to.SampleStride && from.IsBatched == to.IsBatched;
            bool sameStart = part.SourceStart.All(i => i == 0) && part.DestinationStart.All(i => i == 0);
            bool sameSteps = part.Loops.All(loop =>
                loop.Size == 1
                || loop.SourceStep * from.Stride(loop.SourceAxis) == loop.DestinationStep * to.Stride(loop.DestinationAxis));

            // Rows padded alike, or no padding inside the sample on either side.
            bool samePadding = from.PaddedInner - from.Inner == 0 && to.PaddedInner - to.Inner == 0
                || (from.Inner == to.Inner && from.PaddedInner == to.PaddedInner);
            return sameExtent && sameStart && sameSteps && samePadding;
        }
    }

    /// <summary>Whether the parts leave elements of the result unwritten, which are then 0.</summary>
    public bool LeavesZeros => Parts.Sum(part => part.Count) < Shape.Count;

    public override string Operation => "Move";
}
