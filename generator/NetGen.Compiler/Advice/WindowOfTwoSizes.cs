using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>
/// Height and width of a window without names, where PyTorch's arguments in the same places mean something else. With their
/// names they are beyond doubt.
/// </summary>
internal sealed class WindowOfTwoSizes : ILayerAdvice
{
    public void Give(PathStep step)
    {
        switch (step.Layer)
        {
            case Conv2d layer:
                OfConvolution(layer.OutChannels, layer.Height.Kernel, layer.Width.Kernel);
                break;
            case ConvTranspose2d layer:
                OfConvolution(layer.OutChannels, layer.Height.Window.Kernel, layer.Width.Window.Kernel);
                break;
            case MaxPool2d layer:
                OfPool(layer.Height.Kernel, layer.Width.Kernel);
                break;
            case AvgPool2d layer:
                OfPool(layer.Height.Kernel, layer.Width.Kernel);
                break;
        }

        void OfConvolution(int channels, int height, int width)
        {
            if (WindowArguments.OfConvolution(step.Input, height, width, channels, step.Report) is { } meant)
                Report(height, width, meant, $"{channels}, ");
        }

        void OfPool(int height, int width)
        {
            if (WindowArguments.OfPool(height, width, step.Report) is { } meant)
                Report(height, width, meant, "");
        }

        void Report(int height, int width, (string Text, SuggestedFix SuggestedFix) meant, string before) => step.Report.Add(
            Rules.WindowOfTwoSizes, step.Report.AttributeSite,
            [meant.SuggestedFix, new SuggestedFix(FixKind.ReplaceSizes, $"{before}kernelHeight: {height}, kernelWidth: {width}")],
            step.Report.Name, height, width, meant.Text);
    }
}
