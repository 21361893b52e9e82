using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Normalises each feature or channel over the batch (and over its positions); when predicting, by running statistics.
/// A vector (BatchNorm1d over two axes), a signal (BatchNorm1d over three) or an image (BatchNorm2d); the shape is kept.
/// </summary>
internal sealed record BatchNorm(double Momentum, double Eps, bool Affine, bool TrackRunningStats, int? In) : Layer
{
    public override bool KeepsShape => true;

    public static Layer Read(AttributeValues values)
    {
        var layer = new BatchNorm(
            values.Number("Momentum", 0.1), values.Number("Eps", 1e-5), values.Flag("Affine", true),
            values.Flag("TrackRunningStats", true), values.OptionalSize("In"));
        if (layer.Momentum is < 0 or > 1)
            values.Wrong("Momentum", layer.Momentum, "it is between 0 and 1");
        if (layer.Eps < 0)
            values.Wrong("Eps", layer.Eps, "it is not negative");
        return layer;
    }

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        if (input.Kind == ShapeKind.Sequence)
        {
            report.CannotTake(input, "a vector, a signal or an image", "Transpose");
            return Shape.Signal(input[1], input[0]);
        }

        report.CheckIn(In, input.Channels, input.ChannelName);
        return input;
    }

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input)
    {
        var declarations = new List<ParameterDeclaration>();
        if (Affine)
        {
            declarations.Add(ParameterDeclaration.Of("weight", Initialization.Ones, input.Channels));
            declarations.Add(ParameterDeclaration.Of("bias", Initialization.Zeros, input.Channels));
        }

        if (TrackRunningStats)
        {
            declarations.Add(ParameterDeclaration.Statistic("running_mean", Initialization.Zeros, input.Channels));
            declarations.Add(ParameterDeclaration.Statistic("running_var", Initialization.Ones, input.Channels));
            declarations.Add(ParameterDeclaration.Statistic("num_batches_tracked", Initialization.Zeros));
        }

        return declarations;
    }
}
