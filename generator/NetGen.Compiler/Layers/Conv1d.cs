using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>Cross-correlation of a signal. [channels, length] → [out channels, length'].</summary>
/// <remarks>It is computed as an image of one row: length and channels lie as width and channels do.</remarks>
internal sealed record Conv1d(int OutChannels, WindowAxis Length, int Groups, bool Bias, int? In) : Layer
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
        WindowAxis length = SignalWindow.Read(values, position: 1, strideIsKernel: false);
        int outChannels = values.Size(0, "outChannels");
        return new Conv1d(
            outChannels, length, ConvolutionGroups.Read(values, outChannels), values.Flag("Bias", true), values.OptionalSize("In"))
        {
            PaddingMode = values.PaddingMode(),
            Init = WeightInit.Read(values, isConvolution: true),
        };
    }

    public override Shape? InferShape(Shape received, LayerReport report)
    {
        if (SignalInput.Of(received, report) is not { } input)
            return null;
        report.CheckIn(In, input.Channels, "channels");
        ConvolutionGroups.Check(Groups, input.Channels, OutChannels, report);
        PaddingMode.Check(Length, input[1], "Length", report);
        return SignalWindow.InferShape(input, Length, OutChannels, isPooling: false, report);
    }

    public override IReadOnlyList<ParameterDeclaration> Declare(Shape input)
    {
        long channels = input.Channels / Groups;
        Initialization initialization = Initialization.OfFanIn(channels * Length.Kernel);
        ParameterDeclaration weight = Init.Weight(Groups, OutChannels, channels, Length.Kernel) with { IsSignalWindow = true };
        return Bias ? [weight, ParameterDeclaration.Of("bias", initialization, OutChannels)] : [weight];
    }

    public override long MultiplyAdds(Shape input) => OutChannels * Length.Output(input[1]) * (input.Channels / Groups) * Length.Kernel;

    public override Expr Forward(Expr x, ForwardContext context)
    {
        const int WindowRank = 4, ImageRank = 3;
        Expr weight = context.Parameter("weight", WindowRank);
        (int Before, int After) padding = SignalWindow.PaddingOf(Length, x);
        var geometry = new ConvolutionGeometry(1, Length.Kernel, 1, Length.Stride, 1, Length.Dilation, Groups);
        Expr image = x.AsImage();
        Expr result = PaddingMode == PaddingMode.Zeros
            ? image.Convolve(weight, geometry, (0, 0), padding)
            : image.Padded(PaddingMode, (0, 0), padding).Convolve(weight, geometry);
        return (Bias ? result + context.Parameter("bias", ImageRank) : result).AsSignal();
    }
}
