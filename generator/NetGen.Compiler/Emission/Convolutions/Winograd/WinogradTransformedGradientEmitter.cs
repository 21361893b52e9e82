using NetGen.Compiler.Graph;
using NetGen.Compiler.Machine;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the gradient by a convolution's weight as Winograd's algorithm multiplies by it: a block of tiles at a time, the
/// pixels and the gradients of each tile are transformed, both to [tile][place][channel], and at each of the 36 places the products
/// of the two are added up: over the tiles of a block in registers, over the blocks in memory.
/// </summary>
/// <remarks>
/// A work item is a row of places, so that each sum is made in one order by one worker, and no more than reading the pixels is
/// done by several.
/// </remarks>
internal sealed class WinogradTransformedGradientEmitter
{
    private const int Pixels = WinogradSize.Places;
    private const int Places = Pixels * Pixels;

    /// <summary>So many products are added up in registers before the sum in memory gets them.</summary>
    private const int MostTiles = 64;

    /// <summary>Bytes of a block at most: it should stay in L2 beside the sums.</summary>
    private const int MostBytes = Caches.L2 / 2 * sizeof(float);

    /// <summary>Bytes of sums beyond which half of the places go through all tiles, then the other half.</summary>
    private const int MostSumBytes = 3 * Caches.L2 / 4 * sizeof(float);

    private readonly KernelContext context;
    private readonly CodeWriter writer;
    private readonly VectorDialect dialect;
    private readonly WinogradTransformedGradient anchor;
    private readonly WinogradSize size;
    private readonly Tensor image;
    private readonly Tensor gradient;
    private readonly int inputs;
    private readonly int outputs;

    private WinogradTransformedGradientEmitter(KernelContext context)
    {
        this.context = context;
        writer = context.Writer;
        anchor = (WinogradTransformedGradient)context.Group.Anchor!;
        size = anchor.Size;
        (image, gradient) = (anchor.Operands[0], anchor.Operands[1]);
        (inputs, outputs) = (image.Shape.PaddedInner, gradient.Shape.PaddedInner);
        dialect = context.Dialect.Dividing(outputs);
    }

    /// <summary>Rows of places.</summary>
    public static int WorkItems => Pixels;

    private int TileRows => (gradient.Shape[0] + size.Tile - 1) / size.Tile;

    private int TileColumns => (gradient.Shape[1] + size.Tile - 1) / size.Tile;

    private bool IsByHalves => Places * anchor.Shape[2] * outputs * sizeof(float) > MostSumBytes;

    private int TilesOfBlock =>
        Math.Max(1, Math.Min(MostTiles, MostBytes / (Places / (IsByHalves ? 2 : 1) * (inputs + outputs) * sizeof(float))));

    /// <summary>The kernel: a loop over blocks of tiles, through all samples.</summary>
    public static void Emit(KernelContext context) => new WinogradTransformedGradientEmitter(context).EmitBlocks();

    private WinogradTileReader Reader(WinogradTileKind kind, Tensor source, Margins margins) => new(
        kind, size, source, margins, Enumerable.Range(0, TileRows).Select(index => index * size.Tile), Enumerable.Range(0, TileColumns).Select(index => index * size.Tile));

    private void EmitBlocks()
    {
        context.DeclareReferences();
        string perSample = Literals.Integer(TileRows * TileColumns);
        int block = TilesOfBlock;
        WinogradTileReader ofImage = Reader(WinogradTileKind.InputTransform, image, anchor.Margins);
        WinogradTileReader ofGradient = Reader(WinogradTileKind.GradientTransform, gradient, Margins.None);
        int zeros = Math.Max(ofImage.Zeros, ofGradient.Zeros);
        writer.Line("// A block of tiles: their pixels and the gradients of their outputs, transformed, both [tile][place][channel].");
        writer.Line($"ref float pixels = ref ThreadScratch.Floats({Literals.Integer((block * Places * (inputs + outputs)) + zeros)});");
        writer.Line($"ref float gradients = ref {VectorDialect.Element("pixels", block * Places * inputs)};");
        if (zeros > 0)
        {
            writer.Line("// In the place of rows beyond the image.");
            writer.Line($"ref float zeros = ref {VectorDialect.Element("gradients", block * Places * outputs)};");
            writer.Line($"Spans.CreateSpan(ref zeros, {Literals.Integer(zeros)}).Clear();");
        }

        writer.Line($"int lastTile = workspace.Samples * {perSample};");
        CodeWriter.Block? halves = null;
        if (IsByHalves)
        {
            const int Half = WinogradTransforms.HalfPlaces;
            writer.Line("// A half of the places at a time, whose sums stay in the second cache.");
            halves = writer.Open($"for (int row = begin; row < end; row = row / {Half} * {Half} + {Half})");
            writer.Line($"int lastRow = global::System.Math.Min(end, row / {Half} * {Half} + {Half});");
        }

        string rows = IsByHalves ? "row, lastRow" : "begin, end";
        using (writer.Open($"for (int first = 0; first < lastTile; first += {Literals.Integer(block)})"))
        {
            writer.Line($"int tiles = global::System.Math.Min({Literals.Integer(block)}, lastTile - first);");
            using (writer.Open("for (int tile = 0; tile < tiles; tile++)"))
            {
                writer.Line($"int sample = (first + tile) / {perSample};");
                writer.Line($"int y = (first + tile) % {perSample} / {Literals.Integer(TileColumns)} * {Literals.Integer(size.Tile)};");
                writer.Line($"int x = (first + tile) % {Literals.Integer(TileColumns)} * {Literals.Integer(size.Tile)};");
                context.DeclareSampleReference(image, "sample");
                if (gradient != image)
                    context.DeclareSampleReference(gradient, "sample");
                ofImage.EmitCall(context, context.Dialect.Dividing(inputs), rows, VectorDialect.Element("pixels", (IndexExpression)"tile" * (Places * inputs)));
                ofGradient.EmitCall(context, dialect, rows, VectorDialect.Element("gradients", (IndexExpression)"tile" * (Places * outputs)));
            }

            writer.Line();
            var products = new WinogradGradientProducts(dialect, anchor.Shape, inputs, outputs, ProductTile());
            writer.Line($"{context.Winograd.NameOf(products)}(ref pixels, ref gradients, ref {context.Reference(anchor)}, first == 0, tiles, {rows});");
        }

        halves?.Dispose();
    }

    /// <summary>Input channels and vectors of output channels whose products stay in registers, the channels shared evenly.</summary>
    private Tile ProductTile()
    {
        int vectors = Emission.Tile.For(dialect, dialect.Extent(gradient.Shape) / dialect.Lanes, int.MaxValue).Vectors;
        int most = Math.Max(1, (dialect.Registers - vectors - 2) / vectors);
        int blocks = (image.Shape.Inner + most - 1) / most;
        return new((image.Shape.Inner + blocks - 1) / blocks, vectors);
    }
}
