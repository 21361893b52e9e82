using NetGen.Compiler.Graph;
using NetGen.Reference;

namespace NetGen.Compiler.Tests.Reference;

/// <summary>The reference itself, form by form, on examples that can be followed by hand.</summary>
public class InterpreterTests
{
    [Fact]
    public void Map_stretches_axes_of_size_one_and_shares_what_is_not_batched()
    {
        TensorValue y = TestPrograms.Run(
            TensorShape.Batched(2, 2), [1, 2, 3, 4, 5, 6, 7, 8],
            x => (x * TestPrograms.Weight(x, 0, 1, 2)) + x.Sum(1), [10, 100]);
        Assert.Equal([13, 203, 37, 407, 61, 611, 85, 815], y.Data);
    }

    [Fact]
    public void Reduce_keeps_its_axes_with_size_one()
    {
        TensorValue sum = TestPrograms.Run(TensorShape.Batched(2, 3), [1, 2, 3, 4, 5, 6], x => x.Sum(0));
        TensorValue max = TestPrograms.Run(TensorShape.Batched(2, 3), [1, 2, 3, 4, 5, 6], x => x.MaxAsShift(1));
        Assert.Equal([5, 7, 9], sum.Data);
        Assert.Equal([3, 6], max.Data);
    }

    [Fact]
    public void Batch_sum_adds_the_samples()
    {
        TensorValue y = TestPrograms.Run(TensorShape.Batched(2), [1, 2, 30, 40, 500, 600], x => x.SumOverBatch());
        Assert.Equal([531, 642], y.Data);
    }

    [Fact]
    public void Product_is_rows_times_matrix()
    {
        TensorValue y = TestPrograms.Run(
            TensorShape.Batched(2), [1, 2, 3, 4], x => x.Times(TestPrograms.Weight(x, 0, 2, 3)), [1, 2, 3, 10, 20, 30]);
        Assert.Equal([21, 42, 63, 43, 86, 129], y.Data);
    }

    [Fact]
    public void Product_weight_gradient_is_the_transposed_product()
    {
        TensorValue y = TestPrograms.Run(
            TensorShape.Batched(2), [1, 2, 3, 4], x => x.Program.Add(new ProductWeightGradient(TestPrograms.Forward, x, x.Sum(0))));
        Assert.Equal([(1 * 3) + (3 * 7), (2 * 3) + (4 * 7)], y.Data);
    }

    [Fact]
    public void Convolution_is_a_cross_correlation()
    {
        TensorValue y = TestPrograms.Run(
            TensorShape.Batched(3, 3, 1), [1, 2, 3, 4, 5, 6, 7, 8, 9],
            x => x.Convolve(TestPrograms.Weight(x, 0, 2, 2, 1, 1), new ConvolutionGeometry(2, 2, 1, 1, 1, 1, 1)), [1, 10, 100, 1000]);
        Assert.Equal([5421, 6532, 8754, 9865], y.Data);
    }

    [Fact]
    public void Convolution_knows_stride_dilation_and_groups()
    {
        var geometry = new ConvolutionGeometry(1, 2, 1, 2, 1, 2, 2);
        TensorValue y = TestPrograms.Run(
            TensorShape.Batched(1, 5, 2), [1, 10, 2, 20, 3, 30, 4, 40, 5, 50],
            x => x.Convolve(TestPrograms.Weight(x, 0, 1, 2, 1, 2), geometry), [1, 1, 2, 3]);
        Assert.Equal([1 + 6, 10 + 90, 3 + 10, 30 + 150], y.Data);
    }

    /// <summary>Aᵀ·[(G·w·Gᵀ) ⊙ (Bᵀ·d·B)]·A is the convolution, exactly but for rounding: the three matrices belong together.</summary>
    [Theory, InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void Winograd_weight_gives_the_convolution_of_a_tile(int window)
    {
        int tile = new WinogradSize(window).Tile;
        double root = Math.Sqrt(0.5);
        double[][] b =
        [
            [1, 0, -2.5, 0, 1, 0], [0, -2 * root, -2, root, 1, 0], [0, 2 * root, -2, -root, 1, 0],
            [0, -root, -0.5, 2 * root, 1, 0], [0, root, -0.5, -2 * root, 1, 0], [0, 1, 0, -2.5, 0, 1],
        ];
        double[][] a =
        [
            [1, 1, 1, 1, 1, 0], [0, root, -root, 2 * root, -2 * root, 0], [0, 0.5, 0.5, 2, 2, 0],
            [0, root / 2, -root / 2, 4 * root, -4 * root, 0], [0, 0.25, 0.25, 4, 4, 0],
        ];
        double[] image = TestPrograms.Numbers(36);
        double[] kernel = TestPrograms.Numbers(window * window, seed: 2);
        TensorShape shape = TensorShape.Batched(6, 6, 1);
        a[tile - 1][5] = 1;
        TensorValue direct = TestPrograms.Run(
            shape, image,
            x => x.Convolve(TestPrograms.Weight(x, 0, window, window, 1, 1), new ConvolutionGeometry(window, window, 1, 1, 1, 1, 1)),
            kernel);
        TensorValue u = TestPrograms.Run(
            shape, image,
            x => x.Program.Add(new WinogradWeight(TestPrograms.Forward, TestPrograms.Weight(x, 0, window, window, 1, 1))), kernel);
        for (int y = 0; y < tile; y++)
            for (int x = 0; x < tile; x++)
            {
                double sum = 0;
                for (int i = 0; i < 6; i++)
                    for (int j = 0; j < 6; j++)
                        sum += a[y][i] * a[x][j] * u[0, i, j, 0, 0] * Transformed(i, j);
                Assert.Equal(direct[0, y, x, 0], sum, 1e-12);
            }

        double Transformed(int i, int j)
        {
            double sum = 0;
            for (int row = 0; row < 6; row++)
                for (int column = 0; column < 6; column++)
                    sum += b[i][row] * image[(row * 6) + column] * b[j][column];
            return sum;
        }
    }

    /// <summary>
    /// The gradient by the transformed weight, taken back through the transform, is the direct one, even in tiles that the
    /// image does not fill.
    /// </summary>
    [Theory]
    [InlineData(2, 2), InlineData(3, 3), InlineData(4, 4), InlineData(5, 5)]
    [InlineData(1, 2), InlineData(1, 3), InlineData(1, 4), InlineData(1, 5)]
    public void Winograd_gradients_give_the_gradient_of_the_weight(int height, int window)
    {
        TensorShape image = TensorShape.Batched(6, 8, 2);
        TensorShape output = TensorShape.Batched(10 - height, 12 - window, 3);
        var margins = new Margins(1, 2, 2, 1);
        var geometry = new ConvolutionGeometry(height, window, 1, 1, 1, 1, 1);
        var program = new Program("test");
        Expr x = TestPrograms.Input(program, image, InputRole.Samples);
        Expr dy = TestPrograms.Input(program, output, InputRole.OutputGradient);
        Expr padded = x.Padded((margins.Top, margins.Bottom), (margins.Left, margins.Right));
        program.AddResult(
            ResultRole.Output,
            program.Add(new ConvolutionWeightGradient(
                TestPrograms.Forward, padded, dy, geometry)));
        program.AddResult(
            ResultRole.Output,
            program.Add(new WinogradWeightGradient(
                TestPrograms.Forward,
                program.Add(new WinogradTransformedGradient(TestPrograms.Forward, x, dy, margins, WinogradSize.Of(geometry))))));
        IReadOnlyList<(ProgramResult Result, TensorValue Value)> results = Interpreter.Run(program, TestPrograms.EmptyBatch with
        {
            Samples = 2,
            Inputs = new Dictionary<InputRole, double[]>
            {
                [InputRole.Samples] = TestPrograms.Numbers(2 * image.Count),
                [InputRole.OutputGradient] = TestPrograms.Numbers(2 * output.Count, seed: 2),
            },
        });
        Assert.Equal(results[0].Value.Data.Length, results[1].Value.Data.Length);
        for (int i = 0; i < results[0].Value.Data.Length; i++)
            Assert.Equal(results[0].Value.Data[i], results[1].Value.Data[i], 1e-11);
    }

    /// <summary>⟨gradient, convolution(x, e)⟩ for every unit weight e is the weight's gradient, by linearity.</summary>
    [Fact]
    public void Convolution_weight_gradient_is_the_adjoint_of_the_convolution()
    {
        var geometry = new ConvolutionGeometry(2, 3, 2, 1, 1, 2, 2);
        TensorShape image = TensorShape.Batched(5, 7, 4);
        double[] samples = TestPrograms.Numbers(2 * image.Count);
        TensorShape output = TensorShape.Batched(geometry.OutputHeight(5), geometry.OutputWidth(7), 6);
        double[] gradient = TestPrograms.Numbers(2 * output.Count, seed: 2);
        int weights = 2 * 3 * 2 * 6;

        var program = new Program("test");
        Expr x = TestPrograms.Input(program, image, InputRole.Samples);
        Expr dy = TestPrograms.Input(program, output, InputRole.OutputGradient);
        program.AddResult(ResultRole.Output, program.Add(new ConvolutionWeightGradient(TestPrograms.Forward, x, dy, geometry)));
        Batch batch = TestPrograms.EmptyBatch with
        {
            Samples = 2,
            Inputs = new Dictionary<InputRole, double[]> { [InputRole.Samples] = samples, [InputRole.OutputGradient] = gradient },
        };
        TensorValue actual = Interpreter.Run(program, batch)[0].Value;

        for (int i = 0; i < weights; i++)
        {
            double[] unit = new double[weights];
            unit[i] = 1;
            TensorValue y = TestPrograms.Run(image, samples, i => i.Convolve(TestPrograms.Weight(i, 0, 2, 3, 2, 6), geometry), unit);
            Assert.Equal(y.Data.Zip(gradient, (a, b) => a * b).Sum(), actual.Data[i], 1e-12);
        }
    }

    /// <summary>The textbook's example: 2×2 windows over a 4×4 image, and where their gradients go.</summary>
    [Fact]
    public void Max_pool_takes_the_largest_and_its_gradient_goes_there()
    {
        double[] image = [12, 20, 30, 0, 8, 12, 2, 0, 34, 70, 37, 4, 112, 100, 25, 12];
        var axis = new PoolAxis(4, 2, 2, 2, 0, 1, IsAdaptive: false);
        TensorShape shape = TensorShape.Batched(4, 4, 1);

        TensorValue pooled = TestPrograms.Run(shape, image, x => x.Program.Add(new MaxPool(TestPrograms.Forward, x, axis, axis)));
        TensorValue gradient = TestPrograms.Run(shape, image, x =>
        {
            MaxPool pool = x.Program.Add(new MaxPool(TestPrograms.Forward, x, axis, axis));
            MaxPoolArgmax tap = x.Program.Add(new MaxPoolArgmax(TestPrograms.Forward, pool));
            return x.Program.Add(new MaxPoolGradient(TestPrograms.Forward, pool, tap, shape, axis, axis));
        });

        Assert.Equal([20, 30, 112, 37], pooled.Data);
        Assert.Equal([0, 20, 30, 0, 0, 0, 0, 0, 0, 0, 37, 0, 112, 0, 0, 0], gradient.Data);
    }

    [Fact]
    public void Max_pool_takes_the_first_of_equal_values_and_no_padding()
    {
        var axis = new PoolAxis(2, 2, 3, 1, 1, 1, IsAdaptive: false);
        TensorShape shape = TensorShape.Batched(2, 2, 1);
        TensorValue tap = TestPrograms.Run(
            shape, [-5, -5, -7, -5],
            x => x.Program.Add(new MaxPoolArgmax(TestPrograms.Forward, x.Program.Add(new MaxPool(TestPrograms.Forward, x, axis, axis)))));
        Assert.Equal([4, 3, 1, 0], tap.Data);
    }

    [Fact]
    public void Average_pool_counts_padding_where_asked()
    {
        var axis = new PoolAxis(2, 1, 3, 2, 1, 1, IsAdaptive: false);
        TensorShape shape = TensorShape.Batched(2, 2, 1);
        double[] image = [1, 2, 3, 6];
        Assert.Equal([12 / 9.0], Averages(new(null, true)));
        Assert.Equal([12 / 4.0], Averages(new(null, false)));
        Assert.Equal([12 / 5.0], Averages(new(5, false)));

        double[] Averages(AveragePoolDivisor divisor) => TestPrograms.Run(
            shape, image, x => x.Program.Add(new AveragePool(TestPrograms.Forward, x, axis, axis, divisor))).Data;
    }

    [Fact]
    public void Adaptive_windows_overlap_where_the_sizes_do_not_divide()
    {
        var row = new PoolAxis(1, 1, 1, 1, 0, 1, IsAdaptive: true);
        var column = new PoolAxis(5, 3, 0, 0, 0, 1, IsAdaptive: true);
        TensorShape shape = TensorShape.Batched(1, 5, 1);
        TensorValue y = TestPrograms.Run(
            shape, [1, 2, 3, 4, 5],
            x => x.Program.Add(new AveragePool(TestPrograms.Forward, x, row, column, new(null, true))));
        TensorValue gradient = TestPrograms.Run(
            TensorShape.Batched(1, 3, 1), [6, 12, 24],
            dy => dy.Program.Add(new AveragePoolGradient(TestPrograms.Forward, dy, shape, row, column, new(null, true))));
        Assert.Equal([1.5, 3, 4.5], y.Data);
        Assert.Equal([3, 3 + 4, 4, 4 + 12, 12], gradient.Data);
    }

    /// <summary>Between two pixels, a quarter and three quarters of the way; at the borders the pixel itself.</summary>
    [Fact]
    public void Interpolation_mixes_the_pixels_around_and_its_gradient_goes_back_to_them()
    {
        var row = new InterpolationAxis(1, 1, 0, InterpolationMode.Linear, AlignsCorners: false);
        var column = new InterpolationAxis(2, 4, 0, InterpolationMode.Linear, AlignsCorners: false);
        TensorShape shape = TensorShape.Batched(1, 2, 1);
        TensorValue y = TestPrograms.Run(shape, [4, 8], x => x.Program.Add(new Interpolation(TestPrograms.Forward, x, row, column)));
        TensorValue gradient = TestPrograms.Run(
            TensorShape.Batched(1, 4, 1), [1, 10, 100, 1000],
            dy => dy.Program.Add(new InterpolationGradient(TestPrograms.Forward, dy, shape, row, column)));
        Assert.Equal([4, 5, 7, 8], y.Data);
        Assert.Equal([1 + 7.5 + 25, 2.5 + 75 + 1000], gradient.Data);
    }

    [Fact]
    public void Padding_spreading_and_cropping_are_moves()
    {
        TensorShape shape = TensorShape.Batched(2, 2, 1);
        TensorValue padded = TestPrograms.Run(shape, [1, 2, 3, 4], x => x.Padded((0, 1), (1, 0)));
        TensorValue spread = TestPrograms.Run(shape, [1, 2, 3, 4], x => x.Padded((0, 0), (0, 0), (1, 2)));
        TensorValue cropped = TestPrograms.Run(shape, [1, 2, 3, 4], x => x.Padded((-1, 0), (0, -1)));
        Assert.Equal([0, 1, 2, 0, 3, 4, 0, 0, 0], padded.Data);
        Assert.Equal([1, 0, 2, 3, 0, 4], spread.Data);
        Assert.Equal([3], cropped.Data);
    }

    [Fact]
    public void Concatenated_tensors_stand_side_by_side()
    {
        TensorValue y = TestPrograms.Run(TensorShape.Batched(2, 1), [1, 2], x => TensorOperations.Concatenated([x, x.Square(), x * 10], 1));
        Assert.Equal([1, 1, 10, 2, 4, 20], y.Data);
    }

    [Fact]
    public void Labels_are_compared_with_the_innermost_index_of_their_row()
    {
        var program = new Program("test");
        Expr x = TestPrograms.Input(program, TensorShape.Batched(2, 3), InputRole.Samples);
        program.AddResult(ResultRole.Output, Map.Of(new IsLabel() * new Operand(0) * new BatchSize(), x));
        Batch batch = TestPrograms.EmptyBatch with
        {
            Samples = 2,
            Inputs = new Dictionary<InputRole, double[]> { [InputRole.Samples] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
            Labels = [2, 0, 1, 1],
        };
        Assert.Equal([0, 0, 6, 8, 0, 0, 0, 16, 0, 0, 22, 0], Interpreter.Run(program, batch)[0].Value.Data);
    }

    [Fact]
    public void Dropout_sees_the_elements_place_in_padded_memory()
    {
        var program = new Program("test");
        Expr x = TestPrograms.Input(program, TensorShape.Batched(2, 3), InputRole.Samples);
        program.AddResult(ResultRole.Output, Map.Of(new Keep(7, 0.25) * new Operand(0), x));
        var seen = new List<(int, double, int, int)>();
        Batch batch = TestPrograms.EmptyBatch with
        {
            Inputs = new Dictionary<InputRole, double[]> { [InputRole.Samples] = [1, 2, 3, 4, 5, 6] },
            Keeps = (site, probability, sample, place) =>
            {
                seen.Add((site, probability, sample, place));
                return place == 5;
            },
        };
        Assert.Equal([0, 0, 0, 0, 5, 0], Interpreter.Run(program, batch)[0].Value.Data);
        Assert.Equal([(7, 0.25, 0, 0), (7, 0.25, 0, 1), (7, 0.25, 0, 2), (7, 0.25, 0, 4), (7, 0.25, 0, 5), (7, 0.25, 0, 6)], seen);
    }

    [Fact]
    public void Drawn_numbers_see_the_same_place()
    {
        var program = new Program("test");
        Expr x = TestPrograms.Input(program, TensorShape.Batched(2, 3), InputRole.Samples);
        program.AddResult(ResultRole.Output, Map.Of(new Uniform(7) + new Operand(0), x));
        Batch batch = TestPrograms.EmptyBatch with
        {
            Inputs = new Dictionary<InputRole, double[]> { [InputRole.Samples] = [1, 2, 3, 4, 5, 6] },
            Draws = (site, sample, place) => (site + sample + place) / 16.0,
        };
        Assert.Equal(
            [1 + (7 / 16.0), 2 + (8 / 16.0), 3 + (9 / 16.0), 4 + (11 / 16.0), 5 + (12 / 16.0), 6 + (13 / 16.0)],
            Interpreter.Run(program, batch)[0].Value.Data);
    }
}
