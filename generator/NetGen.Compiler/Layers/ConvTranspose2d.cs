using System.Globalization;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// A convolution from its result back to its image: each pixel adds its values times a window's weights.
/// [channels, height, width] → [out channels, height', width'].
/// </summary>
internal sealed record ConvTranspose2d(
    int OutChannels, TransposedAxis Height, TransposedAxis Width, int Groups, bool Bias, int? In) : Layer
{
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
        return new ConvTranspose2d(
            outChannels, Axis("Height", height), Axis("Width", width),
            ConvolutionGroups.Read(values, outChannels), values.Flag("Bias", true), values.OptionalSize("In"))
        {
            Init = WeightInit.Read(values, isConvolution: true),
        };

        TransposedAxis Axis(string side, WindowAxis window)
        {
            string name = values.Has("OutputPadding" + side) ? "OutputPadding" + side : "OutputPadding";
            int padding = values.Count(name) is { } count ? (int)Math.Min(count, int.MaxValue) : 0;
            int limit = Math.Max(window.Stride, window.Dilation);
            if (padding > 0 && window.IsSame)
                values.Wrong(name, padding, "Padding = Pad.Same has fixed the size already", "0");
            else if (padding >= limit)
                values.Wrong(
                    name, padding, $"it is smaller than the stride or the dilation, {limit}", (limit - 1)
                        .ToString(CultureInfo.InvariantCulture));
            return new TransposedAxis(window, padding);
        }
    }

    public override Shape? InferShape(Shape received, LayerReport report)
    {
        if (ImageInput.Of(received, report) is not { } input)
            return null;

        report.CheckIn(In, input.Channels, "channels");
        ConvolutionGroups.Check(Groups, input.Channels, OutChannels, report);
        if (Height.Output(input.Height) > 0 && Width.Output(input.Width) > 0)
            return Shape.Image(OutChannels, Height.Output(input.Height), Width.Output(input.Width));
        ReportNothingLeft(input, report);
        return null;
    }

    private void ReportNothingLeft(Shape input, LayerReport report)
    {
        bool isHeight = Height.Output(input.Height) <= 0;
        (TransposedAxis axis, long size, string side) = isHeight ? (Height, input.Height, "Height") : (Width, input.Width, "Width");
        long least = report.IsWritten("Padding" + side)
            ? axis.Reached(size)
            : Math.Min(Height.Reached(input.Height), Width.Reached(input.Width));
        report.NothingLeft("Padding" + side, side.ToLowerInvariant(), axis.Reached(size), axis.Window.Padding, (least - 1) / 2);
    }

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input)
    {
        // PyTorch takes the weight's second axis for the inputs of a value, here as everywhere.
        long channels = OutChannels / Groups;
        Initialization initialization = Initialization.OfFanIn(channels * Height.Window.Kernel * Width.Window.Kernel);
        ParameterDeclaration weight = Init.Weight(Groups, input.Channels, channels, Height.Window.Kernel, Width.Window.Kernel);
        return Bias ? [weight, ParameterDeclaration.Of("bias", initialization, OutChannels)] : [weight];
    }

    public override long MultiplyAdds(Shape input) =>
        input.Count * (OutChannels / Groups) * Height.Window.Kernel * Width.Window.Kernel;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        (int height, int width) = (x.Shape[0], x.Shape[1]);
        Expr result = x.ConvolveTransposed(
            context.Parameter("weight"), Geometry, (Height.First(height), Width.First(width)),
                ((int)Height.Output(height), (int)Width.Output(width)));
        return Bias ? result + context.Parameter("bias", x.Shape.Rank) : result;
    }

    private ConvolutionGeometry Geometry => new(
        Height.Window.Kernel, Width.Window.Kernel, Height.Window.Stride, Width.Window.Stride,
        Height.Window.Dilation, Width.Window.Dilation, Groups);
}
