using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>
/// Values around a signal or an image; negative numbers cut off. [channels, height, width] →
/// [channels, top + height + bottom, left + width + right].
/// </summary>
internal sealed record Padding(PaddingKind Row, (int Before, int After) Width, (int Before, int After) Height, double Value) : Layer
{
    public override string Kind => Row.Layer;

    public override bool PassesValues => true;

    public static Layer Read(AttributeValues values, PaddingKind row)
    {
        double value = values.Number("Value", 0);
        if (values.PositionalCount <= 1 && !values.Has("left"))
        {
            int all = values.Integer(0, "padding", 0);
            return new Padding(row, (all, all), row.Axes == 2 ? (all, all) : (0, 0), value);
        }

        (int Before, int After) width = (values.Integer(0, "left", 0), values.Integer(1, "right", 0));
        return new Padding(row, width, row.Axes == 2 ? (values.Integer(2, "top", 0), values.Integer(3, "bottom", 0)) : (0, 0), value);
    }

    public override string? WithoutEffect(Shape input, Shape output) => Width == (0, 0) && Height == (0, 0) ? "it adds nothing" : null;

    public override Shape? InferShape(Shape received, LayerReport report)
    {
        if ((Row.Axes == 2 ? ImageInput.Of(received, report) : SignalInput.Of(received, report)) is not { } input)
            return null;
        int last = input.Rank - 1;
        Shape? padded = PaddedAxis.InferShape(input, last, Width, Row.Mode, report, "left", "right");
        return Row.Axes == 2 && padded is not null
            ? PaddedAxis.InferShape(padded, last - 1, Height, Row.Mode, report, "top", "bottom")
            : padded;
    }

    public override Expr Forward(Expr x, ForwardContext context) => Row switch
    {
        { Axes: 1, Mode: PaddingMode.Zeros } => x.PaddedAlong(0, Width, Value),
        { Axes: 1 } => x.AsImage().Padded(Row.Mode, (0, 0), Width).AsSignal(),
        { Mode: PaddingMode.Zeros } when Value != 0 => x.PaddedWith(Height, Width, Value),
        _ => x.Padded(Row.Mode, Height, Width),
    };
}
