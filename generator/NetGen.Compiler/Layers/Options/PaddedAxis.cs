using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>The size of an axis with what stands before and behind it.</summary>
internal static class PaddedAxis
{
    /// <summary>The padded shape, or null after a report.</summary>
    /// <param name="input">What comes in.</param>
    /// <param name="axis">The axis of the sample, from 0.</param>
    /// <param name="padding">What is added on both sides; negative numbers cut off.</param>
    /// <param name="mode">What stands there.</param>
    /// <param name="report">Where faults go.</param>
    /// <param name="before">The argument of the first side, which one number for all sides may state too.</param>
    /// <param name="after">The argument of the other side.</param>
    public static Shape? InferShape(
        Shape input, int axis, (int Before, int After) padding, PaddingMode mode, LayerReport report, string before, string after)
    {
        long size = input[axis];
        long kept = size + Math.Min(0L, padding.Before) + Math.Min(0L, padding.After);
        if (kept < 1)
        {
            string cut = padding.Before < 0 ? before : after;
            report.Value(
                Written(cut), padding.Before < 0 ? padding.Before : padding.After, $"it leaves nothing of {size} ({report.Origin})");
            return null;
        }

        long most = mode switch
        {
            PaddingMode.Reflect => size - 1,
            PaddingMode.Circular => kept,
            _ => int.MaxValue,
        };
        if (Math.Max(padding.Before, padding.After) <= most)
            return input.With(axis, size + padding.Before + padding.After);
        report.Value(
            Written(padding.Before > most ? before : after), Math.Max(padding.Before, padding.After),
            $"{(mode == PaddingMode.Reflect ? "mirrored" : "from the other side")}, it is at most {most} ({report.Origin})");
        return null;

        string Written(string side) => report.IsWritten(side) ? side : "padding";
    }
}
