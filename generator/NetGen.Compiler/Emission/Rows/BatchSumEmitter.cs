using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the call of the library that sums over the batch. Work is split over the elements of the sum.</summary>
internal sealed class BatchSumEmitter
{
    private readonly KernelContext context;
    private readonly BatchSum sum;
    private readonly BatchSumElement element;
    private readonly ResultEpilogue epilogue;
    private readonly Tensor output;
    private readonly LibrarySource? source;

    private BatchSumEmitter(KernelContext context)
    {
        this.context = context;
        sum = (BatchSum)context.Group.Anchor!;
        output = context.Group.Stored.First(stored => stored.Shape.SameSizes(sum.Shape));
        element = new BatchSumElement(context);
        epilogue = new ResultEpilogue(context, output, element);
        source = OfLibrary();
    }

    private Tensor Summand => sum.Operands[0];

    /// <summary>Whether the summands are computed where they are read, by a type of the network's own.</summary>
    private bool HasOwnSource => source is null;

    private string SourceType => source?.Type ?? $"{context.Group.Name}Source";

    private bool IsLong => OperationCount.IsLong(context.Group.Maps);

    /// <summary>What the summands are computed from.</summary>
    private IReadOnlyList<Tensor> Sources => MapInputs.Of(context, [Summand]);

    public static int WorkItems(BatchSum sum) =>
        TensorShape.RoundUp(sum.Shape.Rows * sum.Shape.PaddedInner) / TensorShape.Alignment;

    public static void Emit(KernelContext context) => new BatchSumEmitter(context).Emit();

    /// <summary>The types of the summands and of the epilogue, behind the method.</summary>
    public static void EmitStages(KernelContext kernel)
    {
        var emitter = new BatchSumEmitter(kernel.Again());
        if (emitter.HasOwnSource)
            emitter.EmitSource();
        new BatchSumEmitter(kernel.Again()).epilogue.EmitType();
    }

    private void Emit()
    {
        TensorShape shape = sum.Shape;
        string summands = source?.Argument
            ?? $"new(workspace{string.Concat(Sources.Select(tensor => ", ref " + context.Reference(tensor)))})";
        context.DeclareReferences(isOneMatrix: true);
        context.Writer.Line($"BatchSums.Sum<S, V, {SourceType}, {epilogue.Type}>(");
        string sizes = shape.Rows == 1 && shape.PaddedInner == shape.Inner
            ? $"columns: {Literals.Integer(shape.Inner)}"
            : $"elements: {Literals.Integer(shape.Rows * shape.PaddedInner)}, row: {Literals.Integer(shape.PaddedInner)}, "
                + $"columns: {Literals.Integer(shape.Inner)}";
        context.Writer.Line(
            $"    {summands}, ref {context.Reference(output)}, workspace.Samples, "
            + $"{sizes}, begin, end, {epilogue.Argument});");
    }

    /// <summary>
    /// The summands as a type of the library, or null. Where they are computed, both must say the same
    /// about their length, which decides the order of the additions.
    /// </summary>
    private LibrarySource? OfLibrary()
    {
        if (context.HasReference(Summand))
            return LibrarySource.OfMatrix(context.Reference(Summand), Summand.Shape.SampleStride);
        LibrarySource? found = new EpilogueComposer(context, element, result: null).Source(Summand);
        return found?.IsLong == IsLong ? found : null;
    }

    private void EmitSource()
    {
        CodeWriter writer = context.Writer;
        string[] names = [.. Sources.Select(context.Reference).Distinct()];
        writer.Line();
        writer.Line("// What is summed.");
        using (writer.Open(
            $"private readonly ref struct {SourceType}(Workspace workspace"
            + $"{string.Concat(names.Select(name => ", ref float " + name))}) : IRowSource<V>"))
        {
            writer.Line("private readonly Workspace workspace = workspace;");
            foreach (string name in names)
                writer.Line($"private readonly ref float {name} = ref {name};");
            writer.Line();
            writer.Line($"public static bool IsLong => {(IsLong ? "true" : "false")};");
            writer.Line();
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            using (writer.Open("public V Load(nint row, nint column)"))
                writer.Line($"return {new ElementEmitter(context, Dialect.Vectors, element).Value(Summand)};");
        }
    }
}
