using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the calls of the library that judge each sample by the outputs that its labels name.</summary>
internal static class SampleLossEmitter
{
    public static void Emit(KernelContext context)
    {
        context.DeclareReferences(isOneMatrix: true);
        switch (context.Group.Anchor)
        {
            case SampleLoss { Operands: [var prediction, ..] operands, Kind: var kind } loss:
                Call(kind, "Losses", prediction.Shape, [.. operands, loss]);
                break;
            case SampleLossGradient { Kind: var kind } gradient:
                Call(kind, "Gradient", gradient.Shape, [.. Read(gradient), gradient]);
                break;
        }

        // The gradient by class indices is the same for all outputs.
        static IEnumerable<Tensor> Read(SampleLossGradient gradient) =>
            gradient.Kind == SampleLossKind.NegatedOfLabel ? gradient.Operands.Take(1) : gradient.Operands;

        void Call(SampleLossKind kind, string method, TensorShape classes, IReadOnlyList<Tensor> tensors)
        {
            bool isOfLabels = kind == SampleLossKind.NegatedOfLabel;
            string operands = string.Join(", ", tensors.Select(tensor =>
                $"ref {context.Reference(tensor)}, {Literals.Integer(tensor.Shape.SampleStride)}"));
            context.Writer.Line(isOfLabels ? $"NegatedLabels.{method}(" : $"MultiLabelMargins.{method}<S, V>(");
            context.Writer.Line($"    {(isOfLabels ? "workspace.Labels, " : "")}{operands},");
            context.Writer.Line($"    {(isOfLabels ? "" : $"classes: {Literals.Integer(classes.Inner)}, ")}begin, end);");
        }
    }
}
