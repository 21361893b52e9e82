using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// (Σ xᵖ)^(1/p) under each window, as PyTorch has it: the mean of the powers times the window's size, so that a window that overhangs the
/// image counts as a whole one. [channels, height, width] → [channels, height', width'].
/// </summary>
internal sealed record LPPool2d(double NormType, WindowAxis Height, WindowAxis Width) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        double normType = values.Number(0, "normType", 2);
        if (normType <= 0)
            values.Wrong("normType", normType, "it is above 0", "2");
        (WindowAxis height, WindowAxis width) = WindowOptions.Read(values, position: 1, strideIsKernel: true);
        return new LPPool2d(normType, height, width);
    }

    public override Shape? InferShape(Shape received, LayerReport report) =>
        ImageInput.Of(received, report) is { } input
            ? WindowOptions.InferShape(input, Height, Width, input.Channels, isPooling: true, report)
            : null;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Expr powers = NormType == 1 ? x : x.Apply(ScalarFunctions.Power(NormType));
        Expr sums = powers.Add(new AveragePool(
            x.Origin, powers, WindowOptions.PoolAxis(Height, x.Shape[0]), WindowOptions.PoolAxis(Width, x.Shape[1]),
            new AveragePoolDivisor(null, CountIncludePad: true))) * ((double)Height.Kernel * Width.Kernel);
        return NormType == 1 ? sums : sums.Apply(ScalarFunctions.Root(NormType));
    }
}
