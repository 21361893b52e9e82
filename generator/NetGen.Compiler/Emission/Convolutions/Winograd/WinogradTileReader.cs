using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the call by which a kernel reads a tile of an image and transforms it. Beyond the image all is zero: a row there is
/// read from a line of zeros, and tiles that reach over the image's sides have methods of their own, which leave out the columns
/// there.
/// </summary>
internal sealed class WinogradTileReader
{
    private readonly WinogradTileKind kind;
    private readonly WinogradSize size;
    private readonly Tensor image;
    private readonly Margins margins;
    private readonly int[] rows;
    private readonly int[] columns;

    /// <param name="kind">What is transformed.</param>
    /// <param name="size">Of a tile.</param>
    /// <param name="image">[height, width, channels].</param>
    /// <param name="margins">Rows and columns of zeros before the image; what lies behind it is zero anyway.</param>
    /// <param name="rows">With which row each row of tiles begins, counted with the margins.</param>
    /// <param name="columns">The same for columns.</param>
    public WinogradTileReader(WinogradTileKind kind, WinogradSize size, Tensor image, Margins margins, IEnumerable<int> rows, IEnumerable<int> columns)
    {
        (this.kind, this.size, this.image, this.margins) = (kind, size, image, margins);
        (this.rows, this.columns) = ([.. rows], [.. columns]);
    }

    /// <summary>Floats that must be zero, behind the local "zeros", to stand for a row that is missing.</summary>
    public int Zeros => Above > 0 || Below > 0 ? Pixels * image.Shape.Stride(1) : 0;

    private int Pixels => WinogradTileTransform.PixelsOf(kind, size);

    private int Above => Math.Max(0, margins.Top - rows.Min());

    private int Below => Math.Max(0, rows.Max() - margins.Top + Pixels - image.Shape[0]);

    /// <summary>Prints the call for the tile that begins at row "y" and column "x", counted with the margins.</summary>
    /// <param name="context">The kernel, in which the image is declared.</param>
    /// <param name="dialect">The vector width.</param>
    /// <param name="partial">Which rows of places are needed, as arguments of a call; null for all.</param>
    /// <param name="target">Where the places go, each of them behind the one before by as many floats as the image has channels.</param>
    public void EmitCall(KernelContext context, VectorDialect dialect, string? partial, string target)
    {
        CodeWriter writer = context.Writer;
        IGrouping<WinogradOverhang, int>[] cases = [.. columns.GroupBy(OverhangAt).OrderBy(group => group.Count())];
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

        string Call(WinogradOverhang beyond)
        {
            int ahead = margins.Left - beyond.Left;
            IndexExpression start = ((IndexExpression)"x" + -ahead) * image.Shape.Stride(1);
            var arguments = new List<string> { "ref " + VectorDialect.Element(context.Reference(image), start) };
            if (beyond.MissesRows)
                arguments.Add("ref zeros");
            arguments.Add(margins.Top > 0 ? "y - " + Literals.Integer(margins.Top) : "y");
            if (partial is not null)
                arguments.Add(partial);
            arguments.Add("ref " + target);
            var method = new WinogradTileTransform(dialect, kind, size, image.Shape, beyond, ahead, partial is not null);
            return $"{context.Winograd.NameOf(method)}({string.Join(", ", arguments)});";
        }
    }

    private WinogradOverhang OverhangAt(int column) => new(
        Math.Max(0, margins.Left - column), Math.Max(0, column - margins.Left + Pixels - image.Shape[1]), Above, Below);
}
