using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// An image resized, by the nearest pixel or by a mean of the four around. [channels, height, width] → [channels, height', width'].
/// </summary>
internal sealed record Upsample(UpsampleSide Height, UpsampleSide Width, bool IsBilinear, bool AlignCorners) : Layer
{
    public static Layer Read(AttributeValues values)
    {
        string mode = values.Text("Mode", "nearest");
        if (mode is not ("nearest" or "bilinear"))
            values.Wrong("Mode", $"\"{mode}\"", "it is \"nearest\" or \"bilinear\"", "\"bilinear\"");
        bool alignCorners = values.Flag("AlignCorners", false);
        if (alignCorners && mode == "nearest")
            values.Wrong("AlignCorners", "true", "it has a meaning for Mode = \"bilinear\" only");
        return new Upsample(Side(values, "Height"), Side(values, "Width"), mode == "bilinear", alignCorners);
    }

    private static UpsampleSide Side(AttributeValues values, string side)
    {
        string sizeName = values.Has("Size" + side) ? "Size" + side : "Size";
        string factorName = values.Has("ScaleFactor" + side) ? "ScaleFactor" + side : "ScaleFactor";
        int? size = values.OptionalSize(sizeName);
        double factor = values.Number(factorName, 1);
        if (size is { } stated && values.Has(factorName))
            values.Wrong(sizeName, stated, $"{factorName} has fixed the size already");
        else if (size is null && !values.Has(factorName))
            values.Missing("ScaleFactor", "it or Size says how large the image becomes", "ScaleFactor = 2");
        return new UpsampleSide(size, factor);
    }

    public override string? WithoutEffect(Shape input, Shape output) =>
        this is { Height.Factor: 1, Width.Factor: 1 } && input == output ? $"{input} comes in already" : null;

    public override Shape? InferShape(Shape received, LayerReport report)
    {
        if (ImageInput.Of(received, report) is not { } input)
            return null;
        (long height, long width) = (Height.Output(input.Height), Width.Output(input.Width));
        if (height > 0 && width > 0)
            return Shape.Image(input.Channels, height, width);
        (UpsampleSide side, string name, long size) = height > 0 ? (Width, "Width", input.Width) : (Height, "Height", input.Height);
        string factor = report.IsWritten("ScaleFactor" + name) ? "ScaleFactor" + name : "ScaleFactor";
        report.Add(
            Rules.ValueOutOfRange, report.Site(factor), [SuggestedFix.Size(2)],
            factor, report.Name, side.Factor, $"it leaves nothing of a {name.ToLowerInvariant()} of {size} ({report.Origin})");
        return null;
    }

    public override Expr Forward(Expr x, ForwardContext context) =>
        x.Add(new Interpolation(x.Origin, x, Axis(Height, x.Shape[0]), Axis(Width, x.Shape[1])));

    private InterpolationAxis Axis(UpsampleSide side, int size) =>
        new(size, (int)side.Output(size), side.FactorOf(size), IsBilinear, AlignCorners);
}
