using System.Globalization;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// A convolution from its result back to its signal: each value adds itself times a window's weights. [channels, length] → [out channels,
/// length'].
/// </summary>
internal sealed record ConvTranspose1d(int OutChannels, TransposedAxis Length, int Groups, bool Bias, int? In) : Layer
{
    /// <summary>What the weight starts as.</summary>
    public WeightInit Init { get; init; }

    public override string? WidthArgument => "outChannels";

    public override bool IsLinear => Groups == 1;

    public override bool HasBias => Bias;

    public override ValueRange Range => ValueRange.Any;

    public static Layer Read(AttributeValues values)
    {
        WindowAxis window = SignalWindow.Read(values, position: 1, strideIsKernel: false);
        int outChannels = values.Size(0, "outChannels");
        int padding = values.Integer("OutputPadding", 0);
        int limit = Math.Max(window.Stride, window.Dilation);
        if (padding < 0 || padding >= limit)
            values.Wrong(
                "OutputPadding", padding, $"it is smaller than the stride or the dilation, {limit}",
                (padding < 0 ? 0 : limit - 1).ToString(CultureInfo.InvariantCulture));
        else if (padding > 0 && window.IsSame)
            values.Wrong("OutputPadding", padding, "Padding = Pad.Same has fixed the size already", "0");
        return new ConvTranspose1d(
            outChannels, new TransposedAxis(window, padding), ConvolutionGroups.Read(values, outChannels), values.Flag("Bias", true),
            values.OptionalSize("In"))
        {
            Init = WeightInit.Read(values, isConvolution: true),
        };
    }

    public override Shape? InferShape(Shape received, LayerReport report)
    {
        if (SignalInput.Of(received, report) is not { } input)
            return null;
        report.CheckIn(In, input.Channels, "channels");
        ConvolutionGroups.Check(Groups, input.Channels, OutChannels, report);
        if (Length.Output(input[1]) > 0)
            return Shape.Signal(OutChannels, Length.Output(input[1]));
        long reached = Length.Reached(input[1]);
        report.NothingLeft("Padding", "length", reached, Length.Window.Padding, (reached - 1) / 2);
        return null;
    }

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input)
    {
        // PyTorch takes the weight's second axis for the inputs of a value, here as everywhere.
        long channels = OutChannels / Groups;
        Initialization initialization = Initialization.OfFanIn(channels * Length.Window.Kernel);
        ParameterDeclaration weight = Init.Weight(Groups, input.Channels, channels, Length.Window.Kernel) with { IsSignalWindow = true };
        return Bias ? [weight, ParameterDeclaration.Of("bias", initialization, OutChannels)] : [weight];
    }

    public override long MultiplyAdds(Shape input) => input.Count * (OutChannels / Groups) * Length.Window.Kernel;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        const int WindowRank = 4, ImageRank = 3;
        WindowAxis window = Length.Window;
        int size = x.Shape[0];
        Expr result = x.AsImage().ConvolveTransposed(
            context.Parameter("weight", WindowRank),
            new ConvolutionGeometry(1, window.Kernel, 1, window.Stride, 1, window.Dilation, Groups),
            (0, Length.First(size)), (1, (int)Length.Output(size)));
        return (Bias ? result + context.Parameter("bias", ImageRank) : result).AsSignal();
    }
}
