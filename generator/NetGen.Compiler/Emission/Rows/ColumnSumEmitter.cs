using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the call of the library that sums over the rows of each sample: of one matrix, or of two, where the second one is computed from
/// the first, or is its squared deviations from the sample's mean.
/// </summary>
internal sealed class ColumnSumEmitter
{
    /// <summary>The most rows that are walked through twice, and the fewest.</summary>
    private const int MostRowsOfWalk = 64, FewestRowsOfWalk = 8;

    private readonly KernelContext context;
    private readonly EpilogueElement element;
    private readonly Reduce first;
    private readonly Reduce? second;

    /// <summary>Of the first sum, the squared deviations from the sample's mean.</summary>
    private readonly Reduce? squares;

    /// <summary>What is stored where the summands are computed.</summary>
    private readonly IReadOnlyList<Tensor> stored;

    /// <summary>The network's own types that the call names.</summary>
    private readonly List<OwnRowType> own = [];

    private ColumnSumEmitter(KernelContext context)
    {
        this.context = context;
        element = new EpilogueElement(context, isOfSample: false);
        Reduce[] sums = [.. context.Group.Members.OfType<Reduce>()];
        if (sums.Length == 2 && IsComputedFrom(sums[0].Operands[0], sums[1].Operands[0]))
            Array.Reverse(sums);
        first = sums[0];
        if (AreMoments(sums))
            squares = sums[1];
        else if (sums.Length == 2)
            second = sums[1];
        stored = [.. context.Group.Stored.Where(tensor => tensor is not Reduce)];
    }

    /// <summary>
    /// Whether all that a group computes are one or two sums over the rows of each sample, of what is known by a row of the batch and a
    /// column.
    /// </summary>
    public static bool Applies(FusedGroup group)
    {
        TensorShape space = group.Space;
        Reduce[] sums = [.. group.Members.OfType<Reduce>()];
        if (!space.IsBatched || space.Rows == 1 || sums.Length is not (1 or 2)
            || !sums.All(sum => sum is { Reduction: ReduceOperator.Sum, Shape.Rows: 1 } && group.Stored.Contains(sum)))
            return false;
        var loops = RowLoops.Of(group);
        var passes = new RowPasses(group);
        return !loops.MasksPadding && loops.Axes.Count == 2 && loops.Axes[0].IsReduced && !loops.Axes[1].IsReduced
            && passes.Count == (AreMoments(sums) ? 2 : 1)
            && (!AreMoments(sums) || group.Stored.All(tensor => tensor is Reduce || tensor == sums[0].Operands[0]))
            && Enumerable.Range(0, passes.Count + 1).All(pass => passes.BeforePass(pass).Count == 0)
            && group.Loaded.Concat(group.Stored).All(tensor => sums.Contains(tensor) || IsByRow(tensor.Shape, space))
            && !group.Maps.Any(map => map.Body.Contains(part => part is OfPlace or OfColumn));
    }

    public static void Emit(KernelContext context) => new ColumnSumEmitter(context).Emit();

    /// <summary>The types of the summands, behind the method.</summary>
    public static void EmitStages(KernelContext kernel)
    {
        var emitter = new ColumnSumEmitter(kernel.Again());
        emitter.Summands();
        if (emitter.second is not null)
            emitter.SecondSummands();
        foreach (OwnRowType type in emitter.own)
            type.Emit();
    }

    private void Emit()
    {
        var schedule = (RowSchedule)context.Group.Schedule!;
        TensorShape space = context.Group.Space;
        (string type, string argument) = Summands();
        string arguments = $"{argument}, ref {context.Reference(first)}";
        if (squares is not null)
        {
            (string typeAgain, string argumentAgain) = SummandsAgain((type, argument));
            type += ", " + typeAgain;
            arguments = $"{argument}, {argumentAgain}, ref {context.Reference(first)}, ref {context.Reference(squares)}";
        }

        if (second is not null)
        {
            (string typeOfSecond, string argumentOfSecond) = SecondSummands();
            type += ", " + typeOfSecond;
            arguments += $", {argumentOfSecond}, ref {context.Reference(second)}";
        }

        // Rows stay in L1 for the second walk where they span no more than it holds: lines at a distance of 1 KiB share a few of its sets.
        int rowsOfWalk = Math.Max(FewestRowsOfWalk, Math.Min(MostRowsOfWalk, Caches.L1 / space.PaddedInner));
        int rowsOfBlock = Math.Min(schedule.Blocks?.Turns ?? space.Rows, squares is null ? space.Rows : rowsOfWalk);
        context.DeclareReferences(isOneMatrix: true);
        context.Writer.Line($"{(squares is null ? "ColumnSums" : "ColumnMoments")}.Sum<S, V, {type}>(");
        context.Writer.Line($"    {arguments},");
        context.Writer.Line(
            $"    stride: {Literals.Integer(first.Shape.SampleStride)}, rows: {Literals.Integer(space.Rows)}, "
            + $"columns: {Literals.Integer(space.PaddedInner)}, rowsOfBlock: {Literals.Integer(rowsOfBlock)}, "
            + $"vectors: {Literals.Integer(schedule.Vectors)}, begin, end);");
    }

    /// <summary>What the first sum adds, as a type and the expression that makes it.</summary>
    private (string Type, string Argument) Summands()
    {
        Tensor summand = first.Operands[0];
        string stride = Literals.Integer(summand.Shape.PaddedInner);
        bool storesSummands = second is null && stored.Count == 1 && stored[0] == summand;
        bool storesNothingElse = second is not null || storesSummands || stored.Count == 0;
        (string type, string argument) = storesNothingElse && SummandsOfLibrary(summand) is { } library
            ? library
            : Own(OwnRowType.Source(context, element, summand, storesNothingElse ? [] : stored));
        return storesSummands
            ? ($"StoredSource<S, V, {type}>", $"new({argument}, ref {context.Reference(summand)}, {stride})")
            : (type, argument);
    }

    /// <summary>The same summands for the second time: those that were stored are loaded.</summary>
    private (string Type, string Argument) SummandsAgain((string Type, string Argument) firstTime)
    {
        Tensor summand = first.Operands[0];
        if (!stored.Contains(summand))
            return firstTime;
        var matrix = LibrarySource.OfMatrix(context.Reference(summand), summand.Shape.PaddedInner);
        return (matrix.Type, matrix.Argument);
    }

    /// <summary>What the second sum adds, made from what the first one adds.</summary>
    private (string Type, string Argument) SecondSummands()
    {
        (Tensor value, Tensor summand) = (first.Operands[0], second!.Operands[0]);
        return stored.Count == 0 && SecondSummandsOfLibrary(value, summand) is { } library
            ? library
            : Own(OwnRowType.Epilogue(context, element, value, summand, stored));
    }

    /// <summary>Summands for which the library has a type, or null.</summary>
    private (string Type, string Argument)? SummandsOfLibrary(Tensor summand) =>
        new EpilogueComposer(context, element, result: null).Source(summand) is { } source ? (source.Type, source.Argument) : null;

    /// <summary>What leads from the first summands to the second ones, where the library has a type for it; else null.</summary>
    private (string Type, string Argument)? SecondSummandsOfLibrary(Tensor value, Tensor summand) =>
        new EpilogueComposer(context, element, value).Epilogue(summand) is { } epilogue ? (epilogue.Type, epilogue.Argument) : null;

    private (string Type, string Argument) Own(OwnRowType type)
    {
        own.Add(type);
        return (type.Type, type.Argument);
    }

    private bool IsLoaded(Tensor tensor) => context.HasReference(tensor) && !context.Group.Members.Contains(tensor);

    /// <summary>Whether a tensor is computed from another within the group.</summary>
    private bool IsComputedFrom(Tensor tensor, Tensor operand)
    {
        var seen = new HashSet<Tensor>();
        return Visit(tensor);

        bool Visit(Tensor node) => node == operand || (seen.Add(node) && !IsLoaded(node) && node.Operands.Any(Visit));
    }

    /// <summary>Whether the second of two sums is that of the squared deviations of what the first one adds.</summary>
    private static bool AreMoments(Reduce[] sums) =>
        sums.Length == 2 && sums[1].Operands[0] is Map squared && squared.Operands.SequenceEqual([sums[0].Operands[0], sums[0]])
        && squared.Body == SampleMoments.SquaredDeviation(squared.Shape.Rows);

    /// <summary>Whether a row of the batch says where a tensor's row is; or all rows see the same.</summary>
    private static bool IsByRow(TensorShape shape, TensorShape space) => shape.IsBatched
        ? shape.Rows == space.Rows && shape.SampleStride == shape.Rows * shape.PaddedInner
        : shape.Rows == 1;
}
