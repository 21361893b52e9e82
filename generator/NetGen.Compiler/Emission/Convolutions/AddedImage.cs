using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// An image [height, width, channels] in the place of the result, to which a kernel adds: zero at first, and at the end, while the sample
/// is still in the cache, what follows it in the group.
/// </summary>
internal sealed class AddedImage
{
    private readonly KernelContext context;
    private readonly VectorDialect dialect;
    private readonly Tensor anchor;
    private readonly Tensor result;

    public AddedImage(KernelContext context, VectorDialect dialect)
    {
        this.context = context;
        this.dialect = dialect;
        anchor = context.Group.Anchor!;
        result = context.Group.Stored.First(stored => stored.Shape.SameSizes(anchor.Shape));
    }

    private string Reference => context.Reference(result);

    public void EmitClear() => context.Writer.Line($"Spans.CreateSpan(ref {Reference}, {Literals.Integer(anchor.Shape.SampleStride)}).Clear();");

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
            IndexExpression place = first + ((sum.Key.Row * anchor.Shape.Stride(0)) + (sum.Key.Column * anchor.Shape.Stride(1)));
            context.Writer.Line(dialect.Store($"{dialect.Load(Reference, place)} + {sum.Value}", Reference, place));
        }
    }

    public void EmitEpilogue()
    {
        if (context.Group.Stored.Count == 1 && result == anchor)
            return;
        var epilogue = new Epilogue(context, dialect);
        string row = context.Fresh("row");
        using (context.Writer.Open($"for (int {row} = 0; {row} < {Literals.Integer(anchor.Shape.Rows)}; {row}++)"))
            TileCode.Blocks(context, "channel", dialect.Extent(anchor.Shape), dialect.Lanes, (channel, _) =>
            {
                string sum = context.Fresh("sum");
                context.Writer.Line($"{dialect.Type} {sum} = {dialect.Load(Reference, (IndexExpression)row * anchor.Shape.PaddedInner + channel)};");
                epilogue.Call(row, channel, "sample", 0, new Dictionary<Tensor, string> { [anchor] = sum });
            });
    }
}
