using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the gradient by a convolution's image from the positions that a max-pool passed on. First a bit for each output
/// channel says which position of a pool's window it passed on, if its gradient is not 0. Then, pool window by pool window, the
/// pixels that all those positions reach stay in registers while the channels of one position after the other are added.
/// </summary>
internal sealed class PooledInputGradientEmitter
{
    /// <summary>Words of 64 bits that the marks take at most: 16 KiB on the stack.</summary>
    private const int MostWords = 2048;

    private const int ChannelsOfWord = 64;

    private readonly KernelContext context;
    private readonly CodeWriter writer;
    private readonly VectorDialect dialect;
    private readonly PooledInputGradient anchor;
    private readonly ConvolutionGeometry geometry;
    private readonly TensorShape image;
    private readonly TensorShape pooled;
    private readonly AddedImage target;
    private readonly WindowReach reach;
    private readonly PoolAxis height;
    private readonly PoolAxis width;
    private readonly int taps;
    private readonly int words;
    private readonly int chunk;

    private PooledInputGradientEmitter(KernelContext context, PooledInputGradient anchor)
    {
        this.context = context;
        this.anchor = anchor;
        writer = context.Writer;
        geometry = anchor.Geometry;
        image = anchor.Shape;
        pooled = anchor.Gradient.Shape;
        (height, width) = (anchor.Spread.Height, anchor.Spread.Width);
        dialect = DialectOf(context);
        taps = height.Kernel * width.Kernel;
        words = (pooled.Inner + ChannelsOfWord - 1) / ChannelsOfWord;
        chunk = Math.Max(1, Math.Min(pooled[0], MostWords / (pooled[1] * taps * words)));
        target = new AddedImage(context, dialect);
        reach = new WindowReach(geometry, [.. Enumerable.Range(0, taps).Select(tap => (tap / width.Kernel, tap % width.Kernel))]);
    }

    /// <summary>The vectors of the result.</summary>
    public static VectorDialect DialectOf(KernelContext context) => context.Dialect.Dividing(context.Group.Anchor!.Shape.PaddedInner);

    public static void Emit(KernelContext context) =>
        new PooledInputGradientEmitter(context, (PooledInputGradient)context.Group.Anchor!).EmitSamples();

    private int MostSums => context.Dialect.Registers >= 32 ? 28 : 12;

    private void EmitSamples()
    {
        // A row of a very wide image has more marks than belong on the stack.
        int marks = chunk * pooled[1] * taps * words;
        writer.Line(marks <= MostWords
            ? $"ref ulong marks = ref Spans.GetReference(stackalloc ulong[{Literals.Integer(marks)}]);"
            : $"ref ulong marks = ref Unsafe.As<float, ulong>(ref ThreadScratch.Floats({Literals.Integer(2 * marks)}));");
        context.DeclareReferences();
        using (writer.Open("for (int sample = begin; sample < end; sample++)"))
        {
            context.DeclareSampleReferences("sample");
            context.DeclareDropoutKeys("sample");
            target.EmitClear();
            if (chunk == pooled[0])
                EmitChunk(0, Literals.Integer(pooled[0]));
            else
                using (writer.Open($"for (int first = 0; first < {Literals.Integer(pooled[0])}; first += {Literals.Integer(chunk)})"))
                {
                    writer.Line(
                        $"int last = global::System.Math.Min(first + {Literals.Integer(chunk)}, {Literals.Integer(pooled[0])});");
                    EmitChunk("first", "last");
                }

            target.EmitEpilogue();
        }
    }

    private void EmitChunk(IndexExpression first, string last)
    {
        writer.Line("// A bit for each output channel: did it pass on this position, with a gradient that is not 0?");
        EmitWindows(first, last, EmitMarks);
        int vectors = anchor.Weight.Shape.PaddedInner;
        int blocks = anchor.Weight.Shape[0];
        int blockSize = anchor.Weight.Shape.Stride(0);
        IndexExpression weight = 0;
        IndexExpression channel = 0;
        if (blocks > 1)
        {
            string block = context.Fresh("block");
            using (writer.Open($"for (int {block} = 0; {block} < {Literals.Integer(blocks)}; {block}++)"))
                Vectors((IndexExpression)block * blockSize, (IndexExpression)block * vectors);
            return;
        }

        Vectors(weight, channel);

        void Vectors(IndexExpression weightStart, IndexExpression channelStart) =>
            TileCode.Blocks(context, "c", dialect.IsScalar ? anchor.Weight.Shape.Inner : vectors, dialect.Lanes, (c, _) =>
                EmitWindows(first, last, (y, x) => EmitWindow(y, x, Marks(first, y, x), weightStart + c, channelStart + c)));
    }

    private void EmitWindows(IndexExpression first, string last, Action<IndexExpression, IndexExpression> body)
    {
        (string y, string x) = (context.Fresh("y"), context.Fresh("x"));
        using (writer.Open($"for (int {y} = {first}; {y} < {last}; {y}++)"))
        using (writer.Open($"for (int {x} = 0; {x} < {Literals.Integer(pooled[1])}; {x}++)"))
            body(y, x);
    }

    private IndexExpression Marks(IndexExpression first, IndexExpression y, IndexExpression x) =>
        (y + (first * -1)) * (pooled[1] * taps * words) + x * (taps * words);

    private void EmitMarks(IndexExpression y, IndexExpression x)
    {
        VectorDialect wide = context.Dialect.Dividing(pooled.PaddedInner);
        IndexExpression window = y * pooled.Stride(0) + x * pooled.Stride(1);
        IndexExpression marks = Marks(chunk == pooled[0] ? 0 : "first", y, x);
        for (int word = 0; word < words; word++)
        {
            int start = word * ChannelsOfWord;
            int channels = Math.Min(ChannelsOfWord, (wide.IsScalar ? pooled.Inner : pooled.PaddedInner) - start);
            string[] bits = [.. Enumerable.Range(0, taps).Select(tap => context.Fresh("bits" + Literals.Integer(tap)))];
            foreach (string name in bits)
                writer.Line($"ulong {name} = 0;");
            TileCode.Blocks(context, "channel", channels, wide.Lanes, (channel, _) =>
            {
                (string gradient, string tap) = (context.Fresh("gradient"), context.Fresh("tap"));
                writer.Line($"{wide.Type} {gradient} = {wide.Load(context.Reference(anchor.Gradient), window + start + channel)};");
                writer.Line($"{wide.Type} {tap} = {wide.Load(context.Reference(anchor.Tap), window + start + channel)};");
                for (int index = 0; index < taps; index++)
                    writer.Line($"{bits[index]} |= {wide.BitsWhere(gradient, tap, index)} << ({channel});");
            });
            int beyond = Math.Min(ChannelsOfWord, pooled.Inner - start);
            for (int index = 0; index < taps; index++)
                writer.Line(
                    $"Unsafe.Add(ref marks, {marks + ((word * taps) + index)}) = {bits[index]}"
                    + (channels > beyond ? $" & {Literals.Integer((1L << beyond) - 1)}ul;" : ";"));
        }
    }

    /// <summary>All that one window of the pool adds to a vector of the image's channels.</summary>
    private void EmitWindow(IndexExpression y, IndexExpression x, IndexExpression marks, IndexExpression weight, IndexExpression channel)
    {
        IndexExpression pixel = y * (height.Kernel * geometry.StrideHeight * image.Stride(0))
            + x * (width.Kernel * geometry.StrideWidth * image.Stride(1)) + channel;
        foreach ((int Row, int Column)[] part in reach.Parts(MostSums))
            EmitPart(part, y * pooled.Stride(0) + x * pooled.Stride(1), pixel, marks, weight);
    }

    private void EmitPart(
        (int Row, int Column)[] part, IndexExpression window, IndexExpression pixel, IndexExpression marks, IndexExpression weight)
    {
        IReadOnlyDictionary<(int Row, int Column), string> sums = target.EmitSums(reach.Pixels(part));
        for (int tap = 0; tap < taps; tap++)
            for (int word = 0; word < words; word++)
                EmitPosition(part, sums, tap, word, window, marks, weight);

        target.EmitAdd(sums, pixel);
    }

    /// <summary>The channels that passed on one position of the pool's window, one after the other.</summary>
    private void EmitPosition(
        (int Row, int Column)[] part,
        IReadOnlyDictionary<(int Row, int Column), string> sums,
        int tap,
        int word,
        IndexExpression window,
        IndexExpression marks,
        IndexExpression weight)
    {
        string left = context.Fresh("left");
        using (writer.Open(
            $"for (ulong {left} = Unsafe.Add(ref marks, {marks + ((word * taps) + tap)}); {left} != 0; {left} &= {left} - 1)"))
        {
            (string output, string value, string w) = (context.Fresh("output"), context.Fresh("v"), context.Fresh("w"));
            int start = word * ChannelsOfWord;
            writer.Line($"int {output} = Bits.TrailingZeroCount({left}){(start > 0 ? " + " + Literals.Integer(start) : "")};");
            string gradient = VectorDialect.Element(context.Reference(anchor.Gradient), window + output);
            writer.Line($"{dialect.Type} {value} = {dialect.Create(gradient)};");
            IndexExpression first = weight + (IndexExpression)output * anchor.Weight.Shape.Stride(1);
            writer.Line($"ref float {w} = ref {VectorDialect.Element(context.Reference(anchor.Weight), first)};");
            foreach ((int Row, int Column) place in part)
            {
                string sum = sums[reach.Pixel(reach.Positions[tap], place)];
                int at = (place.Row * anchor.Weight.Shape.Stride(2)) + (place.Column * anchor.Weight.Shape.Stride(3));
                writer.Line($"{sum} = {dialect.MultiplyAdd(value, dialect.Load(w, at), sum)};");
            }
        }
    }
}
