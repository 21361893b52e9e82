using NetGen.Compiler.Algorithms;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>Which convolutions are computed by Winograd's algorithm.</summary>
public class AlgorithmTests
{
    [Theory]
    [InlineData(26, 32, 64, true)]
    [InlineData(34, 16, 16, true)]
    [InlineData(10, 64, 64, true)]
    [InlineData(10, 128, 128, true)]
    [InlineData(28, 3, 32, false)]
    [InlineData(34, 32, 8, true)]
    [InlineData(34, 8, 8, true)]
    [InlineData(34, 32, 4, false)]
    [InlineData(5, 64, 64, false)]
    [InlineData(7, 16, 16, false)]
    [InlineData(34, 256, 256, true)]
    [InlineData(34, 256, 272, false)]
    [InlineData(6, 512, 512, false)]
    public void Is_made_by_size_and_channels(int size, int inputs, int outputs, bool winograd) =>
        Assert.Equal(winograd, Chosen(size, inputs, outputs, new ConvolutionGeometry(3, 3, 1, 1, 1, 1, 1)));

    [Theory]
    [InlineData(26, 32, 64, true)]
    [InlineData(34, 16, 16, true)]
    [InlineData(10, 128, 128, true)]
    [InlineData(28, 3, 32, false)]
    [InlineData(34, 32, 8, true)]
    [InlineData(34, 8, 8, true)]
    [InlineData(34, 32, 4, false)]
    [InlineData(5, 64, 64, false)]
    public void Is_made_for_the_gradient_of_a_weight_too(int size, int inputs, int outputs, bool winograd)
    {
        var program = new Program("test");
        Expr image = TestPrograms.Input(program, TensorShape.Batched(size, size, inputs), InputRole.Samples);
        Expr gradient = TestPrograms.Input(program, TensorShape.Batched(size - 2, size - 2, outputs), InputRole.OutputGradient);
        program.AddResult(
            ResultRole.ParameterGradient,
            program.Add(new ConvolutionWeightGradient(
                TestPrograms.Forward.Backward, image, gradient, new ConvolutionGeometry(3, 3, 1, 1, 1, 1, 1))),
            0);
        ConvolutionAlgorithms.Apply(program, allowsWinograd: true);
        Assert.Equal(winograd, program.Results[0].Value is WinogradWeightGradient);
        Assert.All(program.Nodes.Where(node => node is not Input), node => Assert.True(node.IsBackward));
    }

    [Theory]
    [InlineData(14, 6, 16, 5, true)]
    [InlineData(14, 32, 32, 5, true)]
    [InlineData(5, 32, 32, 5, false)]
    [InlineData(12, 16, 16, 4, true)]
    [InlineData(16, 32, 64, 2, true)]
    [InlineData(12, 16, 16, 2, false)]
    [InlineData(26, 64, 64, 6, false)]
    [InlineData(26, 64, 64, 1, false)]
    public void Is_made_for_windows_of_two_to_five(int size, int inputs, int outputs, int window, bool winograd) =>
        Assert.Equal(winograd, Chosen(size, inputs, outputs, new ConvolutionGeometry(window, window, 1, 1, 1, 1, 1)));

    [Theory]
    [InlineData(6, 512, 512, 3, true)]
    [InlineData(6, 256, 128, 3, true)]
    [InlineData(6, 128, 128, 3, false)]
    [InlineData(12, 544, 512, 3, false)]
    [InlineData(4, 512, 512, 1, false)]
    public void A_large_weight_over_few_pixels_is_a_product_of_patches(int size, int inputs, int outputs, int window, bool isPatches)
    {
        Program program = Applied(size, inputs, outputs, new ConvolutionGeometry(window, window, 1, 1, 1, 1, 1));
        Assert.Equal(isPatches, program.Results[0].Value is Product product && product.Operands[0].Shape.Inner == window * window * inputs
            && window > 1);
    }

    [Fact]
    public void Takes_square_windows_and_lines_that_skip_nothing()
    {
        Assert.True(Chosen(26, 32, 64, new ConvolutionGeometry(1, 3, 1, 1, 1, 1, 1)));
        Assert.True(Chosen(26, 64, 64, new ConvolutionGeometry(1, 5, 1, 1, 1, 1, 1)));
        Assert.False(Chosen(26, 16, 16, new ConvolutionGeometry(1, 3, 1, 1, 1, 1, 1)));
        Assert.False(Chosen(26, 64, 64, new ConvolutionGeometry(1, 6, 1, 1, 1, 1, 1)));
        Assert.False(Chosen(26, 64, 64, new ConvolutionGeometry(1, 3, 1, 2, 1, 1, 1)));
        Assert.False(Chosen(26, 64, 64, new ConvolutionGeometry(3, 1, 1, 1, 1, 1, 1)));
        Assert.False(Chosen(26, 32, 64, new ConvolutionGeometry(3, 5, 1, 1, 1, 1, 1)));
        Assert.False(Chosen(26, 32, 64, new ConvolutionGeometry(3, 3, 2, 1, 1, 1, 1)));
        Assert.False(Chosen(26, 32, 64, new ConvolutionGeometry(3, 3, 1, 1, 1, 2, 1)));
        Assert.False(Chosen(26, 64, 64, new ConvolutionGeometry(3, 3, 1, 1, 1, 1, 2)));
    }

    private static bool Chosen(int size, int inputs, int outputs, ConvolutionGeometry geometry) =>
        Applied(size, inputs, outputs, geometry).Results[0].Value is WinogradConvolution;

    private static Program Applied(int size, int inputs, int outputs, ConvolutionGeometry geometry)
    {
        var program = new Program("test") { IsPrediction = true };
        Expr image = TestPrograms.Input(program, TensorShape.Batched(size, size, inputs), InputRole.Samples);
        Expr weight = TestPrograms.Weight(image, 0, geometry.KernelHeight, geometry.KernelWidth, inputs / geometry.Groups, outputs);
        program.AddResult(ResultRole.Output, image.Convolve(weight, geometry));
        ConvolutionAlgorithms.Apply(program, allowsWinograd: true);
        return program;
    }
}
