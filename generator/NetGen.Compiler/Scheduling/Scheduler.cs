using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Scheduling;

/// <summary>Decides how the loops of each group's kernel are cut, before anything is printed.</summary>
internal static class Scheduler
{
    public static void Apply(IReadOnlyList<FusedGroup> groups)
    {
        foreach (FusedGroup group in groups)
            group.Schedule = Of(group);
    }

    private static Schedule? Of(FusedGroup group) => group.Anchor switch
    {
        null => RowSchedule.Of(group),
        Product => ProductSchedule.Of(group),
        TransposedProduct product => TransposedProductSchedule.Of(product),
        ProductWeightGradient gradient => WeightGradientSchedule.Of(gradient),
        Convolution and not WinogradConvolution => ConvolutionSchedule.Of(group),
        ConvolutionWeightGradient gradient => ConvolutionWeightGradientSchedule.Of(gradient),
        PolyphaseConvolution => TransposedConvolutionSchedule.Of(group),
        WinogradConvolution => WinogradSchedule.Of(group),
        WinogradTransformedGradient gradient => WinogradGradientSchedule.Of(gradient),
        Attention attention => AttentionSchedule.Of(attention, group.IsPrediction),
        SparseWeightGradient gradient => SparseWeightGradientSchedule.Of(gradient),
        SparseInputGradient gradient => SparseInputGradientSchedule.Of(gradient),
        _ => null,
    };
}
