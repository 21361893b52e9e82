using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints methods that read a tile of an image and transform it into the 36 places at which Winograd's algorithm multiplies: a
/// vector of channels stays in registers from the pixels to the places.
/// </summary>
/// <remarks>
/// The places come in two halves of three rows: what a half needs has room in 32 registers, and to read the pixels twice costs less
/// than to write what lies between the columns' transform and the rows'. Beyond the image all is zero: a row there is read from a
/// line of zeros, and tiles that reach over the image's sides have methods of their own, which leave out the columns there.
/// </remarks>
internal sealed class WinogradTileReader
{
    private const int Places = 6;

    private readonly Tensor image;
    private readonly Margins margins;
    private readonly int pixels;
    private readonly int[] rows;
    private readonly int[] columns;
    private readonly WinogradTransform transform;

    /// <param name="image">[height, width, channels].</param>
    /// <param name="margins">Rows and columns of zeros before the image; what lies behind it is zero anyway.</param>
    /// <param name="pixels">Pixels of a tile along one axis.</param>
    /// <param name="rows">With which row each row of tiles begins, counted with the margins.</param>
    /// <param name="columns">The same for columns.</param>
    /// <param name="transform">Half the transform of a line.</param>
    public WinogradTileReader(
        Tensor image, Margins margins, int pixels, IEnumerable<int> rows, IEnumerable<int> columns, WinogradTransform transform)
    {
        (this.image, this.margins, this.pixels, this.transform) = (image, margins, pixels, transform);
        (this.rows, this.columns) = ([.. rows], [.. columns]);
    }

    /// <summary>What the methods are called, before what they leave out.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they compute, as a sentence.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Whether the caller says which rows of places it needs.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Floats that must be zero, behind the local "zeros", to stand for a row that is missing.</summary>
    public int Zeros => Enumerable.Range(0, pixels).Any(CanBeMissing) ? pixels * image.Shape.Stride(1) : 0;

    /// <summary>Prints the call for the tile that begins at row "y" and column "x", counted with the margins.</summary>
    /// <param name="context">The kernel, in which the image is declared.</param>
    /// <param name="rows">Which rows of places are needed, as arguments of a call; null for all.</param>
    /// <param name="target">Where the places go, each of them behind the one before by as many floats as the image has channels.</param>
    public void EmitCall(KernelContext context, string? rows, string target)
    {
        CodeWriter writer = context.Writer;
        IGrouping<Gap, int>[] cases = [.. columns.GroupBy(GapAt).OrderBy(group => group.Count())];
        for (int index = 0; index < cases.Length; index++)
        {
            string call = Call(cases[index].Key);
            if (cases.Length == 1)
            {
                writer.Line(call);
                return;
            }

            string condition = $"if (x is {string.Join(" or ", cases[index].Select(column => Literals.Integer(column)))})";
            using (writer.Open(index == 0 ? condition : index < cases.Length - 1 ? "else " + condition : "else"))
                writer.Line(call);
        }

        string Call(Gap gap)
        {
            IndexExpression start = ((IndexExpression)"x" + (gap.Left - margins.Left)) * image.Shape.Stride(1);
            var arguments = new List<string> { "ref " + VectorDialect.Element(context.Reference(image), start) };
            if (Zeros > 0)
                arguments.Add("ref zeros");
            arguments.Add(margins.Top > 0 ? "y - " + Literals.Integer(margins.Top) : "y");
            if (rows is not null)
                arguments.Add(rows);
            arguments.Add("ref " + target);
            return $"{MethodOf(gap)}({string.Join(", ", arguments)});";
        }
    }

    /// <summary>Prints the methods.</summary>
    public void EmitMethods(KernelContext kernel, VectorDialect dialect)
    {
        foreach (Gap gap in columns.Select(GapAt).Distinct())
            EmitMethod(kernel.Again(), dialect, gap);
    }

    private string MethodOf(Gap gap) => Name
        + (gap.Left > 0 ? "FromColumn" + Literals.Integer(gap.Left) : "")
        + (gap.Right > 0 ? "UntilColumn" + Literals.Integer(pixels - gap.Right) : "");

    private void EmitMethod(KernelContext context, VectorDialect dialect, Gap gap)
    {
        CodeWriter writer = context.Writer;
        writer.Line();
        string remark = gap == Gap.None ? "" : $" Of the tile's columns the image has {gap.Left} to {pixels - gap.Right - 1}.";
        writer.Line($"/// <summary>{Summary}{remark}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        string zeros = Zeros > 0 ? ", ref float zeros" : "";
        string partial = IsPartial ? ", int begin, int end" : "";
        using (writer.Open($"private static void {MethodOf(gap)}(ref float image{zeros}, int y{partial}, ref float places)"))
        {
            for (int line = 0; line < pixels; line++)
                writer.Line($"ref float line{line} = ref {LineOf(line)};");
            EmitPrefetch(writer, gap);
            string channels = Literals.Integer(dialect.Extent(image.Shape));
            using (writer.Open($"for (int channel = 0; channel < {channels}; channel += {Literals.Integer(dialect.Lanes)})"))
            {
                for (int line = 0; line < pixels; line++)
                    writer.Line($"ref float pixels{line} = ref Unsafe.Add(ref line{line}, channel);");
                writer.Line("ref float target = ref Unsafe.Add(ref places, channel);");
                for (int half = 0; half < Places / WinogradTransforms.HalfPlaces; half++)
                    EmitHalf(context, dialect, gap, half);
            }
        }
    }

    /// <summary>What the tile below will read first: its rows lie too far apart for the processor to see where this leads.</summary>
    private void EmitPrefetch(CodeWriter writer, Gap gap)
    {
        (int row, int column) = (image.Shape.Stride(0), image.Shape.Stride(1));
        IndexExpression below = ((IndexExpression)"y" + pixels) * row + ((margins.Left - gap.Left) * column);
        writer.Line(
            $"Prefetch.Rows(ref {VectorDialect.Element("image", below)}, {WinogradConvolution.TileSize}, {Literals.Integer(row)}, "
            + $"{Literals.Integer(WinogradConvolution.TileSize * column)});");
    }

    private void EmitHalf(KernelContext context, VectorDialect dialect, Gap gap, int half)
    {
        CodeWriter writer = context.Writer;
        var transforms = new WinogradTransforms(context, dialect);
        int first = half * WinogradTransforms.HalfPlaces;
        CodeWriter.Block? block = !IsPartial ? null
            : writer.Open(half == 0 ? $"if (begin < {WinogradTransforms.HalfPlaces})" : $"if (end > {first})");
        writer.Line($"// Each column of the tile, to rows {first} to {first + WinogradTransforms.HalfPlaces - 1} of its places.");
        string[][] passed = new string[pixels][];
        for (int column = 0; column < pixels; column++)
        {
            if (column < gap.Left || column >= pixels - gap.Right)
            {
                passed[column] = [.. Enumerable.Repeat(dialect.Zero, WinogradTransforms.HalfPlaces)];
                continue;
            }

            string[] read = [.. Enumerable.Range(0, pixels).Select(line => transforms.Local(
                "d" + line, dialect.Load("pixels" + line, (column - gap.Left) * image.Shape.Stride(1))))];
            passed[column] = [.. transform(transforms, read, half).Select(value => transforms.Local("column" + column, value))];
        }

        for (int row = 0; row < WinogradTransforms.HalfPlaces; row++)
        {
            writer.Line($"// Row {first + row} of the places.");
            string[] line = [.. passed.Select(column => column[row])];
            int place = (first + row) * Places;
            for (int part = 0; part < Places / WinogradTransforms.HalfPlaces; part++)
                foreach (string value in transform(transforms, line, part))
                    writer.Line(dialect.Store(value, "target", place++ * image.Shape.PaddedInner));
        }

        block?.Dispose();
    }

    /// <summary>Where a line of the tile lies: in the image, or in the zeros.</summary>
    private string LineOf(int line)
    {
        string inImage = $"Unsafe.Add(ref image, (y{(line > 0 ? " + " + Literals.Integer(line) : "")}) * {Literals.Integer(image.Shape.Stride(0))})";
        var conditions = new List<string>();
        string place = line > 0 ? "y + " + Literals.Integer(line) : "y";
        if (rows.Min() - margins.Top + line < 0)
            conditions.Add(place + " >= 0");
        if (rows.Max() - margins.Top + line >= image.Shape[0])
            conditions.Add($"{place} < {Literals.Integer(image.Shape[0])}");
        return conditions.Count == 0 ? inImage : $"({string.Join(" && ", conditions)} ? ref {inImage} : ref zeros)";
    }

    private bool CanBeMissing(int line) => rows.Any(row => row - margins.Top + line is var place && (place < 0 || place >= image.Shape[0]));

    private Gap GapAt(int column) => new(
        Math.Max(0, margins.Left - column), Math.Max(0, column - margins.Left + pixels - image.Shape[1]));

    /// <summary>How many columns of a tile lie beyond the image.</summary>
    private readonly record struct Gap(int Left, int Right)
    {
        public static Gap None => default;
    }
}

/// <summary>Half the transform of a line: from a vector for each pixel to one for each of three places.</summary>
internal delegate string[] WinogradTransform(WinogradTransforms transforms, string[] line, int half);
