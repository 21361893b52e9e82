using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the call of the library that multiplies rows by a weight, or by a transposed weight.</summary>
internal sealed class ProductEmitter
{
    private readonly KernelContext context;
    private readonly Tensor product;
    private readonly Tensor output;
    private readonly MatrixRows rows;
    private readonly ResultEpilogue epilogue;

    private ProductEmitter(KernelContext context)
    {
        this.context = context;
        product = context.Group.Anchor!;
        output = context.Output;
        rows = new MatrixRows(product.Shape.Rows, product.Operands[0], output);
        epilogue = new ResultEpilogue(context, output, new EpilogueElement(context, isOfSample: !rows.IsOneMatrix));
    }

    private string Left => $"ref {context.Reference(product.Operands[0])}, {rows.Stride(product.Operands[0])}";

    private string Weight => "ref " + context.Reference(product.Operands[1]);

    private string Result => $"ref {context.Reference(output)}, {rows.Stride(output)}";

    public static void Emit(KernelContext context)
    {
        var emitter = new ProductEmitter(context);
        if (emitter.product is Product)
            emitter.EmitProduct((ProductSchedule)context.Group.Schedule!);
        else
            emitter.EmitTransposed((TransposedProductSchedule)context.Group.Schedule!);
    }

    /// <summary>The epilogue's type, behind the method.</summary>
    public static void EmitStages(KernelContext kernel) => new ProductEmitter(kernel.Again()).epilogue.EmitType();

    private void EmitProduct(ProductSchedule schedule)
    {
        // What is inlined with a small product must be short, or the JIT stops inlining.
        bool isSmall = schedule.IsSmall && !epilogue.IsOwn;
        context.SizesAreConstants = isSmall;
        string sizes = $"depth: {Literals.Integer(schedule.Depth)}, "
            + (isSmall ? "" : $"panel: {Literals.Integer(schedule.Panel)}, ") + $"columns: {Literals.Integer(schedule.Columns)}";
        string method = isSmall ? "SmallRows" : "Rows";
        if (schedule.Parts == 1)
        {
            rows.Emit(context, "begin", "end", (begin, end) => Call(method, $"{Left}, {Weight}, {Result}", $"{sizes}, {begin}, {end}"));
            return;
        }

        context.DeclareReferences(isOneMatrix: true);
        if (schedule.SharesRows)
        {
            Call(method, $"{Left}, {Weight}, {Result}", $"{sizes}, begin, end");
            return;
        }

        (string name, string samples) = product.Shape.Rows == 1
            ? ("PartsOfRows", $"parts: {Literals.Integer(schedule.Parts)}, rows: workspace.Samples")
            : ("PartsOfSamples", $"rowsOfSample: {Literals.Integer(product.Shape.Rows)}, parts: {Literals.Integer(schedule.Parts)}, "
                + "samples: workspace.Samples");
        Call(name, $"{Left}, {Weight}, {Result}", $"{sizes}, {samples}, begin, end");
    }

    private void EmitTransposed(TransposedProductSchedule schedule)
    {
        TensorShape weight = product.Operands[1].Shape;
        string sizes = $"depth: {Literals.Integer(schedule.Depth)}, panel: {Literals.Integer(schedule.Panel)}, "
            + $"columns: {Literals.Integer(schedule.Columns)}, weightRows: {Literals.Integer(product.Shape.Inner)}";
        (string firstSample, string endSample, string items) = schedule.IsSplitByColumns
            ? ("0", "workspace.Samples", "begin, end")
            : ("begin", "end", "0, " + Literals.Integer(schedule.Blocks));
        rows.Emit(context, firstSample, endSample, (begin, end) => Call(
            "Transposed", $"{Left}, {Weight}, {Literals.Integer(weight.PaddedInner)}, {Result}", $"{sizes}, {begin}, {end}, {items}"));
    }

    private void Call(string method, string operands, string sizes)
    {
        CodeWriter writer = context.Writer;
        writer.Line($"Products.{method}<S, V, {epilogue.Type}>(");
        writer.Line($"    {operands},");
        writer.Line($"    {sizes}, {epilogue.Argument});");
    }
}
