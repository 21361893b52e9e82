using System.Runtime.Intrinsics;
using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>
/// Products beside their obvious loops, at every width, with sizes around the tiles. All numbers are small and whole: sums are exact.
/// </summary>
public class ProductsTests
{
    /// <summary>Stands where nothing may be written.</summary>
    private const float Untouched = -7777;

    private static readonly int[] RowCounts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 19];

    /// <summary>Terms, and those of a panel.</summary>
    private static readonly (int Depth, int Panel)[] Depths = [(1, 1), (3, 3), (10, 10), (10, 4), (32, 8)];

    public static TheoryData<int> Columns => [16, 32, 48, 64, 80, 128, 256, 272, 304];

    [Theory]
    [MemberData(nameof(Columns))]
    public void Rows_at_every_width(int columns)
    {
        EveryWidth.Run(Rows<SimdScalar, float>, columns);
    }

    [Fact]
    public void Rows_of_one_narrow_vector()
    {
        EveryWidth.Run(OneVector<SimdScalar, float>);
        Rows<SimdScalar, float>(2);

        static void OneVector<S, V>()
            where S : ISimd<V>
            where V : struct => Rows<S, V>(S.Lanes);
    }

    [Fact]
    public void A_weight_beyond_L2_is_prefetched_and_gives_the_same()
    {
        Rows<Simd512, Vector512<float>>(512, [(600, 100)], [1, 5]);
        Rows<Simd256, Vector256<float>>(512, [(600, 100)], [1, 5]);
    }

    /// <summary>Panels of long rows are copied for some rows, those of shorter ones for many.</summary>
    [Theory]
    [InlineData(528, 37)]
    [InlineData(96, 261)]
    public void Packed_panels_give_the_same_at_every_width(int columns, int rows)
    {
        EveryWidth.Run(Packed<SimdScalar, float>);

        void Packed<S, V>()
            where S : ISimd<V>
            where V : struct => Rows<S, V>(columns, [(100, 96)], [rows]);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Parts_of_rows_at_every_width(int columns)
    {
        EveryWidth.Run(Parts<SimdScalar, float>, columns);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Parts_of_samples_at_every_width(int columns)
    {
        EveryWidth.Run(PartsOfSamples<SimdScalar, float>, columns);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Transposed_at_every_width(int columns)
    {
        EveryWidth.Run(Transposed<SimdScalar, float>, columns);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public void Weight_gradients_at_every_width(int columns)
    {
        EveryWidth.Run(Gradients<SimdScalar, float>, columns);
    }

    /// <summary>
    /// Sums that are made of blocks; the largest of more than one larger block. The weights of many columns lie beyond L2, where 11 and 16
    /// rows go through tall tiles.
    /// </summary>
    [Theory]
    [InlineData(16)]
    [InlineData(80)]
    [InlineData(304)]
    [InlineData(560)]
    public void Long_sums_at_every_width(int columns)
    {
        (int, int)[] depths = columns == 16 ? [(2049, 96), (13_000, 96)] : [(2200, 96)];
        EveryWidth.Run(Long<SimdScalar, float>);

        void Long<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            Rows<S, V>(columns, depths, [1, 3, 5, 11, 16, 70]);
            Parts<S, V>(columns, 2200, [1, 2, 5]);
            PartsOfSamples<S, V>(columns, 2200, [2], [7, 13]);
            Transposed<S, V>(columns, depths, [1, 5, 70]);
            Gradients<S, V>(columns, [2049, columns == 16 ? 13_000 : 2200], [1, 5, 29, 70]);
        }
    }

    /// <summary>Sums of fractions, whose bits tell in which order they are added.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(2048)]
    [InlineData(2500)]
    [InlineData(13_000)]
    public void A_row_has_the_same_bits_alone_among_others_and_in_parts(int depth)
    {
        EveryWidth.Run(SameBits<SimdScalar, float>);

        void SameBits<S, V>()
            where S : ISimd<V>
            where V : struct
        {
            const int Rows = 71, Columns = 320;
            var random = new Random(7);
            float[] source = [.. Enumerable.Range(0, Rows * depth).Select(_ => random.NextSingle())];
            float[] weight = [.. Enumerable.Range(0, depth * Columns).Select(_ => random.NextSingle() - 0.4f)];
            float[] all = new float[Rows * Columns], others = new float[Rows * Columns];
            Products.Rows<S, V, Unchanged<V>>(
                ref source[0], depth, ref weight[0], ref all[0], Columns, depth, 96, Columns, 0, Rows, default);
            foreach ((int begin, int end) in ((int, int)[])[(0, 1), (1, 4), (4, 9), (9, 20), (20, 36), (36, Rows)])
                Products.Rows<S, V, Unchanged<V>>(
                    ref source[0], depth, ref weight[0], ref others[0], Columns, depth, 96, Columns, begin, end, default);
            Assert.Equal(all, others);
            foreach ((int begin, int end) in ((int, int)[])[(0, 2), (2, 5), (5, 10)])
                Products.PartsOfRows<S, V, Unchanged<V>>(
                    ref source[0], depth, ref weight[0], ref others[0], Columns, depth, 96, Columns, 5, 2, begin, end, default);
            Assert.Equal(all, others);
            Array.Clear(others);
            foreach ((int begin, int end) in ((int, int)[])[(0, 2), (2, 7), (7, 10)])
                Products.PartsOfSamples<S, V, Unchanged<V>>(
                    ref source[0], depth, ref weight[0], ref others[0], Columns, depth, 96, Columns, 35, 5, 2, begin, end, default);
            Assert.Equal(all[..(70 * Columns)], others[..(70 * Columns)]);
        }
    }

    private static void Rows<S, V>(int columns, (int Depth, int Panel)[]? depths = null, int[]? rowCounts = null)
        where S : ISimd<V>
        where V : struct
    {
        foreach ((int depth, int panel) in depths ?? Depths)
            foreach (int rows in rowCounts ?? RowCounts)
            {
                var problem = new Problem(rows, depth, columns);
                float[] output = problem.NewOutput();
                Products.Rows<S, V, Then<V, AddBias<S, V>, Relu<S, V>>>(
                    ref problem.Source[0], problem.SourceStride, ref problem.Weight[0], ref output[0], problem.OutputStride,
                    depth, panel, columns, 1, rows + 1, new(new(ref problem.Bias[0]), default));
                problem.AssertProduct(output, $"{typeof(S).Name}: {rows} rows, {depth} terms in panels of {panel}, {columns} columns");

                output = problem.NewOutput();
                Products.Rows<S, V, Then<V, AddBias<S, V>, LongRelu<S, V>>>(
                    ref problem.Source[0], problem.SourceStride, ref problem.Weight[0], ref output[0], problem.OutputStride,
                    depth, panel, columns, 1, rows + 1, new(new(ref problem.Bias[0]), default));
                problem.AssertProduct(
                    output, $"{typeof(S).Name}, long: {rows} rows, {depth} terms in panels of {panel}, {columns} columns");

                if (depth > 2048)
                    continue;
                output = problem.NewOutput();
                Products.SmallRows<S, V, Then<V, AddBias<S, V>, Relu<S, V>>>(
                    ref problem.Source[0], problem.SourceStride, ref problem.Weight[0], ref output[0], problem.OutputStride,
                    depth, columns, 1, rows + 1, new(new(ref problem.Bias[0]), default));
                problem.AssertProduct(output, $"{typeof(S).Name}, small: {rows} rows, {depth} terms, {columns} columns");
            }
    }

    /// <summary>Two threads, whose border lies at each item.</summary>
    private static void Parts<S, V>(int columns, int depth = 10, int[]? rowCounts = null)
        where S : ISimd<V>
        where V : struct
    {
        int parts = columns % 64 == 0 ? columns / 64 : columns % 32 == 0 ? columns / 32 : 1;
        foreach (int rows in rowCounts ?? [1, 2, 3, 4, 5, 9])
        {
            // Its rows begin at 0: items are counted from there.
            var problem = new Problem(rows, depth, columns, firstRow: 0);
            for (int border = 0; border <= rows * parts; border++)
            {
                float[] output = problem.NewOutput();
                foreach ((int begin, int end) in ((int, int)[])[(0, border), (border, rows * parts)])
                    Products.PartsOfRows<S, V, Then<V, AddBias<S, V>, Relu<S, V>>>(
                        ref problem.Source[0], problem.SourceStride, ref problem.Weight[0], ref output[0], problem.OutputStride,
                        depth, 4, columns, parts, rows, begin, end, new(new(ref problem.Bias[0]), default));
                problem.AssertProduct(
                    output, $"{typeof(S).Name}: {rows} rows in {parts} parts each, border at {border}, {columns} columns");

                output = problem.NewOutput();
                foreach ((int begin, int end) in ((int, int)[])[(0, border), (border, rows * parts)])
                    Products.PartsOfRows<S, V, Then<V, AddBias<S, V>, LongRelu<S, V>>>(
                        ref problem.Source[0], problem.SourceStride, ref problem.Weight[0], ref output[0], problem.OutputStride,
                        depth, 4, columns, parts, rows, begin, end, new(new(ref problem.Bias[0]), default));
                problem.AssertProduct(
                    output, $"{typeof(S).Name}, long: {rows} rows in {parts} parts each, border at {border}, {columns} columns");
            }
        }
    }

    /// <summary>The same of samples of several rows.</summary>
    private static void PartsOfSamples<S, V>(int columns, int depth = 10, int[]? sampleCounts = null, int[]? rowCounts = null)
        where S : ISimd<V>
        where V : struct
    {
        int parts = columns % 64 == 0 ? columns / 64 : columns % 32 == 0 ? columns / 32 : 1;
        foreach (int samples in sampleCounts ?? [1, 3, 5])
            foreach (int rows in rowCounts ?? [2, 16])
            {
                var problem = new Problem(samples * rows, depth, columns, firstRow: 0);
                for (int border = 0; border <= samples * parts; border++)
                {
                    float[] output = problem.NewOutput();
                    foreach ((int begin, int end) in ((int, int)[])[(0, border), (border, samples * parts)])
                        Products.PartsOfSamples<S, V, Then<V, AddBias<S, V>, Relu<S, V>>>(
                            ref problem.Source[0], problem.SourceStride, ref problem.Weight[0], ref output[0], problem.OutputStride,
                            depth, 4, columns, rows, parts, samples, begin, end, new(new(ref problem.Bias[0]), default));
                    string what = $"{samples} samples of {rows} rows in {parts} parts each, border at {border}, {columns} columns";
                    problem.AssertProduct(output, $"{typeof(S).Name}: {what}");

                    output = problem.NewOutput();
                    foreach ((int begin, int end) in ((int, int)[])[(0, border), (border, samples * parts)])
                        Products.PartsOfSamples<S, V, Then<V, AddBias<S, V>, LongRelu<S, V>>>(
                            ref problem.Source[0], problem.SourceStride, ref problem.Weight[0], ref output[0], problem.OutputStride,
                            depth, 4, columns, rows, parts, samples, begin, end, new(new(ref problem.Bias[0]), default));
                    problem.AssertProduct(output, $"{typeof(S).Name}, long: {what}");
                }
            }
    }

    private static void Transposed<S, V>(int columns, (int Depth, int Panel)[]? depths = null, int[]? rowCounts = null)
        where S : ISimd<V>
        where V : struct
    {
        foreach ((int depth, int panel) in depths ?? Depths)
            foreach (int rows in rowCounts ?? RowCounts)
                foreach (int weightRows in (int[])[columns, columns - 3])
                {
                    var problem = new Problem(rows, depth, columns, weightRows);
                    float[] output = problem.NewOutput(), transposed = problem.TransposedWeight();
                    int items = (columns + Products.PanelColumns - 1) / Products.PanelColumns;
                    foreach ((int begin, int end) in ((int, int)[])[(0, items / 2), (items / 2, items)])
                        Products.Transposed<S, V, Then<V, AddBias<S, V>, Relu<S, V>>>(
                            ref problem.Source[0], problem.SourceStride, ref transposed[0], depth + 1, ref output[0], problem.OutputStride,
                            depth, panel, columns, weightRows, 1, rows + 1, begin, end, new(new(ref problem.Bias[0]), default));
                    problem.AssertProduct(
                        output, $"{typeof(S).Name}: {rows} rows, {depth} terms in panels of {panel}, {weightRows} of {columns} columns");

                    output = problem.NewOutput();
                    foreach ((int begin, int end) in ((int, int)[])[(0, items / 2), (items / 2, items)])
                        Products.Transposed<S, V, Then<V, AddBias<S, V>, LongRelu<S, V>>>(
                            ref problem.Source[0], problem.SourceStride, ref transposed[0], depth + 1, ref output[0], problem.OutputStride,
                            depth, panel, columns, weightRows, 1, rows + 1, begin, end, new(new(ref problem.Bias[0]), default));
                    problem.AssertProduct(
                        output,
                        $"{typeof(S).Name}, long: {rows} rows, {depth} terms in panels of {panel}, {weightRows} of {columns} columns");
                }
    }

    private static void Gradients<S, V>(int columns, int[]? rowCounts = null, int[]? depths = null)
        where S : ISimd<V>
        where V : struct
    {
        foreach (int rows in rowCounts ?? [1, 2, 7])
            foreach (int depth in depths ?? [1, 3, 4, 5, 6, 11, 12, 13, 16, 29])
                foreach (bool adds in (bool[])[false, true])
                {
                    // Of the last columns one is padding where the width allows it.
                    int inner = S.Lanes > 1 ? columns - 1 : columns;
                    float[] source = Whole(rows * (depth + 2), 5), outputGradient = Whole(rows * (columns + 16), 3);
                    float[] gradient = [.. Enumerable.Repeat(adds ? 100f : Untouched, (depth + 1) * columns)];
                    int border = depth / 2;
                    foreach ((int begin, int end) in ((int, int)[])[(0, border), (border, depth)])
                        WeightGradients.OfProduct<S, V>(
                            ref source[0], depth + 2, ref outputGradient[0], columns + 16, ref gradient[0], columns, inner, rows, begin,
                            end, adds);
                    for (int k = 0; k < depth; k++)
                        for (int column = 0; column < columns; column++)
                        {
                            float expected = adds ? 100 : 0;
                            for (int row = 0; row < rows; row++)
                                expected += source[(row * (depth + 2)) + k] * outputGradient[(row * (columns + 16)) + column];
                            if (expected != gradient[(k * columns) + column])
                                Assert.Fail(
                                    $"{typeof(S).Name}: {rows} rows, weight {depth}×{columns}: [{k}, {column}] "
                                    + $"is {gradient[(k * columns) + column]}, not {expected}");
                        }

                    Assert.All(gradient[(depth * columns)..], value => Assert.Equal(adds ? 100f : Untouched, value));
                }
    }

    private static float[] Whole(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(-9, 10))];
    }

    /// <summary>A product whose rows begin behind one that is not computed, with room between rows.</summary>
    private sealed class Problem
    {
        private readonly int rows, depth, columns, weightRows, firstRow;

        public Problem(int rows, int depth, int columns, int weightRows = 0, int firstRow = 1)
        {
            (this.rows, this.depth, this.columns, this.firstRow) = (rows, depth, columns, firstRow);
            this.weightRows = weightRows == 0 ? columns : weightRows;
            Source = Whole((rows + firstRow) * SourceStride, 1);
            Weight = Whole(depth * columns, 2);
            Bias = Whole(columns, 3);
            for (int k = 0; k < depth; k++)
                Weight.AsSpan((k * columns) + this.weightRows, columns - this.weightRows).Clear();
        }

        public float[] Source { get; }

        public float[] Weight { get; }

        public float[] Bias { get; }

        public int SourceStride => depth + 3;

        public int OutputStride => columns + 16;

        public float[] NewOutput() => [.. Enumerable.Repeat(Untouched, (rows + firstRow + 1) * OutputStride)];

        /// <summary>The weight as [columns, depth], with room between rows.</summary>
        public float[] TransposedWeight()
        {
            float[] transposed = new float[columns * (depth + 1)];
            for (int column = 0; column < columns; column++)
                for (int k = 0; k < depth; k++)
                    transposed[(column * (depth + 1)) + k] = column < weightRows ? Weight[(k * columns) + column] : float.NaN;
            return transposed;
        }

        public void AssertProduct(float[] output, string of)
        {
            for (int place = 0; place < output.Length; place++)
            {
                (int row, int column) = (place / OutputStride, place % OutputStride);
                float expected = Untouched;
                if (row >= firstRow && row < rows + firstRow && column < columns)
                {
                    float sum = Bias[column];
                    for (int k = 0; k < depth; k++)
                        sum += Source[(row * SourceStride) + k] * Weight[(k * columns) + column];
                    expected = Math.Max(0, sum);
                }

                if (expected != output[place])
                    Assert.Fail($"{of}: [{row}, {column}] is {output[place]}, not {expected}");
            }
        }
    }
}
