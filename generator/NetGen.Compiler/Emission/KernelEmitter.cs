using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Emission;

/// <summary>Prints one method a group: its description, and the loops of the form that it is anchored to.</summary>
internal static class KernelEmitter
{
    public static void Emit(FusedGroup group, MemoryPlan plan, NetworkNames names, VectorDialect dialect, CodeWriter writer)
    {
        writer.Line("/// <summary>");
        foreach (string line in Description(group, names))
            writer.Line("/// " + line);
        writer.Line("/// </summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        var context = new KernelContext(group, plan, names, dialect, writer);
        using (writer.Open($"public static void {group.Name}(Workspace workspace, int begin, int end)"))
            EmitBody(context);
        if (group.Anchor is WinogradConvolution)
            WinogradConvolutionEmitter.EmitStages(context);
        if (EpilogueDialect(context) is { } vectors)
            Epilogue.Emit(context, vectors);
    }

    /// <summary>The vectors that an epilogue gets, or null where the form has none.</summary>
    private static VectorDialect? EpilogueDialect(KernelContext context) => context.Group.Anchor switch
    {
        Product or TransposedProduct => ProductEmitter.DialectOf(context),
        Convolution => ConvolutionEmitter.DialectOf(context),
        PooledInputGradient => PooledInputGradientEmitter.DialectOf(context),
        StridedInputGradient => StridedInputGradientEmitter.DialectOf(context),
        MaxPool or AveragePool => PoolEmitter.DialectOf(context),
        _ => null,
    };

    private static void EmitBody(KernelContext context)
    {
        switch (context.Group.Anchor)
        {
            case null:
                RowsEmitter.Emit(context);
                break;
            case Product or TransposedProduct:
                ProductEmitter.Emit(context);
                break;
            case ProductWeightGradient:
                ProductWeightGradientEmitter.Emit(context);
                break;
            case WinogradConvolution:
                WinogradConvolutionEmitter.Emit(context);
                break;
            case WinogradWeight:
                WinogradWeightEmitter.Emit(context);
                break;
            case Convolution:
                ConvolutionEmitter.Emit(context);
                break;
            case ConvolutionWeightGradient:
                ConvolutionWeightGradientEmitter.Emit(context);
                break;
            case PooledWeightGradient:
                PooledWeightGradientEmitter.Emit(context);
                break;
            case PooledInputGradient:
                PooledInputGradientEmitter.Emit(context);
                break;
            case StridedInputGradient:
                StridedInputGradientEmitter.Emit(context);
                break;
            case MaxPool or AveragePool or MaxPoolGradient or AveragePoolGradient:
                PoolEmitter.Emit(context);
                break;
            case BatchSum:
                BatchSumEmitter.Emit(context);
                break;
            case Move:
                MoveEmitter.Emit(context);
                break;
            default:
                throw new InvalidOperationException($"no emitter is known for {context.Group.Anchor}");
        }
    }

    private static IEnumerable<string> Description(FusedGroup group, NetworkNames names)
    {
        string layers = group.Layers.Count == 0 ? "the network" : string.Join(", ", group.Layers);
        string direction = group.IsBackward ? ", backward" : "";
        bool isWinograd = group.Anchor is WinogradConvolution;
        long multiplyAdds = GroupCost.MultiplyAdds(group);
        yield return $"{layers}{direction}{Form(group)}."
            + (multiplyAdds > 0 ? $" {Literals.Integer(multiplyAdds)} multiply-adds a sample{(isWinograd ? " if it were direct" : "")}." : "");
        if (isWinograd)
            yield return "Tiles of 4×4 output pixels: Aᵀ·[(G·w·Gᵀ) ⊙ (Bᵀ·d·B)]·A, d the 6×6 pixels that a tile sees (Lavin and Gray, arXiv 1509.09308).";
        if (group.Loaded.Count > 0)
            yield return "Reads " + string.Join(", ", group.Loaded.Select(t => $"{names.Of(t)} {t.Shape}")) + ".";
        yield return "Writes " + string.Join(", ", group.Stored.Select(t => $"{names.Of(t)} {t.Shape}")) + ".";
        yield return Items(group);
    }

    private static string Form(FusedGroup group) => group.Anchor switch
    {
        null => group.ReducedAxes.Count > 0 ? ": row by row" : "",
        Product => ": matrix product",
        TransposedProduct => ": product with the transposed matrix",
        ProductWeightGradient => ": gradient of the weight",
        WinogradConvolution => ": convolution" + (group.Pool is null ? "" : " and max-pool") + " by Winograd's F(4×4, 3×3)",
        WinogradWeight => ": G·w·Gᵀ, the weight as Winograd's F(4×4, 3×3) multiplies by it",
        Convolution => group.Pool is null ? ": convolution" : ": convolution and max-pool",
        ConvolutionWeightGradient => ": gradient of the weight",
        PooledWeightGradient => ": gradient of the weight, from the positions that the max-pool passed on",
        PooledInputGradient => ": gradient of the image, from the positions that the max-pool passed on",
        StridedInputGradient => ": gradient of the image of a strided convolution",
        MaxPoolGradient => ": each gradient goes to the position that held the maximum",
        BatchSum => ": sum over the batch",
        Move => ": values change places",
        _ => "",
    };

    private static string Items(FusedGroup group) => group.Anchor switch
    {
        TransposedProduct product when ProductBlocks.IsSplitByColumns(product) =>
            $"Items are {Literals.Integer(ProductBlocks.Columns)} columns of the result.",
        ProductWeightGradient => "Items are rows of the weight.",
        ConvolutionWeightGradient => "Items are parts of the window's rows.",
        PooledWeightGradient => "Items are output channels.",
        WinogradWeight => "Items are input channels.",
        BatchSum => "Items are sixteen places of the sample.",
        Move { Shape.IsBatched: false } => "Items are rows of the result.",
        _ => group.Space.IsBatched ? "Items are samples." : "One item.",
    };
}
