using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Layers;

/// <summary>The shape that [Input], [Shape] or [Output] states by one to three sizes.</summary>
internal static class StatedShape
{
    private static readonly string[] Ordinals = ["first", "second", "third"];

    /// <summary>The shape, or null after a report.</summary>
    public static Shape? Of(AttributeValues values, string kind, Report report)
    {
        IReadOnlyList<long> sizes = values.Integers();
        if (values.IsWrong)
            return null;
        if (sizes.Count is 0 or > 3)
        {
            ReportNumber(sizes, kind, values.Report.AttributeSite, report);
            return null;
        }

        for (int index = 0; index < sizes.Count; index++)
        {
            if (sizes[index] >= 1)
                continue;
            values.Report.SizeNotPositive("size " + index, $"The {Ordinals[index]} size", sizes[index]);
            return null;
        }

        bool isSignal = values.Integer("Axes", 0) == 1;
        if (isSignal && sizes.Count != 2)
        {
            values.Wrong("Axes", "ChannelsLength", "a signal has two sizes");
            return null;
        }

        return Of(sizes, isSignal);
    }

    /// <summary>Four sizes are probably PyTorch's, the first of which is the batch.</summary>
    private static void ReportNumber(IReadOnlyList<long> sizes, string kind, int site, Report report)
    {
        string withoutBatch = string.Join(", ", sizes.Skip(1));
        bool hasBatch = sizes.Count == 4;
        report.AddWithFixes(
            Rules.NumberOfSizes, site, hasBatch ? [new SuggestedFix(FixKind.ReplaceSizes, withoutBatch)] : [], kind, sizes.Count,
            hasBatch ? $" The batch is never written: did you mean [{kind}({withoutBatch})]?" : "");
    }

    /// <summary>Whether an [Output] is one of several, which may stand anywhere.</summary>
    public static bool IsNamed(ElementSpec element) => element.Arguments.Any(argument => argument.Name == "Name");

    public static Shape Of(IReadOnlyList<long> sizes, bool isSignal) => sizes.Count switch
    {
        1 => Shape.Vector(sizes[0]),
        2 => isSignal ? Shape.Signal(sizes[0], sizes[1]) : Shape.Sequence(sizes[0], sizes[1]),
        _ => Shape.Image(sizes[0], sizes[1], sizes[2]),
    };

    /// <summary>What an input of a data set's samples is.</summary>
    public static Shape Of(SampleSpec sample) => sample.Vocabulary > 0 && sample.Sizes.Count == 1
        ? Shape.Tokens(sample.Sizes[0])
        : Of(sample.Sizes, sample.ChannelsLength);

    /// <summary>The arguments that state a shape: "64, 12, 12".</summary>
    public static string Arguments(Shape shape) =>
        string.Join(", ", shape.Sizes) + (shape.Kind == ShapeKind.Signal ? ", Axes = Axes.ChannelsLength" : "");
}
