using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Losses;

/// <summary>The options that several losses share.</summary>
internal static class LossOptions
{
    public static Reduction Reduction(this AttributeValues values, bool batchMean = false)
    {
        var reduction = (Reduction)values.Integer("Reduction", (int)Losses.Reduction.Mean);
        if (reduction is < Losses.Reduction.Mean or > Losses.Reduction.BatchMean)
            values.Wrong("Reduction", (int)reduction, "it is Mean or Sum");
        if (reduction == Losses.Reduction.BatchMean && !batchMean)
            values.Wrong("Reduction", reduction, "only KLDiv has it; it is Mean or Sum");
        return reduction;
    }

    /// <summary>The label that does not count: PyTorch's default is -100.</summary>
    public static int IgnoreIndex(this AttributeValues values)
    {
        int index = values.Integer("IgnoreIndex", -100);
        if (values.Has("IgnoreIndex") && values.TargetIsInput())
            values.Wrong("IgnoreIndex", index, "with Target = Target.Input there is no label to ignore");
        return index;
    }

    /// <summary>Whether Target = Target.Input is written.</summary>
    public static bool TargetIsInput(this AttributeValues values) => values.Integer("Target", 0) == 1;
}
