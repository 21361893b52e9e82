using NetGen.Compiler.Graph;
using NetGen.Compiler.Scheduling;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the calls of the library that attend, and those for their gradients.</summary>
internal static class AttentionEmitter
{
    /// <summary>Products of a head's feature: by scores and by weighted values.</summary>
    public static long MultiplyAdds(Attention attention) => 2 * attention.Scores * attention.Geometry.Features;

    /// <summary>Scores again, gradients by weights, and what is wanted of queries, keys and values.</summary>
    public static long MultiplyAdds(AttentionGradient gradient)
    {
        int wanted = (gradient.OfQueries ? 1 : 0) + (gradient.OfKeys ? 1 : 0) + (gradient.OfValues ? 1 : 0);
        return (2 + wanted) * ((Attention)gradient.Output).Scores * gradient.Geometry.Features;
    }

    public static void Emit(KernelContext context)
    {
        context.DeclareReferences(isOneMatrix: true);
        if (context.Group.Anchor is Attention attention)
            EmitForward(context, attention);
        else
            EmitGradient(context, (AttentionGradient)context.Group.Anchor!);
    }

    private static void EmitForward(KernelContext context, Attention attention)
    {
        CodeWriter writer = context.Writer;
        AttentionGeometry geometry = attention.Geometry;
        string sums = context.Group.Stored.FirstOrDefault(stored => stored is AttentionLogSum) is { } stored
            ? Sums(context, stored)
            : "sums: default";

        // Items of the library are heads; those of a training pass, samples.
        string times = ((AttentionSchedule)context.Group.Schedule!).Parts == 1 && geometry.Heads > 1
            ? $" * {Literals.Integer(geometry.Heads)}"
            : "";
        writer.Line("Attentions.Attend<S, V>(");
        EmitInputs(context, geometry, attention.Queries, attention.Keys, attention.Values, attention.Mask);
        writer.Line($"    output: {Rows(context, attention, 0)},");
        writer.Line($"    {sums}, begin{times}, end{times});");
    }

    private static void EmitGradient(KernelContext context, AttentionGradient gradient)
    {
        CodeWriter writer = context.Writer;
        AttentionGeometry geometry = gradient.Geometry;
        writer.Line("AttentionGradients.OfAttention<S, V>(");
        EmitInputs(context, geometry, gradient.Queries, gradient.Keys, gradient.Values, gradient.Mask);
        writer.Line($"    output: {Rows(context, gradient.Output, 0)},");
        writer.Line($"    outputGradient: {Rows(context, gradient.OutputGradient, 0)},");
        writer.Line($"    {Sums(context, gradient.LogSum)},");
        string columns = (gradient.OfQueries ? $", queries: {Literals.Integer(geometry.QueryColumn)}" : "")
            + (gradient.OfKeys ? $", keys: {Literals.Integer(geometry.KeyColumn)}" : "")
            + (gradient.OfValues ? $", values: {Literals.Integer(geometry.ValueColumn)}" : "");
        writer.Line($"    new({Place(context, gradient)}{columns}), begin, end);");
    }

    private static void EmitInputs(
        KernelContext context, AttentionGeometry geometry, Tensor queries, Tensor keys, Tensor values, Tensor? mask)
    {
        CodeWriter writer = context.Writer;
        writer.Line($"    queries: {Rows(context, queries, geometry.QueryColumn)},");
        string? steps = geometry.IsOfStream ? "workspace.Step + 1" : null;
        writer.Line($"    keys: {Rows(context, keys, geometry.KeyColumn, steps)},");
        writer.Line($"    values: {Rows(context, values, geometry.ValueColumn, steps)},");
        string heads = $"heads: {Literals.Integer(geometry.Heads)}, keyValueHeads: {Literals.Integer(geometry.KeyValueHeads)}, "
            + $"features: {Literals.Integer(geometry.Features)}"
            + (geometry.IsCausal ? ", isCausal: true" : "") + (geometry.IsRotary ? ", isRotary: true" : "");
        string dropout = geometry.Dropout > 0
            ? $"new(workspace.DropoutSeed, {Literals.Integer(geometry.Site)}, probability: {Literals.Double(geometry.Dropout)})"
            : "default";
        string keyMask = mask is null ? "default" : $"new(ref {context.Reference(mask)}, {Literals.Integer(mask.Shape.SampleStride)})";
        writer.Line($"    mask: {keyMask}, new({heads}), dropout: {dropout},");
    }

    private static string Rows(KernelContext context, Tensor tensor, int column, string? steps = null) =>
        $"new({Place(context, tensor, steps)}{(column > 0 ? $", column: {Literals.Integer(column)}" : "")})";

    private static string Place(KernelContext context, Tensor tensor, string? steps = null) =>
        $"ref {context.Reference(tensor)}, steps: {steps ?? Literals.Integer(tensor.Shape[0])}, "
        + $"stride: {Literals.Integer(tensor.Shape.PaddedInner)}, sampleStride: {Literals.Integer(tensor.Shape.SampleStride)}";

    private static string Sums(KernelContext context, Tensor sums) =>
        $"sums: new(ref {context.Reference(sums)}, stride: {Literals.Integer(sums.Shape.PaddedInner)}, "
        + $"sampleStride: {Literals.Integer(sums.Shape.SampleStride)})";
}
