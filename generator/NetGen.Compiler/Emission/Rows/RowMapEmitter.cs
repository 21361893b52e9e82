using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the calls of the library that compute a matrix element by element, where its epilogues say how.</summary>
internal static class RowMapEmitter
{
    /// <summary>Prints the call of a group without an anchor, or prints nothing and returns false.</summary>
    public static bool TryEmit(KernelContext context)
    {
        var loops = RowLoops.Of(context.Group);
        if (loops.MasksPadding || loops.Axes.Count > 2 || loops.Axes.Any(axis => axis.IsReduced) || !loops.Axes[loops.Axes.Count - 1].IsInner)
            return false;
        var element = new RowMapElement(context, loops.Axes);
        return context.Group.Stored.Count switch
        {
            1 => TryEmitMap(context, element),
            2 => TryEmitFold(context, element),
            _ => false,
        };
    }

    private static bool TryEmitMap(KernelContext context, RowMapElement element)
    {
        Tensor output = context.Group.Stored[0];
        TensorShape space = context.Group.Space;
        if (!element.IsMatrix(output) || output.Shape.IsBatched != space.IsBatched
            || new EpilogueComposer(context, element, result: null).Mapped(output) is not var (source, epilogue))
            return false;
        context.DeclareReferences(isOneMatrix: true);
        string rows = Literals.Integer(element.Rows);
        string range = !space.IsBatched ? "0, " + rows : element.Rows == 1 ? "begin, end" : $"begin * {rows}, end * {rows}";
        context.Writer.Line($"RowMaps.Apply<S, V, {source.Type}, {epilogue.Type}>(");
        context.Writer.Line(
            $"    {source.Argument}, ref {context.Reference(output)}, stride: {Literals.Integer(element.RowStride(output)!.Value)}, "
            + $"columns: {Literals.Integer(element.Columns)}, {range}, {epilogue.Argument});");
        return true;
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
            $"BatchNorms.Fold<S, V>({Ref(fold.Mean)}, {Ref(fold.Variance)}, {Ref(fold.Weight)}, {Ref(fold.Bias)}, {Ref(fold.Scale)}, {Ref(fold.Shift)}, "
            + $"columns: {Literals.Integer(element.Columns)}, epsilon: {Literals.Float(fold.Epsilon)});");
        return true;
    }
}
