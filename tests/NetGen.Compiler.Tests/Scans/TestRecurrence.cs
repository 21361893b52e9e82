using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Tests.Scans;

/// <summary>
/// A recurrent layer, written as those to come will be: h' = tanh(x·W + b + h·U), all steps
/// of it. It makes a sequence of a sequence.
/// </summary>
internal sealed record TestRecurrence(int Hidden, bool IsReversed = false) : Layer
{
    public override Shape? InferShape(Shape input, LayerReport report) => input.WithChannels(Hidden);

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input) =>
    [
        ParameterDeclaration.Of("weight_ih_l0", Initialization.OfFanIn(Hidden), Hidden, input.Channels),
        ParameterDeclaration.Of("weight_hh_l0", Initialization.OfFanIn(Hidden), Hidden, Hidden),
        ParameterDeclaration.Of("bias_ih_l0", Initialization.OfFanIn(Hidden), Hidden),
    ];

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Expr projected = x.Times(context.Parameter("weight_ih_l0")) + context.Parameter("bias_ih_l0", x.Shape.Rank);
        var builder = new ScanBuilder(x.Program, x.Origin, x.Shape[0], IsReversed);
        Expr fromInput = builder.Step(projected);
        Expr h = builder.State(x.Filled(0, TensorShape.Batched(Hidden)));
        Expr next = (fromInput + h.Times(builder.Invariant(context.Parameter("weight_hh_l0")))).Apply(ScalarFunctions.Tanh);
        builder.Next(h, next);
        int all = builder.Stack(next);
        return builder.Build().Result(ResultRole.Step, all);
    }
}
