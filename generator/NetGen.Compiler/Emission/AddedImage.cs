using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// An image [height, width, channels] to which a kernel adds: zero at first, and at the end, while the sample is still in the
/// cache, what follows it in the group. With margins, which are added to like the image and are not wanted, it lies in memory of
/// the thread; without, in the place of the result.
/// </summary>
internal sealed class AddedImage
{
    private readonly KernelContext context;
    private readonly VectorDialect dialect;
    private readonly Tensor anchor;
    private readonly Tensor result;
    private readonly Margins margins;
    private readonly TensorShape frame;

    public AddedImage(KernelContext context, VectorDialect dialect, Margins? margins = null)
    {
        this.context = context;
        this.dialect = dialect;
        this.margins = margins ?? Margins.None;
        anchor = context.Group.Anchor!;
        frame = this.margins.Around(anchor.Shape);
        result = context.Group.Stored.First(stored => stored.Shape.SameSizes(anchor.Shape));
    }

    private bool HasMargins => margins != Margins.None;

    private string Reference => HasMargins ? "frame" : context.Reference(result);

    /// <summary>Before the samples.</summary>
    public void EmitDeclaration()
    {
        if (!HasMargins)
            return;
        context.Writer.Line("// The image of a sample with its margins.");
        context.Writer.Line($"ref float frame = ref ThreadScratch.Floats({Literals.Integer(frame.SampleStride)});");
    }

    public void EmitClear() => context.Writer.Line($"Spans.CreateSpan(ref {Reference}, {Literals.Integer(frame.SampleStride)}).Clear();");

    /// <summary>The pixels' sums, all zero, by the pixels.</summary>
    public IReadOnlyDictionary<(int Row, int Column), string> EmitSums(IEnumerable<(int Row, int Column)> pixels)
    {
        var sums = new Dictionary<(int Row, int Column), string>();
        foreach ((int row, int column) in pixels)
        {
            sums[(row, column)] = context.Fresh($"sum{Literals.Integer(row)}_{Literals.Integer(column)}");
            context.Writer.Line($"{dialect.Type} {sums[(row, column)]} = {dialect.Zero};");
        }

        return sums;
    }

    /// <summary>Adds the sums to the image, their pixels counted from one that is given.</summary>
    public void EmitAdd(IReadOnlyDictionary<(int Row, int Column), string> sums, IndexExpression first)
    {
        foreach (KeyValuePair<(int Row, int Column), string> sum in sums)
        {
            IndexExpression place = first + ((sum.Key.Row * frame.Stride(0)) + (sum.Key.Column * frame.Stride(1)));
            context.Writer.Line(dialect.Store($"{dialect.Load(Reference, place)} + {sum.Value}", Reference, place));
        }
    }

    public void EmitEpilogue()
    {
        if (context.Group.Stored.Count == 1 && result == anchor && !HasMargins)
            return;
        var epilogue = new Epilogue(context, dialect);
        string row = context.Fresh("row");
        if (!HasMargins)
        {
            using (context.Writer.Open($"for (int {row} = 0; {row} < {Literals.Integer(anchor.Shape.Rows)}; {row}++)"))
                EmitPixel(epilogue, row, (IndexExpression)row * frame.PaddedInner);
            return;
        }

        string column = context.Fresh("column");
        using (context.Writer.Open($"for (int {row} = 0; {row} < {Literals.Integer(anchor.Shape[0])}; {row}++)"))
        using (context.Writer.Open($"for (int {column} = 0; {column} < {Literals.Integer(anchor.Shape[1])}; {column}++)"))
            EmitPixel(
                epilogue,
                (IndexExpression)row * anchor.Shape[1] + column,
                ((IndexExpression)row + margins.Top) * frame.Stride(0) + ((IndexExpression)column + margins.Left) * frame.Stride(1));
    }

    private void EmitPixel(Epilogue epilogue, IndexExpression pixel, IndexExpression place) =>
        TileCode.Blocks(context, "channel", dialect.Extent(anchor.Shape), dialect.Lanes, (channel, _) =>
        {
            string sum = context.Fresh("sum");
            context.Writer.Line($"{dialect.Type} {sum} = {dialect.Load(Reference, place + channel)};");
            epilogue.Call(pixel, channel, "sample", 0, new Dictionary<Tensor, string> { [anchor] = sum });
        });
}
