using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints a transposed convolution as sums over what reaches a pixel: a tile of pixels, a stride high and some strides wide, stays in
/// registers while the channels of the positions are added whose windows cover it. Which place of the window covers a pixel from which
/// position follows from the pixel's place within the stride alone, so that no product with a zero is computed, no pixel is stored
/// twice, and what follows in the group gets each sum when it is complete.
/// </summary>
internal sealed class TransposedConvolutionEmitter
{
    private readonly KernelContext context;
    private readonly CodeWriter writer;
    private readonly VectorDialect dialect;
    private readonly PolyphaseConvolution anchor;
    private readonly TensorShape image;
    private readonly IReadOnlyList<TransposedTerm> terms;
    private readonly int strideHeight;
    private readonly int strideWidth;
    private readonly Epilogue epilogue;

    private TransposedConvolutionEmitter(KernelContext context, PolyphaseConvolution anchor)
    {
        this.context = context;
        this.anchor = anchor;
        writer = context.Writer;
        image = anchor.Shape;
        terms = anchor.Terms;
        (strideHeight, strideWidth) = (terms[0].Geometry.StrideHeight, terms[0].Geometry.StrideWidth);
        dialect = DialectOf(context);
        epilogue = new Epilogue(context, dialect);
    }

    /// <summary>The vectors of the result.</summary>
    public static VectorDialect DialectOf(KernelContext context) => context.Dialect.Dividing(context.Group.Anchor!.Shape.PaddedInner);

    public static void Emit(KernelContext context) =>
        new TransposedConvolutionEmitter(context, (PolyphaseConvolution)context.Group.Anchor!).EmitSamples();

    /// <summary>Registers for sums and for values of x: three are left for a weight and for the compiler. Plain floats take what they find.</summary>
    private int Registers => dialect.IsScalar ? 14 : context.Dialect.Registers - 3;

    private int Rows => Strides(image[0], strideHeight);

    private int Columns => Strides(image[1], strideWidth);

    private static int Strides(int size, int stride) => (size + stride - 1) / stride;

    private void EmitSamples()
    {
        context.DeclareReferences();
        using (writer.Open("for (int sample = begin; sample < end; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            context.DeclareDropoutKeys("sample");
            int blocks = terms[0].Weight.Shape[0];
            if (blocks == 1)
                EmitBlock(0);
            else
                using (writer.Open($"for (int block = 0; block < {Literals.Integer(blocks)}; block++)"))
                    EmitBlock("block");
        }
    }

    private void EmitBlock(IndexExpression block)
    {
        TensorShape weight = terms[0].Weight.Shape;
        TileCode.Blocks(context, "c", dialect.IsScalar ? weight.Inner : weight.PaddedInner, dialect.Lanes, (c, _) =>
            TileCode.Blocks(context, "y", Rows, 1, (y, _) =>
            {
                EmitPrefetch(y);
                foreach ((int Row, int Column)[] phases in Phases())
                    EmitRow(phases, y, block, c);
            }));
    }

    /// <summary>The places within a stride, row by row, as many at once as there are registers for.</summary>
    private IEnumerable<(int Row, int Column)[]> Phases()
    {
        (int Row, int Column)[] all =
            [.. Enumerable.Range(0, strideHeight * strideWidth).Select(phase => (phase / strideWidth, phase % strideWidth))];
        int parts = Strides(all.Length, Registers - 1);
        int size = Strides(all.Length, parts);
        return Enumerable.Range(0, parts).Select(part => all.Skip(part * size).Take(size).ToArray());
    }

    /// <summary>A row of tiles. At the image's sides, where windows are missing, a tile has code of its own.</summary>
    private void EmitRow((int Row, int Column)[] phases, IndexExpression y, IndexExpression channelBlock, IndexExpression c)
    {
        int block = Tile.EvenBlock(Columns, Math.Max(1, Registers / (phases.Length + 1)));
        TileCode.Blocks(context, "x", Columns, block, (first, count) => Reached(phases, first, count), (x, count, first) =>
            EmitTile(phases, first, count, y, x, channelBlock, c));
    }

    /// <summary>Which pixels of a tile there are, and which of their positions.</summary>
    private bool[] Reached((int Row, int Column)[] phases, int first, int count) =>
    [
        .. from stride in Enumerable.Range(first, count)
           from phase in phases
           select HasPixel(phase, stride),
        .. from term in terms
           from tap in PixelTap.Of(term, phases)
           from stride in Enumerable.Range(first, count)
           select HasPosition(term, tap, stride),
    ];

    private bool HasPixel((int Row, int Column) phase, int stride) => (stride * strideWidth) + phase.Column < image[1];

    private static bool HasPosition(TransposedTerm term, PixelTap tap, int stride) =>
        stride + tap.Position.Column is var column && column >= 0 && column < term.X.Shape[1];

    /// <param name="phases">The pixels of a stride.</param>
    /// <param name="first">A column of strides like that at <paramref name="x"/>.</param>
    /// <param name="count">So many strides side by side.</param>
    /// <param name="y">The row of strides.</param>
    /// <param name="x">The first column of strides.</param>
    /// <param name="block">The block of channels.</param>
    /// <param name="c">The first channel in the block.</param>
    private void EmitTile(
        (int Row, int Column)[] phases, int first, int count, IndexExpression y, IndexExpression x, IndexExpression block, IndexExpression c)
    {
        EmitPrefetch(y, x, count, block * terms[0].Weight.Shape.PaddedInner + c);
        var sums = new Dictionary<((int Row, int Column) Phase, int Stride), string>();
        foreach ((int Row, int Column) phase in phases)
            for (int stride = 0; stride < count; stride++)
                if (HasPixel(phase, first + stride) && (!y.IsConstant || (y.Constant * strideHeight) + phase.Row < image[0]))
                {
                    string sum = context.Fresh($"sum{Literals.Integer(phase.Row)}_{Literals.Integer((stride * strideWidth) + phase.Column)}");
                    sums[(phase, stride)] = sum;
                    writer.Line($"{dialect.Type} {sum} = {dialect.Zero};");
                }

        foreach (TransposedTerm term in terms)
            foreach (IGrouping<int, PixelTap> row in PixelTap.Of(term, phases).GroupBy(tap => tap.Position.Row))
            {
                (PixelTap Tap, int Stride)[] products =
                [
                    .. from tap in row
                       from stride in Enumerable.Range(0, count)
                       where sums.ContainsKey((tap.Pixel, stride)) && HasPosition(term, tap, first + stride)
                       select (tap, stride),
                ];
                if (products.Length > 0)
                    WhereIsRow(y, row.Key, term.X.Shape[0], () => EmitProducts(
                        term, products, (y + row.Key) * term.X.Shape.Stride(0) + x * term.X.Shape.Stride(1),
                        block * term.Weight.Shape.Stride(0) + c, sums));
            }

        foreach (IGrouping<int, (int Row, int Column)> row in phases.GroupBy(phase => phase.Row))
            WhereIsRow(y, 0, Strides(image[0] - row.Key, strideHeight), () =>
            {
                for (int stride = 0; stride < count; stride++)
                    foreach ((int Row, int Column) phase in row)
                        if (sums.TryGetValue((phase, stride), out string? sum))
                            epilogue.Call(
                                (y * strideHeight + phase.Row) * image[1] + x * strideWidth + ((stride * strideWidth) + phase.Column),
                                block * terms[0].Weight.Shape.PaddedInner + c,
                                "sample",
                                0,
                                new Dictionary<Tensor, string> { [anchor] = sum });
            });
    }

    /// <summary>The rows of positions that the next row of tiles reads besides.</summary>
    private void EmitPrefetch(IndexExpression y)
    {
        foreach (TransposedTerm term in terms.Where(term => context.AsksAhead(term.X, anchor)))
        {
            int next = 1 + PixelTap.Of(term, Phases().SelectMany(phases => phases)).Select(tap => tap.Position.Row).DefaultIfEmpty().Max();
            int row = term.X.Shape.Stride(0);
            string first = VectorDialect.Element(context.Reference(term.X), y * row + (next * row));
            writer.Line($"Prefetch.Rows(ref {first}, 1, 0, {Literals.Integer(row)});");
        }
    }

    /// <summary>The tile's vectors in what follows in the group: they come while the sums are computed.</summary>
    private void EmitPrefetch(IndexExpression y, IndexExpression x, int count, IndexExpression channel)
    {
        if (!terms.Any(term => context.AsksAhead(term.X, anchor)))
            return;
        foreach (Tensor tensor in epilogue.Memory.Where(tensor => tensor.Shape.IsBatched && tensor.Shape.SameSizes(image)))
            for (int row = 0; row < Math.Min(strideHeight, image[0]); row++)
            {
                IndexExpression first = (y * strideHeight + row) * image.Stride(0) + x * (strideWidth * image.Stride(1)) + channel;
                writer.Line(
                    $"Prefetch.Rows(ref {VectorDialect.Element(context.Reference(tensor), first)}, {Literals.Integer(count * strideWidth)}, "
                    + $"{Literals.Integer(image.Stride(1))}, {Literals.Integer(dialect.Lanes)});");
            }
    }

    /// <summary>Prints lines for the rows of strides where a row some rows further is one of so many.</summary>
    private void WhereIsRow(IndexExpression y, int further, int rows, Action body)
    {
        if (y.IsConstant)
        {
            if (y.Constant + further >= 0 && y.Constant + further < rows)
                body();
            return;
        }

        string above = further < 0 ? $"{y} >= {Literals.Integer(-further)}" : "";
        string below = Rows + further > rows ? $"{y} < {Literals.Integer(rows - further)}" : "";
        if (above.Length + below.Length == 0)
        {
            body();
            return;
        }

        using (writer.Open($"if ({above}{(above.Length > 0 && below.Length > 0 ? " && " : "")}{below})"))
            body();
    }

    /// <summary>Adds what a row of positions has to add: each of its values is read once, and each weight.</summary>
    private void EmitProducts(
        TransposedTerm term,
        (PixelTap Tap, int Stride)[] products,
        IndexExpression positions,
        IndexExpression weight,
        Dictionary<((int Row, int Column) Phase, int Stride), string> sums)
    {
        (TensorShape x, TensorShape w) = (term.X.Shape, term.Weight.Shape);
        int nearest = products.Min(Column);
        TileCode.Walk(
            context,
            "output",
            Literals.Integer(x.Inner),
            new Walker(context.Reference(term.X), positions + (nearest * x.Stride(1)), 1),
            new Walker(context.Reference(term.Weight), weight, w.Stride(1)),
            (value, row) =>
            {
                var values = new Dictionary<int, string>();
                foreach (IGrouping<PixelTap, (PixelTap Tap, int Stride)> tap in products.GroupBy(product => product.Tap))
                {
                    foreach (int column in tap.Select(Column).Where(column => !values.ContainsKey(column)))
                    {
                        values[column] = context.Fresh("v" + Literals.Integer(column - nearest));
                        string place = VectorDialect.Element(value, (column - nearest) * x.Stride(1));
                        writer.Line($"{dialect.Type} {values[column]} = {dialect.Create(place)};");
                    }

                    string factor = context.Fresh("wRow");
                    (int ky, int kx) = tap.Key.Place;
                    writer.Line($"{dialect.Type} {factor} = {dialect.Load(row, (ky * w.Stride(2)) + (kx * w.Stride(3)))};");
                    foreach ((PixelTap Tap, int Stride) product in tap)
                    {
                        string sum = sums[(product.Tap.Pixel, product.Stride)];
                        writer.Line($"{sum} = {dialect.MultiplyAdd(values[Column(product)], factor, sum)};");
                    }
                }
            });

        static int Column((PixelTap Tap, int Stride) product) => product.Stride + product.Tap.Position.Column;
    }
}
