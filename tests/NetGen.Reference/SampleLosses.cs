using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>The form SampleLoss, and its gradient.</summary>
internal static class SampleLosses
{
    public static TensorValue Loss(SampleLoss node, TensorValue[] operands, Batch batch)
    {
        TensorValue x = operands[0];
        var result = new TensorValue(node.Shape, x.Samples);
        for (int sample = 0; sample < x.Samples; sample++)
            result[sample, 0] = node.Kind == SampleLossKind.NegatedOfLabel
                ? batch.Labels[sample] is >= 0 and var label ? -x[sample, label] : 0
                : Pairs(x, operands[1], sample).Sum(pair => Math.Max(0, 1 - x[sample, pair.Has] + x[sample, pair.Not]))
                    / x.Shape.Inner;
        return result;
    }

    public static TensorValue Gradient(SampleLossGradient node, TensorValue[] operands, Batch batch)
    {
        (TensorValue scale, TensorValue x) = (operands[0], operands[1]);
        var result = new TensorValue(node.Shape, x.Samples);
        for (int sample = 0; sample < x.Samples; sample++)
            if (node.Kind == SampleLossKind.MultiLabelMargin)
                foreach ((int has, int not) in Pairs(x, operands[2], sample))
                {
                    double step = 1 - x[sample, has] + x[sample, not] > 0 ? scale[sample, 0] / x.Shape.Inner : 0;
                    result[sample, has] -= step;
                    result[sample, not] += step;
                }
            else if (batch.Labels[sample] is >= 0 and var label)
                result[sample, label] = -scale[sample, 0];
        return result;
    }

    /// <summary>Each class that the target lists, with each that it does not.</summary>
    private static IEnumerable<(int Has, int Not)> Pairs(TensorValue x, TensorValue target, int sample)
    {
        int classes = x.Shape.Inner;
        int[] listed = [.. Enumerable.Range(0, classes).Select(place => (int)Math.Round(target[sample, place])).TakeWhile(has => has >= 0)];
        return listed.Where(has => has < classes)
            .SelectMany(has => Enumerable.Range(0, classes).Where(not => !listed.Contains(not)).Select(not => (has, not)));
    }
}
