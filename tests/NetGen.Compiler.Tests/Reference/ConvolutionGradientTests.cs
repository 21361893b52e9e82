using NetGen.Compiler.Autodiff;
using NetGen.Compiler.Graph;
using NetGen.Reference;

namespace NetGen.Compiler.Tests.Reference;

/// <summary>
/// The gradients of a convolution, whichever form computes them, are its adjoints: ⟨conv(x', w), dy⟩ = ⟨x', dx⟩ for every x', and
/// ⟨conv(x, w'), dy⟩ = ⟨w', dw⟩ for every w', where dy is what reaches the convolution's result.
/// </summary>
public class ConvolutionGradientTests
{
    private const int Samples = 2;

    [Theory]
    [InlineData(6, 5, 3, 1, 1, 1)]
    [InlineData(6, 5, 3, 2, 1, 1)]
    [InlineData(32, 7, 5, 3, 1, 1)]
    [InlineData(6, 5, 3, 2, 2, 1)]
    [InlineData(20, 4, 3, 2, 1, 1)]
    [InlineData(6, 4, 1, 2, 1, 2)]
    [InlineData(6, 5, 3, 1, 1, 1, 2, 2)]
    [InlineData(32, 5, 3, 2, 1, 1, 2, 3)]
    [InlineData(1, 17, 5, 1, 1, 1, 3, 3)]
    [InlineData(20, 5, 3, 1, 1, 1, 2, 2)]
    public void Gradients_are_the_adjoints_of_the_convolution(
        int channels, int outputs, int kernel, int stride, int dilation, int groups, int poolHeight = 0, int poolWidth = 0)
    {
        var image = TensorShape.Batched(15, 16, channels);
        var geometry = new ConvolutionGeometry(kernel, kernel, stride, stride, dilation, dilation, groups);
        int[] weight = [kernel, kernel, channels / groups, outputs];
        double[] x = TestPrograms.Numbers(Samples * image.Count);
        double[] w = TestPrograms.Numbers(weight.Aggregate(1, (product, size) => product * size), seed: 2);

        var program = new Program("test");
        Expr input = TestPrograms.Input(program, image, InputRole.Samples);
        Expr parameter = TestPrograms.Weight(input, 0, weight);
        Expr convolution = input.Convolve(parameter, geometry);
        Expr output = poolHeight > 0 ? Pool(convolution, poolHeight, poolWidth) : convolution;
        var seed = program.Add(new Input(program, TestPrograms.Forward.Backward, output.Shape, InputRole.OutputGradient));
        IReadOnlyList<Tensor?> gradients = BackwardPass.Append([(output, seed)], [input, parameter]);
        Tensor reaching = poolHeight > 0 ? Spread(program, output, seed) : seed;
        foreach (Tensor wanted in (Tensor[])[reaching, gradients[0]!, gradients[1]!])
            program.AddResult(ResultRole.Output, wanted);

        double[][] results = [.. Interpreter.Run(program, TestPrograms.EmptyBatch with
        {
            Samples = Samples,
            Inputs = new Dictionary<InputRole, double[]>
            {
                [InputRole.Samples] = x,
                [InputRole.OutputGradient] = TestPrograms.Numbers(Samples * output.Shape.Count, seed: 3),
            },
            Parameter = _ => w,
        }).Select(result => result.Value.Data)];
        (double[] dy, double[] dx, double[] dw) = (results[0], results[1], results[2]);
        for (int other = 4; other < 7; other++)
        {
            double[] otherImage = TestPrograms.Numbers(x.Length, other);
            double[] otherWeight = TestPrograms.Numbers(w.Length, other);
            AssertSame(Inner(Convolved(otherImage, w), dy), Inner(otherImage, dx));
            AssertSame(Inner(Convolved(x, otherWeight), dy), Inner(otherWeight, dw));
        }

        double[] Convolved(double[] samples, double[] values) =>
            TestPrograms.Run(image, samples, i => i.Convolve(TestPrograms.Weight(i, 0, weight), geometry), values).Data;
    }

    private static void AssertSame(double expected, double actual)
    {
        Assert.NotEqual(0, expected, 1e-3);
        Assert.Equal(expected, actual, 1e-8);
    }

    private static Expr Pool(Expr x, int height, int width) => x.Add(new MaxPool(
        x.Origin,
        x,
        new PoolAxis(x.Shape[0], x.Shape[0] / height, height, height, 0, 1, IsAdaptive: false),
        new PoolAxis(x.Shape[1], x.Shape[1] / width, width, width, 0, 1, IsAdaptive: false)));

    /// <summary>The gradient as it lies before the pool.</summary>
    private static MaxPoolGradient Spread(Program program, Tensor output, Tensor seed)
    {
        var pool = (MaxPool)output;
        MaxPoolArgmax tap = program.Nodes.OfType<MaxPoolArgmax>().Single();
        return program.Add(new MaxPoolGradient(seed.Origin, seed, tap, pool.Operands[0].Shape, pool.Height, pool.Width));
    }

    private static double Inner(double[] a, double[] b) => a.Zip(b, (left, right) => left * right).Sum();
}
