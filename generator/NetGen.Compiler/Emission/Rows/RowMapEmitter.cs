using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the calls of the library that compute a matrix element by element, where its epilogues say how.</summary>
internal static class RowMapEmitter
{
    /// <summary>Whether the library computes a group without an anchor.</summary>
    public static bool Applies(KernelContext context) => TryEmit(context.Again(new CodeWriter(0, capacity: 1024)));

    /// <summary>Prints the call of a group without an anchor, or prints nothing and returns false.</summary>
    public static bool TryEmit(KernelContext context)
    {
        var loops = RowLoops.Of(context.Group);
        if (loops.MasksPadding || loops.Axes.Count > 2
            || loops.Axes.Any(axis => axis.IsReduced) || !loops.Axes[loops.Axes.Count - 1].IsInner)
            return false;
        return context.Group.Stored.Count switch
        {
            1 => TryEmitBatch(context, loops.Axes) || TryEmitSamples(context, loops.Axes),
            2 => TryEmitFold(context, new RowMapElement(context, loops.Axes, isOfSample: false)),
            _ => false,
        };
    }

    /// <summary>All samples at once, where their rows lie one after the other.</summary>
    private static bool TryEmitBatch(KernelContext context, IReadOnlyList<LoopAxis> axes)
    {
        var element = new RowMapElement(context, axes, isOfSample: false);
        if (Call(context, element) is not { } call)
            return false;
        string rows = Literals.Integer(element.Rows);
        context.DeclareReferences(isOneMatrix: true);
        Print(
            context, call,
            !context.Group.Space.IsBatched ? "0, " + rows
            : element.Rows == 1 || SharesRows(context) ? "begin, end"
            : $"begin * {rows}, end * {rows}");
        return true;
    }

    /// <summary>Sample by sample, as where each has a number for all its rows.</summary>
    private static bool TryEmitSamples(KernelContext context, IReadOnlyList<LoopAxis> axes)
    {
        var element = new RowMapElement(context, axes, isOfSample: true);
        if (!context.Group.Space.IsBatched || Call(context, element) is not { } call)
            return false;
        context.DeclareReferences();
        string rows = Literals.Integer(element.Rows);
        (string loop, string firstToLast) = SharesRows(context)
            ? ($"for (int sample = begin / {rows}; sample * {rows} < end; sample++)",
                $"global::System.Math.Max(0, begin - (sample * {rows})), global::System.Math.Min({rows}, end - (sample * {rows}))")
            : ("for (int sample = begin; sample < end; sample++)", "0, " + rows);
        using (context.Writer.Open(loop))
        {
            context.DeclareSampleReferences("sample");
            Print(context, call, firstToLast);
        }

        return true;
    }

    private static bool SharesRows(KernelContext context) => ((RowSchedule)context.Group.Schedule!).Parts > 1;

    /// <summary>
    /// The call's type arguments, and its arguments before and behind the rows; null where the library has nothing for it.
    /// </summary>
    private static (string Types, string Before, string Behind)? Call(KernelContext context, RowMapElement element)
    {
        Tensor output = context.Group.Stored[0];
        if (!element.IsMatrix(output) || output.Shape.IsBatched != context.Group.Space.IsBatched
            || new EpilogueComposer(context, element, result: null).Mapped(output) is not var (source, epilogue))
            return null;
        return (
            $"S, V, {source.Type}, {epilogue.Type}",
            $"{source.Argument}, ref {context.Reference(output)}, stride: {Literals.Integer(element.RowStride(output)!.Value)}, "
                + $"columns: {Literals.Integer(element.Columns)}",
            epilogue.Argument);
    }

    private static void Print(KernelContext context, (string Types, string Before, string Behind) call, string rows)
    {
        context.Writer.Line($"RowMaps.Apply<{call.Types}>(");
        context.Writer.Line($"    {call.Before}, {rows}, {call.Behind});");
    }

    /// <summary>Batch norm's factors and addends, as it predicts.</summary>
    private static bool TryEmitFold(KernelContext context, RowMapElement element)
    {
        if (context.Group.Space.IsBatched || element.Rows != 1
            || BatchNormFold.Of(context, element, context.Group.Stored[0], context.Group.Stored[1]) is not { } fold)
            return false;
        string Ref(Tensor tensor) => "ref " + context.Reference(tensor);
        context.DeclareReferences();
        context.Writer.Line(
            $"BatchNorms.Fold<S, V>({Ref(fold.Mean)}, {Ref(fold.Variance)}, {Ref(fold.Weight)}, "
            + $"{Ref(fold.Bias)}, {Ref(fold.Scale)}, {Ref(fold.Shift)}, "
            + $"columns: {Literals.Integer(element.Columns)}, epsilon: {Literals.Float(fold.Epsilon)});");
        return true;
    }
}
