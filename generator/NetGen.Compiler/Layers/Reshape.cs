using System.Globalization;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// The same values, in PyTorch's order, under other axes: one size is a vector, two a sequence or a signal, three an image.
/// One size may be -1, and is what is left.
/// </summary>
internal sealed record Reshape(EquatableArray<long> Sizes, bool IsSignal) : Layer
{
    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values)
    {
        var layer = new Reshape(values.Integers().ToEquatableArray(), values.Integer("Axes", 0) == 1);
        if (layer.Sizes.Count is 0 or > 3)
            values.Wrong("sizes", layer.Text, "one size is a vector, two a sequence or a signal, three an image");
        else if (layer.Sizes.Any(size => size is 0 or < -1) || layer.Sizes.Count(size => size == -1) > 1)
            values.Wrong("sizes", layer.Text, "sizes are at least 1, and one of them may be -1");
        else if (layer.IsSignal && layer.Sizes.Count != 2)
            values.Wrong("Axes", "ChannelsLength", "a signal has two sizes");
        return layer;
    }

    private string Text => string.Join(", ", Sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));

    public override string? WithoutEffect(Shape input, Shape output) => input == output ? $"{input} comes in already" : null;

    public override Shape? InferShape(Shape input, LayerReport report)
    {
        long known = Sizes.Where(size => size != -1).Aggregate(1L, Shape.Multiplied);
        bool hasOpen = Sizes.Contains(-1);
        if (hasOpen ? input.Count % known != 0 : input.Count != known)
        {
            report.Reshape($"({Text})", input, hasOpen ? $"{known} does not divide them" : $"that takes {known}", Fixes());
            return null;
        }

        long[] sizes = Sizes.Select(size => size == -1 ? input.Count / known : size).ToArray();
        return sizes.Length switch
        {
            1 => Shape.Vector(sizes[0]),
            2 => IsSignal ? Shape.Signal(sizes[0], sizes[1]) : Shape.Sequence(sizes[0], sizes[1]),
            _ => Shape.Image(sizes[0], sizes[1], sizes[2]),
        };

        IEnumerable<SuggestedFix> Fixes()
        {
            // An image keeps its channels and becomes square.
            long side = Sizes.Count == 3 && Sizes[0] > 0 ? (long)Math.Sqrt(input.Count / Sizes[0]) : 0;
            if (side > 0 && Sizes[1] == Sizes[2] && side * side * Sizes[0] == input.Count)
                yield return new SuggestedFix(
                    FixKind.ReplaceSizes, string.Format(CultureInfo.InvariantCulture, "{0}, {1}, {1}", Sizes[0], side));

            // The size that is left is the first one for which the others fit.
            for (int open = 0; open < Sizes.Count; open++)
            {
                long others = Sizes.Where((size, index) => index != open && size != -1).Aggregate(1L, Shape.Multiplied);
                if ((hasOpen && Sizes[open] != -1) || input.Count % others != 0)
                    continue;
                IEnumerable<string> sizes = Sizes.Select(
                    (size, index) => (index == open ? -1 : size).ToString(CultureInfo.InvariantCulture));
                yield return new SuggestedFix(FixKind.ReplaceSizes, string.Join(", ", sizes));
                yield break;
            }

            yield return new SuggestedFix(FixKind.Replace, "Flatten");
        }
    }

    public override Expr Forward(Expr x, ForwardContext context) =>
        TensorLayout.Reshaped(x, context.Input, context.Output);
}
