using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>
/// All that emission knows about a kind of kernel, in one place: who prints it, what its description says, how its work is
/// split, and what it costs.
/// </summary>
/// <param name="Text">What the method's description says behind the layers' names.</param>
/// <param name="Emit">Prints the method's body.</param>
internal sealed record KernelForm(string Text, Action<KernelContext> Emit)
{
    /// <summary>Whether the method has loops of its own, in place of a call of the library.</summary>
    public Func<KernelContext, bool> HasLoops { get; init; } = _ => false;

    /// <summary>Floats that the lanes of a vector must divide.</summary>
    public int Columns { get; init; } = TensorShape.Alignment;

    /// <summary>The number of work items where each sample is one, as a C# expression.</summary>
    public const string Samples = "workspace.Samples";

    private const string ItemsAreRows = "Items are rows of samples.";

    /// <summary>A line of the description that says how the kernel computes, where the code alone does not.</summary>
    public string? Remark { get; init; }

    /// <summary>Prints the methods that the body calls, or null where it calls none.</summary>
    public Action<KernelContext>? EmitStages { get; init; }

    /// <summary>
    /// In how many parts each sample is cut, all of which are work items: of a prediction, where several threads may share one sample.
    /// </summary>
    public int PartsOfSample { get; init; } = 1;

    /// <summary>The number of work items that workers share, as a C# expression.</summary>
    public string WorkItems
    {
        get => field ?? Samples + (PartsOfSample > 1 ? " * " + Literals.Integer(PartsOfSample) : "");
        init;
    }

    /// <summary>What a work item is, as a sentence, where it is not a sample.</summary>
    public string? Items { get; init; }

    /// <summary>
    /// Multiply-adds of a product or a convolution for one sample; 0 for other kinds. For a convolution by Winograd's algorithm
    /// those of the direct one, whose work it does: so that speeds can be compared.
    /// </summary>
    public long MultiplyAdds { get; init; }

    /// <summary>What the description says behind their number.</summary>
    public string MultiplyAddsRemark { get; init; } = "";

    public static KernelForm Of(FusedGroup group) => group.Anchor switch
    {
        null when !group.Space.IsBatched => OfRows(group) with { WorkItems = "1", Items = "One item." },
        null => OfRows(group),
        Product product when Schedule<ProductSchedule>(group) is var schedule => new(": matrix product", ProductEmitter.Emit)
        {
            Columns = schedule.Columns,
            EmitStages = ProductEmitter.EmitStages,
            MultiplyAdds = OfProduct(product),
            PartsOfSample = schedule.Parts,
            Items = schedule.Parts == 1 ? null
                : schedule.SharesRows ? ItemsAreRows
                : $"Items are {Literals.Integer(schedule.ColumnsOfPart)} columns of a sample.",
        },
        TransposedProduct product when Schedule<TransposedProductSchedule>(group) is { IsSplitByColumns: true } schedule =>
            OfTransposed(product) with
            {
                WorkItems = Literals.Integer(schedule.Blocks),
                Items = $"Items are {Literals.Integer(ProductSchedule.PanelColumns)} columns of the result.",
            },
        TransposedProduct product => OfTransposed(product),
        ProductWeightGradient { IsOfSample: true } gradient => new(
            ": gradient of the weight for each sample", ProductWeightGradientEmitter.Emit)
        {
            Columns = gradient.Shape.PaddedInner,
            MultiplyAdds = (long)gradient.Operands[0].Shape.Count * gradient.Shape[1],
        },
        ProductWeightGradient gradient => new(": gradient of the weight", ProductWeightGradientEmitter.Emit)
        {
            Columns = gradient.Shape.PaddedInner,
            WorkItems = Literals.Integer(gradient.Shape[0]),
            Items = "Items are rows of the weight.",
            MultiplyAdds = (long)gradient.Operands[0].Shape.Count * gradient.Shape[1],
        },
        WinogradConvolution convolution =>
            OfConvolution(group, convolution, WinogradConvolutionEmitter.Emit, $" by Winograd's {convolution.Size}") with
            {
                Columns = convolution.Shape.PaddedInner,
                EmitStages = WinogradConvolutionEmitter.EmitStages,
                MultiplyAddsRemark = " if computed directly",
                PartsOfSample = Schedule<WinogradSchedule>(group).Parts,
                Items = Schedule<WinogradSchedule>(group) switch
                {
                    { SharesColumns: true } => $"Items are {Literals.Integer(WinogradSchedule.ColumnsOfPart)} columns of a sample.",
                    { Parts: > 1 } when convolution.Size.IsLine && group.Space[0] == 1 => "Items are some tiles of a sample.",
                    { Parts: > 1 } => "Items are rows of tiles.",
                    _ => null,
                },
            },
        WinogradWeight weight => new(
            $": transformed weight {(weight.Size.IsLine ? "G·w" : "G·w·Gᵀ")} of Winograd's {weight.Size}", WinogradWeightEmitter.Emit)
        {
            Columns = weight.Shape.PaddedInner,
            WorkItems = Literals.Integer(WinogradWeightEmitter.WorkItems(weight)),
            Items = "Items are input channels.",
        },
        WinogradTransformedGradient gradient => new(
            $": gradient of the transformed weight of Winograd's {gradient.Size}", WinogradTransformedGradientEmitter.Emit)
        {
            Columns = gradient.Shape.PaddedInner,
            WorkItems = WinogradTransformedGradientEmitter.WorkItems(gradient),
            Items = $"Items are {(gradient.Size.IsLine ? "the 6" : "rows of the 6×6")} elements of a transformed tile"
                + $"{(gradient.Blocks > 1 ? ", for each block of samples" : "")}.",
            MultiplyAdds = OfWindow(
                new ConvolutionGeometry(gradient.Size.WindowHeight, gradient.Size.Window, 1, 1, 1, 1, 1),
                gradient.Operands[1].Shape, gradient.Shape[2]),
            MultiplyAddsRemark = " if computed directly",
        },
        WinogradWeightGradient gradient => new(
            $": gradient of the weight, {(gradient.Size.IsLine ? "Gᵀ·u" : "Gᵀ·u·G")}", WinogradWeightGradientEmitter.Emit)
        {
            Columns = gradient.Shape.PaddedInner,
            WorkItems = Literals.Integer(WinogradWeightGradientEmitter.WorkItems(gradient)),
            Items = "Items are input channels.",
        },
        Convolution convolution when Schedule<ConvolutionSchedule>(group).UsesBatchLanes =>
            OfConvolution(group, convolution, BatchLaneConvolutionEmitter.Emit) with
            {
                Remark = "As many samples as a vector has lanes are computed together, "
                    + "since the channels would not fill it; those left over one by one.",
                EmitStages = BatchLaneConvolutionEmitter.EmitStages,
            },
        Convolution convolution => OfConvolution(group, convolution, ConvolutionEmitter.Emit) with
        {
            Columns = ConvolutionEmitter.Columns(convolution),
            EmitStages = ConvolutionEmitter.EmitStages,
            PartsOfSample = Schedule<ConvolutionSchedule>(group).Parts,
            Items = Schedule<ConvolutionSchedule>(group).Parts > 1 ? "Items are rows of the result." : null,
        },
        ConvolutionWeightGradient { IsOfSample: true } gradient => new(
            ": gradient of the weight for each sample", ConvolutionWeightGradientEmitter.Emit)
        {
            Columns = ConvolutionWeightGradientEmitter.Columns(gradient),
            MultiplyAdds = OfWindow(gradient.Geometry, gradient.Operands[1].Shape, gradient.Shape[2]),
        },
        ConvolutionWeightGradient gradient => new(": gradient of the weight", ConvolutionWeightGradientEmitter.Emit)
        {
            Columns = ConvolutionWeightGradientEmitter.Columns(gradient),
            WorkItems = Literals.Integer(Schedule<ConvolutionWeightGradientSchedule>(group).Items),
            Items = "Items are parts of the window's rows.",
            MultiplyAdds = OfWindow(gradient.Geometry, gradient.Operands[1].Shape, gradient.Shape[2]),
        },
        SparseWeightGradient gradient =>
            new(": gradient of the weight, from the argmax positions of the max-pool", SparseWeightGradientEmitter.Emit)
            {
                Columns = Schedule<SparseWeightGradientSchedule>(group).Columns,
                WorkItems = Literals.Integer(gradient.Shape[0]),
                Items = "Items are output channels.",

                // At most: where the pool's gradient is 0, nothing is done.
                MultiplyAdds = OfWindow(gradient.Geometry, gradient.Gradient.Shape, gradient.Image.Shape.Inner),
            },
        SparseInputGradient gradient =>
            new(": gradient of the image, from the argmax positions of the max-pool", SparseInputGradientEmitter.Emit)
            {
                Columns = gradient.Shape.PaddedInner,
                EmitStages = SparseInputGradientEmitter.EmitStages,

                // At most, too.
                MultiplyAdds = OfWindow(gradient.Geometry, gradient.Gradient.Shape, gradient.Shape.Inner),
            },
        PolyphaseConvolution convolution => new(
            group.IsBackward
                ? ": gradient of the image of a strided convolution" + (convolution.Terms.Count > 1 ? ", two in one sum" : "")
                : ": transposed convolution",
            TransposedConvolutionEmitter.Emit)
        {
            Columns = convolution.Shape.PaddedInner,
            EmitStages = TransposedConvolutionEmitter.EmitStages,
            MultiplyAdds = convolution.Terms.Sum(term => OfWindow(term.Geometry, term.X.Shape, convolution.Shape.Inner)),
        },
        MaxPool or AveragePool => OfPool("", group.Anchor.Shape) with { EmitStages = PoolEmitter.EmitStages },
        MaxPoolGradient gradient => OfPool(": each gradient goes to the position that held the maximum", gradient.Operands[0].Shape),
        AveragePoolGradient gradient => OfPool("", gradient.Operands[0].Shape),
        Interpolation interpolation => new(
            interpolation.Height.Mode switch
            {
                InterpolationMode.Nearest => ": each pixel the nearest to its place",
                InterpolationMode.Linear => ": each pixel a mean of the four around its place",
                _ => ": each pixel a weighted sum of the sixteen around its place",
            },
            InterpolationEmitter.Emit)
        {
            Columns = interpolation.Shape.PaddedInner,
            EmitStages = InterpolationEmitter.EmitStages,
        },
        InterpolationGradient gradient => new(": each gradient goes to the pixels that its pixel came from", InterpolationEmitter.Emit)
        {
            Columns = gradient.Shape.PaddedInner,
        },
        Gather gather => new(": a row for each token", GatherEmitter.Emit)
        {
            Columns = gather.Shape.PaddedInner,
            EmitStages = GatherEmitter.EmitStages,
        },
        StepMask mask => new(": which steps are no padding", GatherEmitter.Emit) { Columns = mask.Shape.PaddedInner },
        ScatterAdd scatter => new(": gradient of the rows that were looked up", GatherEmitter.Emit)
        {
            Columns = scatter.Shape.PaddedInner,
            WorkItems = Literals.Integer(scatter.Shape[0]),
            Items = "Items are rows of the weight.",
        },
        BatchSum sum => new(": sum over the batch", BatchSumEmitter.Emit)
        {
            Columns = sum.Shape.PaddedInner,
            EmitStages = BatchSumEmitter.EmitStages,
            WorkItems = Literals.Integer(BatchSumEmitter.WorkItems(sum)),
            Items = "Items are sixteen columns.",
        },
        Move { Shape.IsBatched: false } move => OfMove(move) with
        {
            WorkItems = Literals.Integer(MoveEmitter.WorkItems(move)),
            Items = "Items are rows of the result.",
        },
        Move move => OfMove(move),
        Attention attention => new($": attention, {attention.Geometry}", AttentionEmitter.Emit)
        {
            MultiplyAdds = AttentionEmitter.MultiplyAdds(attention),
            PartsOfSample = Schedule<AttentionSchedule>(group).Parts,
            Items = Schedule<AttentionSchedule>(group).Parts > 1 ? "Items are heads of samples." : null,
        },
        AttentionGradient gradient => new($": gradient of attention, {gradient.Geometry}", AttentionEmitter.Emit)
        {
            MultiplyAdds = AttentionEmitter.MultiplyAdds(gradient),
        },
        SampleLoss => new(": loss of each sample", SampleLossEmitter.Emit),
        SampleLossGradient => new(": gradient of each sample's loss", SampleLossEmitter.Emit),
        StateUpdate => new(": what the stream keeps", StreamEmitter.Emit) { Columns = 1 },
        StepRow => new(": the row of the step", StreamEmitter.Emit) { Columns = 1 },
        Recurrence loop => new($": {loop.Geometry}", RecurrenceEmitter.Emit) { MultiplyAdds = RecurrenceEmitter.MultiplyAdds(loop) },
        RecurrenceGradient gradient => new($": gradient of {gradient.Geometry}", RecurrenceEmitter.Emit)
        {
            MultiplyAdds = RecurrenceEmitter.MultiplyAdds(gradient),
        },
        _ => throw new InvalidOperationException($"no emitter is known for {group.Anchor}"),
    };

    private static KernelForm OfRows(FusedGroup group) =>
        Schedule<RowSchedule>(group).UsesBatchLanes
            ? CrossEntropyRows.Of(group) is { } crossEntropy
                ? new(": softmax, cross-entropy and its gradient", crossEntropy.Emit)
                : new(": row by row", BatchLaneRowsEmitter.Emit) { HasLoops = _ => true }
        : ColumnSumEmitter.Applies(group) ? new(": sum over the rows", ColumnSumEmitter.Emit)
        {
            Columns = group.Space.PaddedInner,
            EmitStages = ColumnSumEmitter.EmitStages,
        }
        : new(group.ReducedAxes.Count > 0 ? ": row by row" : "", EmitRows)
        {
            Columns = RowLoops.Of(group).Columns,
            HasLoops = context => !RowMapEmitter.Applies(context),
            PartsOfSample = Schedule<RowSchedule>(group).Parts,
            Items = Schedule<RowSchedule>(group).Parts > 1 ? ItemsAreRows : null,
        };

    private static void EmitRows(KernelContext context)
    {
        if (!RowMapEmitter.TryEmit(context))
            RowsEmitter.Emit(context);
    }

    private static KernelForm OfPool(string text, TensorShape channels) =>
        new(text, PoolEmitter.Emit) { Columns = channels.PaddedInner };

    private static KernelForm OfTransposed(TransposedProduct product) => new(": product with the transposed matrix", ProductEmitter.Emit)
    {
        Columns = product.Shape.PaddedInner,
        EmitStages = ProductEmitter.EmitStages,
        MultiplyAdds = OfProduct(product),
    };

    private static T Schedule<T>(FusedGroup group)
        where T : Schedule =>
        group.Schedule as T ?? throw new InvalidOperationException($"{group.Name} has no {typeof(T).Name} yet");

    private static KernelForm OfConvolution(FusedGroup group, Convolution convolution, Action<KernelContext> emit, string algorithm = "") =>
        new((group.Pool is null ? ": convolution" : ": convolution and max-pool") + algorithm, emit)
        {
            MultiplyAdds = OfWindow(convolution.Geometry, convolution.Shape, convolution.Operands[1].Shape[2]),
        };

    private static KernelForm OfMove(Move move) => new(": strided copy", MoveEmitter.Emit)
    {
        Columns = move.Shape.IsRaw ? TensorShape.Alignment : move.Shape.PaddedInner,
    };

    private static long OfProduct(Tensor product) => (long)product.Shape.Count * product.Operands[0].Shape.Inner;

    private static long OfWindow(ConvolutionGeometry geometry, TensorShape result, int channels) =>
        (long)result.Count * geometry.KernelHeight * geometry.KernelWidth * channels;
}
