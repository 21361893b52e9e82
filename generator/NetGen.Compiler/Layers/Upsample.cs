using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// An image resized, by the nearest pixel, a mean of the four around or a cubic of sixteen; or a signal, by the nearest value or a mean of
/// the two around. [channels, height, width] → [channels, height', width'], [channels, length] → [channels, length'].
/// </summary>
internal sealed record Upsample(UpsampleSide Height, UpsampleSide Width, string Mode, bool AlignCorners) : Layer
{
    private static readonly string[] Modes = ["nearest", "linear", "bilinear", "bicubic"];

    private InterpolationMode Rows => Mode switch
    {
        "nearest" => InterpolationMode.Nearest,
        "bicubic" => InterpolationMode.Cubic,
        _ => InterpolationMode.Linear,
    };

    public static Layer Read(AttributeValues values)
    {
        string mode = values.Text("Mode", "nearest");
        if (!Modes.Contains(mode))
            values.Wrong(
                "Mode", $"\"{mode}\"", "it is \"nearest\", \"bilinear\" or \"bicubic\", or \"linear\" of a signal", "\"bilinear\"");
        bool alignCorners = values.Flag("AlignCorners", false);
        if (alignCorners && mode == "nearest")
            values.Wrong("AlignCorners", "true", "it has no meaning for Mode = \"nearest\"");
        return new Upsample(Side(values, "Height"), Side(values, "Width"), mode, alignCorners);
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
        if (received.Kind is ShapeKind.Signal or ShapeKind.Sequence)
            return SignalInput.Of(received, report) is { } signal ? OfSignal(signal, report) : null;
        if (ImageInput.Of(received, report) is not { } input)
            return null;
        if (Mode == "linear")
            report.Value("Mode", "\"linear\"", $"an image takes \"bilinear\", and a signal takes it ({report.Origin})", "\"bilinear\"");
        (long height, long width) = (Height.Output(input.Height), Width.Output(input.Width));
        if (height > 0 && width > 0)
            return Shape.Image(input.Channels, height, width);
        if (height > 0)
            NothingLeft(Width, "Width", input.Width, report);
        else
            NothingLeft(Height, "Height", input.Height, report);
        return null;
    }

    private Shape? OfSignal(Shape input, LayerReport report)
    {
        if (Mode is "bilinear" or "bicubic")
            report.Value("Mode", $"\"{Mode}\"", $"a signal takes \"linear\" ({report.Origin})", "\"linear\"");
        foreach (string side in (string[])["SizeHeight", "SizeWidth", "ScaleFactorHeight", "ScaleFactorWidth"])
            if (report.IsWritten(side))
            {
                report.Value(side, "stated", $"a signal has a length alone ({report.Origin}), for which Size and ScaleFactor are");
                break;
            }

        if (Width.Output(input[1]) is > 0 and var length)
            return Shape.Signal(input.Channels, length);
        NothingLeft(Width, "Length", input[1], report);
        return null;
    }

    private static void NothingLeft(UpsampleSide side, string name, long size, LayerReport report)
    {
        string factor = report.IsWritten("ScaleFactor" + name) ? "ScaleFactor" + name : "ScaleFactor";
        report.Add(
            Rules.ValueOutOfRange, report.Site(factor), [SuggestedFix.Size(2)],
            factor, report.Name, side.Factor, $"it leaves nothing of a {name.ToLowerInvariant()} of {size} ({report.Origin})");
    }

    public override Expr Forward(Expr x, ForwardContext context) => context.Input.Kind == ShapeKind.Signal
        ? Resized(x.AsImage(), new InterpolationAxis(1, 1, 0, Rows, AlignCorners)).AsSignal()
        : Resized(x, Axis(Height, x.Shape[0]));

    private Expr Resized(Expr image, InterpolationAxis height) =>
        image.Add(new Interpolation(image.Origin, image, height, Axis(Width, image.Shape[1])));

    private InterpolationAxis Axis(UpsampleSide side, int size) =>
        new(size, (int)side.Output(size), side.FactorOf(size), Rows, AlignCorners);
}
