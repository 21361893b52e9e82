using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the resizing of an image, and its gradient: where a row and a column come from is worked out once for each, and the
/// loop over the channels mixes up to four pixels, or adds to them.
/// </summary>
internal sealed class InterpolationEmitter
{
    private readonly KernelContext context;
    private readonly Dialect dialect;
    private readonly TensorShape image;
    private readonly TensorShape resized;
    private readonly InterpolationAxis height;
    private readonly InterpolationAxis width;

    private InterpolationEmitter(KernelContext context, TensorShape image, TensorShape resized, InterpolationAxis height, InterpolationAxis width)
    {
        this.context = context;
        this.image = image;
        this.resized = resized;
        this.height = height;
        this.width = width;
        dialect = Dialect.Vectors;
    }

    private CodeWriter Writer => context.Writer;

    public static void Emit(KernelContext context)
    {
        Tensor anchor = context.Group.Anchor!;
        TensorShape operand = anchor.Operands[0].Shape;
        switch (anchor)
        {
            case Interpolation interpolation:
                var mix = new InterpolationEmitter(context, operand, anchor.Shape, interpolation.Height, interpolation.Width);
                mix.EmitPixels(pixels => mix.EmitMix(interpolation, pixels), clears: null);
                break;
            case InterpolationGradient gradient:
                var spread = new InterpolationEmitter(context, anchor.Shape, operand, gradient.Height, gradient.Width);
                spread.EmitPixels(pixels => spread.EmitSpread(gradient, pixels), clears: gradient);
                break;
        }
    }

    private void EmitPixels(Action<IReadOnlyList<Pixel>> body, Tensor? clears)
    {
        context.DeclareReferences();
        using (Writer.Open("for (int sample = begin; sample < end; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            context.DeclareDropoutKeys("sample");
            if (clears is not null)
                Writer.Line(
                    $"Spans.CreateSpan(ref {context.Reference(clears)}, {Literals.Integer(clears.Shape.SampleStride)}).Clear();");
            using (Writer.Open($"for (int y = 0; y < {Literals.Integer(height.Count)}; y++)"))
            {
                IReadOnlyList<Source> rows = EmitSources(height, "y", "row", "top", "bottom");
                using (Writer.Open($"for (int x = 0; x < {Literals.Integer(width.Count)}; x++)"))
                {
                    IReadOnlyList<Source> columns = EmitSources(width, "x", "column", "left", "right");
                    Pixel[] pixels = [.. rows.SelectMany(row => columns.Select(column => Declared(row, column)))];
                    using (Writer.Open($"for (int c = 0; c < {Literals.Integer(resized.PaddedInner)}; c += {Dialect.Step})"))
                        body(pixels);
                }
            }
        }
    }

    /// <summary>The locals of the rows (columns) that one is made of, and of their shares.</summary>
    private IReadOnlyList<Source> EmitSources(InterpolationAxis axis, string index, string place, string first, string second)
    {
        if (!axis.IsLinear)
        {
            Writer.Line($"int {place} = {Nearest(axis, index)};");
            return [new Source(place, null)];
        }

        string step = Literals.Double(axis.Step);
        Writer.Line(axis.AlignsCorners
            ? $"double {place} = {index} * {step};"
            : $"double {place} = global::System.Math.Max((({index} + 0.5d) * {step}) - 0.5d, 0d);");
        Writer.Line($"int {first} = (int){place};");
        Writer.Line($"int {second} = global::System.Math.Min({first} + 1, {Literals.Integer(axis.Size - 1)});");
        Writer.Line($"float {second}Share = (float)({place} - {first});");
        Writer.Line($"float {first}Share = 1f - {second}Share;");
        return [new Source(first, first + "Share"), new Source(second, second + "Share")];
    }

    private static string Nearest(InterpolationAxis axis, string index)
    {
        if (axis.Factor > 0)
            return $"(int)({index} / {Literals.Double(axis.Factor)})";
        return axis.Count % axis.Size == 0
            ? $"{index} / {Literals.Integer(axis.Count / axis.Size)}"
            : $"(int)((long){index} * {Literals.Integer(axis.Size)} / {Literals.Integer(axis.Count)})";
    }

    /// <summary>Declares where a pixel lies in the image and its share as a vector.</summary>
    private Pixel Declared(Source row, Source column)
    {
        IndexExpression place = (IndexExpression)row.Index * image.Stride(0) + (IndexExpression)column.Index * image.Stride(1);
        if (row.Share is null)
        {
            Writer.Line($"int pixel = {place};");
            return new Pixel("pixel", null);
        }

        string name = row.Index + char.ToUpperInvariant(column.Index[0]) + column.Index.Substring(1);
        Writer.Line($"int {name} = {place};");
        Writer.Line($"{dialect.Type} {name}Share = {dialect.Create($"{row.Share} * {column.Share}")};");
        return new Pixel(name, name + "Share");
    }

    private void EmitMix(Interpolation interpolation, IReadOnlyList<Pixel> pixels)
    {
        string reference = context.Reference(interpolation.Operands[0]);
        for (int index = 0; index < pixels.Count; index++)
        {
            Pixel pixel = pixels[index];
            string value = dialect.Load(reference, (IndexExpression)pixel.Place + "c");
            Writer.Line(index > 0
                ? $"value = {dialect.MultiplyAdd(value, pixel.Share!, "value")};"
                : $"{dialect.Type} value = {(pixel.Share is { } share ? dialect.Multiply(value, share) : value)};");
        }

        new Epilogue(context).Call(
            (IndexExpression)"y" * width.Count + "x", "c", "sample", 0, new Dictionary<Tensor, string> { [interpolation] = "value" });
    }

    private void EmitSpread(InterpolationGradient node, IReadOnlyList<Pixel> pixels)
    {
        string reference = context.Reference(node);
        IndexExpression at = (IndexExpression)"y" * resized.Stride(0) + (IndexExpression)"x" * resized.Stride(1) + "c";
        Writer.Line($"{dialect.Type} gradient = {dialect.Load(context.Reference(node.Operands[0]), at)};");
        foreach (Pixel pixel in pixels)
        {
            IndexExpression place = (IndexExpression)pixel.Place + "c";
            string before = dialect.Load(reference, place);
            Writer.Line(dialect.Store(
                pixel.Share is { } share ? dialect.MultiplyAdd("gradient", share, before) : dialect.Add(before, "gradient"), reference, place));
        }
    }

    /// <summary>The locals of a row or column of the image and of its share; without a share it is the only one.</summary>
    private sealed record Source(string Index, string? Share);

    /// <summary>The locals of a pixel's place in the image and of its share.</summary>
    private sealed record Pixel(string Place, string? Share);
}
