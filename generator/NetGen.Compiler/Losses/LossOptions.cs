using NetGen.Compiler.Collections;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Losses;

/// <summary>The options that several losses share.</summary>
internal static class LossOptions
{
    public static Reduction Reduction(this AttributeValues values, bool batchMean = false)
    {
        var reduction = (Reduction)values.Integer("Reduction", (int)Losses.Reduction.Mean);
        if (reduction == Losses.Reduction.None)
            values.Wrong("Reduction", reduction, "a step goes down one number, so it is Mean or Sum; for samples that weigh differently, "
                + "give Trainer.Backward the gradient of your own loss");
        else if (reduction is < Losses.Reduction.Mean or > Losses.Reduction.None)
            values.Wrong("Reduction", (int)reduction, "it is Mean or Sum");
        if (reduction == Losses.Reduction.BatchMean && !batchMean)
            values.Wrong("Reduction", reduction, "only KLDiv has it; it is Mean or Sum");
        return reduction;
    }

    /// <summary>The ignored label: PyTorch's default is -100.</summary>
    public static int IgnoreIndex(this AttributeValues values)
    {
        int index = values.Integer("IgnoreIndex", -100);
        if (values.Has("IgnoreIndex") && values.TargetIsInput())
            values.Wrong("IgnoreIndex", index, "with Target = Target.Input there is no label to ignore");
        return index;
    }

    /// <summary>The weights of the classes or outputs, or null if not stated.</summary>
    public static EquatableArray<double>? Weights(this AttributeValues values, string name)
    {
        EquatableArray<double>? weights = values.Numbers(name);
        foreach (double weight in weights ?? EquatableArray<double>.Empty)
            if (weight < 0)
            {
                values.Wrong(name, weight, "a weight is at least 0");
                break;
            }

        return weights;
    }

    /// <summary>
    /// Reports another number of weights than there are classes or outputs, or one for all where <paramref name="canBeOne"/> says so.
    /// </summary>
    public static void CheckWeights(
        this LayerReport report, string name, EquatableArray<double>? weights, Shape output, bool canBeOne = false)
    {
        if (weights is not { } all || all.Count == output.Channels || (canBeOne && all.Count == 1))
            return;
        string count = $"{all.Count} {LayerReport.Unit(all.Count, "numbers")}";
        string wanted = $"{output.Channels} {LayerReport.Unit(output.Channels, output.ChannelName)} ({report.Origin})";
        report.Value(name, count, $"it has {(canBeOne ? "one number, or " : "")}one for each of the {wanted}");
    }

    /// <summary>The weight of the column: that of its class or output, or the one for all.</summary>
    public static ScalarExpression ByColumn(this EquatableArray<double> weights, string name) =>
        weights.Count == 1 ? weights[0] : new ByColumn(name, weights);

    /// <summary>Whether Target = Target.Input is written.</summary>
    public static bool TargetIsInput(this AttributeValues values) => values.Integer("Target", 0) == 1;
}
