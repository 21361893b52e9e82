using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>Cross-correlation of an image. [channels, height, width] → [out channels, height', width'].</summary>
internal sealed record Conv2d(int OutChannels, WindowAxis Height, WindowAxis Width, int Groups, bool Bias, int? In) : Layer
{
    /// <summary>What the padding holds.</summary>
    public PaddingMode PaddingMode { get; init; }

    /// <summary>What the weight starts as.</summary>
    public WeightInit Init { get; init; }

    public override string? WidthArgument => "outChannels";

    public override bool IsLinear => Groups == 1;

    public override bool HasBias => Bias;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values)
    {
        (WindowAxis height, WindowAxis width) = WindowOptions.Read(values, position: 1, strideIsKernel: false);
        int outChannels = values.Size(0, "outChannels");
        return new Conv2d(
            outChannels, height, width, ConvolutionGroups.Read(values, outChannels), values.Flag("Bias", true), values.OptionalSize("In"))
        {
            PaddingMode = values.PaddingMode(),
            Init = WeightInit.Read(values, isConvolution: true),
        };
    }

    public override Shape? InferShape(Shape received, LayerReport report)
    {
        if (ImageInput.Of(received, report) is not { } input)
            return null;

        report.CheckIn(In, input.Channels, "channels");
        ConvolutionGroups.Check(Groups, input.Channels, OutChannels, report);
        PaddingMode.Check(Height, input.Height, "Height", report);
        PaddingMode.Check(Width, input.Width, "Width", report);
        return WindowOptions.InferShape(input, Height, Width, OutChannels, isPooling: false, report);
    }

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input)
    {
        long channels = input.Channels / Groups;
        Initialization initialization = Initialization.OfFanIn(channels * Height.Kernel * Width.Kernel);
        ParameterDeclaration weight = Init.Weight(Groups, OutChannels, channels, Height.Kernel, Width.Kernel);
        return Bias ? [weight, ParameterDeclaration.Of("bias", initialization, OutChannels)] : [weight];
    }

    public override long MultiplyAdds(Shape input) =>
        OutChannels * Height.Output(input.Height) * Width.Output(input.Width)
        * (input.Channels / Groups) * Height.Kernel * Width.Kernel;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        Expr weight = context.Parameter("weight");
        (int Before, int After) height = PaddingOf(Height, x.Shape[0]);
        (int Before, int After) width = PaddingOf(Width, x.Shape[1]);
        Expr result = PaddingMode == PaddingMode.Zeros
            ? x.Convolve(weight, Geometry, height, width)
            : x.Padded(PaddingMode, height, width).Convolve(weight, Geometry);
        return Bias ? result + context.Parameter("bias", x.Shape.Rank) : result;
    }

    private ConvolutionGeometry Geometry =>
        new(Height.Kernel, Width.Kernel, Height.Stride, Width.Stride, Height.Dilation, Width.Dilation, Groups);

    private static (int Before, int After) PaddingOf(WindowAxis axis, int size) =>
        ((int)axis.PaddingBefore(size), (int)axis.PaddingAfter(size));
}
