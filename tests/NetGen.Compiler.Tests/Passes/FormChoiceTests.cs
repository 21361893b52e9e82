using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shapes;
using static NetGen.Compiler.Tests.Passes.TestNetworks;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>Which networks go back through which form: the rules' conditions, each on both sides.</summary>
public class FormChoiceTests
{
    private static readonly Dictionary<string, Choice> Choices = new()
    {
        ["a product goes back through the matrix as it lies"] = new(
            [new Flatten(0, -1), Linear(20), Linear(10)], [typeof(ProductWeightGradient), typeof(TransposedProduct)], [typeof(Product)]),
        ["a 1×1 convolution is a product at each pixel"] = new(
            [Convolution(7, 1)], [typeof(ProductWeightGradient), typeof(TransposedProduct)], [typeof(ConvolutionWeightGradient)]),
        ["a convolution is a convolution backward too"] = new(
            [Convolution(7, 3)], [typeof(ConvolutionWeightGradient), typeof(Convolution)], Sparse),
        ["a pool whose windows tile leaves a few positions"] = new([Convolution(7, 3), MaxPool(2)], Pooled, Dense),
        ["an activation between convolution and pool changes nothing"] = new([Convolution(7, 3), ReLU, MaxPool(3)], Pooled, Dense),
        ["a pool leaves a few positions of a strided convolution"] = new(
            [Convolution(7, 3, stride: 2), MaxPool(2)], Pooled, [.. Dense, typeof(PolyphaseConvolution)]),
        ["a pool that drops the last row still tiles"] = new([Convolution(7, 2), MaxPool(2)], Pooled, Dense),
        ["overlapping windows may pass on a position twice"] = new([Convolution(7, 3), MaxPool(3, stride: 2)], DenseBackward, Sparse),
        ["windows of four rows have too many positions"] = new([Convolution(7, 3), MaxPool(4)], DenseBackward, Sparse),
        ["sixteen channels fill a block"] = new([Convolution(16, 1), Convolution(7, 3), MaxPool(2)], Pooled, Dense),
        ["twenty channels fill no block"] = new([Convolution(20, 1), Convolution(7, 3), MaxPool(2)], DenseBackward, Sparse),
        ["thirty-two channels fill two blocks"] = new([Convolution(32, 1), Convolution(7, 3), MaxPool(2)], Pooled, Dense),
        ["grouped channels before a pool"] = new([Convolution(8, 3, groups: 2), MaxPool(2)], DenseBackward, Sparse),
        ["a dilated window before a pool"] = new([Convolution(8, 3, dilation: 2), MaxPool(2)], DenseBackward, Sparse),
        ["a stride skips the zeros of the spread gradient"] = new(
            [Convolution(7, 3, stride: 2)], [typeof(ConvolutionWeightGradient), typeof(PolyphaseConvolution)], [typeof(Convolution)]),
        ["a 1×1 convolution with a stride is a window"] = new(
            [Convolution(7, 1, stride: 2)],
            [typeof(ConvolutionWeightGradient), typeof(PolyphaseConvolution)],
            [typeof(Convolution), typeof(TransposedProduct)]),
        ["a strided and dilated window"] = new(
            [Convolution(7, 3, stride: 2, dilation: 2)],
            [typeof(ConvolutionWeightGradient), typeof(PolyphaseConvolution)], [typeof(Convolution)]),
        ["a stride over twenty channels"] = new(
            [Convolution(20, 1), Convolution(7, 3, stride: 2)],
            [typeof(ConvolutionWeightGradient), typeof(PolyphaseConvolution)], [typeof(Convolution)]),
        ["a stride over grouped channels"] = new([Convolution(8, 3, stride: 2, groups: 4)], DenseBackward, Sparse),
        ["the gradient of a transposed convolution is a convolution with its stride"] = new(
            [Transposed(8, 3, stride: 2)], [typeof(ConvolutionWeightGradient), typeof(Convolution)],
            [.. Sparse, typeof(TransposedProduct)]),
        ["a transposed convolution of one pixel is a product"] = new(
            [new AdaptiveAvgPool2d(1, 1), Transposed(8, 3)], [typeof(Product), typeof(ProductWeightGradient)],
            [.. Sparse, typeof(Convolution)]),
    };

    public static TheoryData<string> Names => [.. Choices.Keys];

    private static Type[] Pooled => [typeof(SparseWeightGradient), typeof(SparseInputGradient)];

    private static Type[] Dense => [typeof(ConvolutionWeightGradient), typeof(MaxPoolGradient), typeof(Convolution)];

    private static Type[] DenseBackward => [typeof(ConvolutionWeightGradient), typeof(Convolution)];

    private static Type[] Sparse => [typeof(SparseWeightGradient), typeof(SparseInputGradient), typeof(PolyphaseConvolution)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_backward_pass_takes_the_form(string name)
    {
        Choice choice = Choices[name];
        HashSet<Type> backward = [.. Planned(choice).Lowered.Training.Nodes.Where(node => node.IsBackward).Select(Rule)];
        Assert.Superset(choice.Expected.ToHashSet(), backward);
        Assert.Empty(backward.Intersect(choice.Excluded));
    }

    /// <summary>Whether a dense rule is then computed by Winograd's algorithm is another choice.</summary>
    private static Type Rule(Tensor node) => node switch
    {
        WinogradConvolution => typeof(Convolution),
        WinogradWeightGradient => typeof(ConvolutionWeightGradient),
        _ => node.GetType(),
    };

    [Theory]
    [InlineData(3, 32, 3, 1, 32, true)]
    [InlineData(32, 32, 3, 32, 16, true)]
    [InlineData(32, 32, 3, 32, 8, false)]
    [InlineData(64, 64, 3, 2, 16, false)]
    [InlineData(32, 64, 3, 2, 16, true)]
    [InlineData(32, 64, 1, 1, 16, true)]
    [InlineData(256, 64, 1, 1, 16, true)]
    [InlineData(512, 64, 1, 1, 16, false)]
    public void A_small_weight_has_a_gradient_for_each_sample(
        int inputs, int outputs, int window, int groups, int size, bool isOfSample)
    {
        Program program = Compiler.Plan(
            Of(
                Shape.Image(inputs, size, size), new MSE(Reduction.Mean, TargetIsInput: false),
                Convolution(outputs, window, padding: window / 2, groups: groups)),
            TestContext.Current.CancellationToken).Lowered.Training;
        Tensor gradient = Assert.Single(program.Nodes, node => node is ConvolutionWeightGradient or ProductWeightGradient);
        Assert.Equal(isOfSample, gradient.Shape.IsBatched);
        Assert.Equal(isOfSample, program.UsersOf(gradient).Any(user => user is BatchSum));
    }

    [Theory]
    [InlineData(8, 2, 1, true)]
    [InlineData(32, 3, 1, true)]
    [InlineData(20, 2, 1, true)]
    [InlineData(8, 2, 2, false)]
    [InlineData(8, 1, 1, false)]
    public void A_transposed_convolution_adds_to_pixels_where_a_stride_would_spread_zeros(int channels, int stride, int groups, bool adds)
    {
        Program program = Planned(new Choice([Transposed(channels, 3, stride, groups)], [], [])).Lowered.Predict;
        Type[] forms = [typeof(PolyphaseConvolution), typeof(Convolution)];
        Assert.Equal([adds ? forms[0] : forms[1]], program.Nodes.Select(node => node.GetType()).Intersect(forms));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_each_pass_promises_holds_after_it(string name) =>
        Planned(Choices[name], report => Assert.Empty(report.Pass.Faults(report.Program)));

    [Fact]
    public void The_derivative_of_the_activation_joins_each_form_that_goes_back_to_an_image_or_to_rows()
    {
        AssertJoined(typeof(TransposedProduct), new Flatten(0, -1), Linear(20), ReLU, Linear(10));
        AssertJoined(typeof(SparseInputGradient), Convolution(16, 3), ReLU, Convolution(7, 3), MaxPool(2));
        AssertJoined(typeof(PolyphaseConvolution), Convolution(16, 3), ReLU, Convolution(7, 3, stride: 2));

        static void AssertJoined(Type anchor, params Layer[] layers)
        {
            IReadOnlyList<FusedGroup> groups = Planned(new Choice(layers, [], [])).Training.Groups;
            Assert.Contains(
                groups,
                group => group.Anchor?.GetType() == anchor && group.Members.Any(member => member is Map && member.Layer == "relu1"));
        }
    }

    private static CompiledNetwork Planned(Choice choice, Action<PassReport>? observe = null) => Compiler.Plan(
        Of(Shape.Image(4, 15, 15), new MSE(Reduction.Mean, TargetIsInput: false), choice.Layers),
        TestContext.Current.CancellationToken, observe);

    /// <summary>A network, and which forms its backward pass has and has not.</summary>
    private sealed record Choice(Layer[] Layers, Type[] Expected, Type[] Excluded);
}
