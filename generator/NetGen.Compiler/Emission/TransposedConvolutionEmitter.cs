using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints a transposed convolution: for some neighbouring positions of x, the pixels that their windows reach stay in registers
/// while the channels of x are added, each weight read once for all positions.
/// </summary>
internal sealed class TransposedConvolutionEmitter
{
    private const int MostPositions = 8;

    private readonly KernelContext context;
    private readonly CodeWriter writer;
    private readonly VectorDialect dialect;
    private readonly TransposedConvolution anchor;
    private readonly ConvolutionGeometry geometry;
    private readonly TensorShape image;
    private readonly TensorShape source;
    private readonly AddedImage target;

    private TransposedConvolutionEmitter(KernelContext context, TransposedConvolution anchor)
    {
        this.context = context;
        this.anchor = anchor;
        writer = context.Writer;
        geometry = anchor.Geometry;
        image = anchor.Margins.Around(anchor.Shape);
        source = anchor.X.Shape;
        dialect = DialectOf(context);
        target = new AddedImage(context, dialect, anchor.Margins);
    }

    /// <summary>The vectors of the result.</summary>
    public static VectorDialect DialectOf(KernelContext context) => context.Dialect.Dividing(context.Group.Anchor!.Shape.PaddedInner);

    public static void Emit(KernelContext context) =>
        new TransposedConvolutionEmitter(context, (TransposedConvolution)context.Group.Anchor!).EmitSamples();

    private int MostSums => context.Dialect.Registers >= 32 ? 24 : 11;

    private void EmitSamples()
    {
        context.DeclareReferences();
        target.EmitDeclaration();
        using (writer.Open("for (int sample = begin; sample < end; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            context.DeclareDropoutKeys("sample");
            target.EmitClear();
            int blocks = anchor.Weight.Shape[0];
            if (blocks == 1)
                EmitBlock(0, 0);
            else
                using (writer.Open($"for (int block = 0; block < {Literals.Integer(blocks)}; block++)"))
                    EmitBlock(
                        (IndexExpression)"block" * anchor.Weight.Shape.Stride(0), (IndexExpression)"block" * anchor.Weight.Shape.PaddedInner);
            target.EmitEpilogue();
        }
    }

    private void EmitBlock(IndexExpression weight, IndexExpression channel)
    {
        int positions = 1;
        while (positions < Math.Min(MostPositions, source[1]) && Reach(positions + 1).Parts(MostSums).Count == 1)
            positions++;
        int extent = dialect.IsScalar ? anchor.Weight.Shape.Inner : anchor.Weight.Shape.PaddedInner;
        TileCode.Blocks(context, "c", extent, dialect.Lanes, (c, _) =>
        {
            string y = context.Fresh("y");
            using (writer.Open($"for (int {y} = 0; {y} < {Literals.Integer(source[0])}; {y}++)"))
                TileCode.Blocks(context, "x", source[1], positions, (x, count) =>
                {
                    WindowReach reach = Reach(count);
                    foreach ((int Row, int Column)[] part in reach.Parts(MostSums))
                        EmitPart(reach, part, y, x, weight + c, channel + c);
                });
        });
    }

    private WindowReach Reach(int positions) => new(geometry, [.. Enumerable.Range(0, positions).Select(position => (0, position))]);

    private void EmitPart(
        WindowReach reach, (int Row, int Column)[] part, IndexExpression y, IndexExpression x, IndexExpression weight, IndexExpression channel)
    {
        IReadOnlyDictionary<(int Row, int Column), string> sums = target.EmitSums(reach.Pixels(part));
        TileCode.Walk(
            context,
            "output",
            Literals.Integer(source.Inner),
            new Walker(context.Reference(anchor.X), y * source.Stride(0) + x * source.Stride(1), 1),
            new Walker(context.Reference(anchor.Weight), weight, anchor.Weight.Shape.Stride(1)),
            (value, w) =>
            {
                string[] values = [.. reach.Positions.Select((_, index) => context.Fresh("v" + Literals.Integer(index)))];
                for (int index = 0; index < values.Length; index++)
                    writer.Line($"{dialect.Type} {values[index]} = {dialect.Create(VectorDialect.Element(value, index * source.Stride(1)))};");
                foreach ((int Row, int Column) place in part)
                {
                    string row = context.Fresh("wRow");
                    int at = (place.Row * anchor.Weight.Shape.Stride(2)) + (place.Column * anchor.Weight.Shape.Stride(3));
                    writer.Line($"{dialect.Type} {row} = {dialect.Load(w, at)};");
                    for (int index = 0; index < values.Length; index++)
                    {
                        string sum = sums[reach.Pixel(reach.Positions[index], place)];
                        writer.Line($"{sum} = {dialect.MultiplyAdd(values[index], row, sum)};");
                    }
                }
            });
        target.EmitAdd(sums, y * (geometry.StrideHeight * image.Stride(0)) + x * (geometry.StrideWidth * image.Stride(1)) + channel);
    }
}
