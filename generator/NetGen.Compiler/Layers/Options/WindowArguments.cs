using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Arguments that are valid here and mean something else where they probably come from: in PyTorch, Conv2d(3, 16, 5) has three
/// channels in, sixteen out and a window of 5×5, and MaxPool2d(3, 2) a window of 3×3 and a stride of 2.
/// </summary>
internal static class WindowArguments
{
    /// <summary>What a convolution probably means whose first argument is the number of channels that come in, or null.</summary>
    public static (string Text, SuggestedFix SuggestedFix)? OfConvolution(
        Shape input, int height, int width, long outChannels, LayerReport report)
    {
        const int Positions = 3;
        if (report.PositionalCount != Positions || outChannels != input.Channels || height == width)
            return null;
        string meant = $"{height}, {width}";
        return (
            $"The channels that come in are not stated: did you mean [{report.Kind}({meant})], {height} channels with a window of "
                + $"{width}×{width}?",
            new SuggestedFix(FixKind.ReplaceSizes, meant, report.AttributeSite));
    }

    /// <summary>
    /// What a pool probably means whose second argument is another number than the first and that states no stride, or null.
    /// </summary>
    public static (string Text, SuggestedFix SuggestedFix)? OfPool(int height, int width, LayerReport report)
    {
        const int Positions = 2;
        if (report.PositionalCount != Positions || height == width
            || report.IsWritten("Stride") || report.IsWritten("StrideHeight") || report.IsWritten("StrideWidth"))
            return null;
        string meant = $"{height}, Stride = {width}";
        return (
            $"Did you mean [{report.Kind}({meant})], a window of {height}×{height} that moves on by {width}?",
            new SuggestedFix(FixKind.ReplaceSizes, meant, report.AttributeSite));
    }
}
