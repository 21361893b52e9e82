using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Brings the singular values of a matrix near 1 and keeps its singular vectors: five steps of Newton and Schulz (Jordan et al., "Muon: An
/// optimizer for hidden layers in neural networks", 2024, https://kellerjordan.github.io/posts/muon/).
/// </summary>
/// <remarks>
/// X ← M/(‖M‖ + 10⁻⁷); A = XXᵀ; X ← aX + (bA + cA²)X. Rows are the shorter side. Buffers are zero behind the matrix, and stay so. Each row
/// of a product is computed by one thread, so that the bits do not depend on their number.
/// </remarks>
internal sealed class NewtonSchulz
{
    private const int Iterations = 5;
    private const float A = 3.4445f;
    private const float B = -4.7750f;
    private const float C = 2.0315f;
    private const double AddedToNorm = 1e-7;

    // Rows of a product that a thread takes at once, and terms of its sums that stay in L1.
    private const int RowsOfPart = 16;
    private const int Panel = 96;

    private readonly int lanes = VectorWidth.Preferred;
    private readonly AlignedBlock matrix;
    private readonly AlignedBlock transposed;
    private readonly AlignedBlock product;
    private readonly AlignedBlock square;
    private readonly AlignedBlock polynomial;
    private readonly RangeAction transpose;
    private readonly RangeAction multiplyTransposed;
    private readonly RangeAction computePolynomial;
    private readonly RangeAction applyPolynomial;
    private int rows;
    private int columns;
    private int rowStride;
    private int columnStride;

    /// <summary>Room for matrices of these sizes.</summary>
    /// <param name="sizes">The rows and columns of each, no more rows than columns.</param>
    public NewtonSchulz(IReadOnlyList<(int Rows, int Columns)> sizes)
    {
        long wide = sizes.Max(size => (long)size.Rows * AlignedBlock.RoundUp(size.Columns));
        long high = sizes.Max(size => (long)size.Columns * AlignedBlock.RoundUp(size.Rows));
        long small = sizes.Max(size => (long)size.Rows * AlignedBlock.RoundUp(size.Rows));
        (matrix, product, transposed) = (new AlignedBlock(wide), new AlignedBlock(wide), new AlignedBlock(high));
        (square, polynomial) = (new AlignedBlock(small), new AlignedBlock(small));
        (transpose, multiplyTransposed) = (Transpose, MultiplyTransposed);
        (computePolynomial, applyPolynomial) = (ComputePolynomial, ApplyPolynomial);
    }

    /// <summary>Begins a matrix, whose rows are to be filled.</summary>
    public void Begin(int ofRows, int ofColumns)
    {
        (rows, columns) = (ofRows, ofColumns);
        (rowStride, columnStride) = (AlignedBlock.RoundUp(columns), AlignedBlock.RoundUp(rows));
        matrix.Span[..(rows * rowStride)].Clear();
        transposed.Span[..(columns * columnStride)].Clear();
    }

    /// <summary>A row of the matrix: of the one that came, and then of the result.</summary>
    public Span<float> Row(int row) => matrix.Span.Slice(row * rowStride, columns);

    /// <summary>Replaces the matrix.</summary>
    public void Run(Workers workers)
    {
        double sum = 0;
        Span<float> all = matrix.Span[..(rows * rowStride)];
        foreach (float value in all)
            sum += (double)value * value;
        float scale = (float)(1 / (Math.Sqrt(sum) + AddedToNorm));
        foreach (ref float value in all)
            value *= scale;
        int parts = (rows + RowsOfPart - 1) / RowsOfPart;
        for (int i = 0; i < Iterations; i++)
        {
            workers.Run(transpose, (columns + RowsOfPart - 1) / RowsOfPart);
            workers.Run(multiplyTransposed, parts);
            workers.Run(computePolynomial, parts);
            workers.Run(applyPolynomial, parts);
            all = matrix.Span[..(rows * rowStride)];
            Span<float> added = product.Span[..(rows * rowStride)];
            for (int at = 0; at < all.Length; at++)
                all[at] = MathF.FusedMultiplyAdd(A, all[at], added[at]);
        }
    }

    private void Transpose(int begin, int end)
    {
        for (int column = begin * RowsOfPart; column < Math.Min(end * RowsOfPart, columns); column++)
        {
            Span<float> to = transposed.Span.Slice(column * columnStride, rows);
            for (int row = 0; row < rows; row++)
                to[row] = matrix.Span[(row * rowStride) + column];
        }
    }

    private void MultiplyTransposed(int begin, int end) =>
        Multiply(matrix, rowStride, transposed, square, columnStride, columns, begin, end);

    private void ComputePolynomial(int begin, int end)
    {
        Multiply(square, columnStride, square, polynomial, columnStride, rows, begin, end);
        for (int at = begin * RowsOfPart * columnStride; at < Math.Min(end * RowsOfPart, rows) * columnStride; at++)
            polynomial.Span[at] = (B * square.Span[at]) + (C * polynomial.Span[at]);
    }

    private void ApplyPolynomial(int begin, int end) =>
        Multiply(polynomial, columnStride, matrix, product, rowStride, rows, begin, end);

    /// <summary>Parts of rows of left · right.</summary>
    private void Multiply(
        AlignedBlock left, int leftStride, AlignedBlock right, AlignedBlock result, int resultStride, int depth, int begin, int end)
    {
        var visitor = new ProductOfRows(lanes)
        {
            Left = ref left[0],
            LeftStride = leftStride,
            Right = ref right[0],
            Result = ref result[0],
            ResultStride = resultStride,
            Depth = depth,
            Begin = begin * RowsOfPart,
            End = Math.Min(end * RowsOfPart, rows),
        };
        VectorWidth.Visit(ref visitor);
    }

    private ref struct ProductOfRows(int lanes) : IWidthVisitor
    {
        public ref float Left;
        public int LeftStride;
        public ref float Right;
        public ref float Result;
        public int ResultStride;
        public int Depth;
        public int Begin;
        public int End;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly bool Visit<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            if (S.Lanes != lanes)
                return false;
            Run<S, V>(in this);
            return true;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void Run<S, V>(in ProductOfRows of)
            where S : ISimd<V>
            where V : struct =>
            Products.Rows<S, V, Unchanged<V>>(
                ref of.Left, of.LeftStride, ref of.Right, ref of.Result, of.ResultStride, of.Depth, Panel, of.ResultStride, of.Begin,
                of.End, default);
    }
}
