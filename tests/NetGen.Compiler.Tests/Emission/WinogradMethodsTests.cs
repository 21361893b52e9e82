using System.Text.RegularExpressions;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Tests.Passes;

namespace NetGen.Compiler.Tests.Emission;

public class WinogradMethodsTests
{
    private static readonly TensorShape Image = TensorShape.Batched(8, 8, 16);

    /// <summary>Three layers of one size and one of another, forward and backward, at each width.</summary>
    [Fact]
    public void Layers_of_equal_sizes_share_what_follows_from_sizes_alone()
    {
        ShapedNetwork network = TestNetworks.Of(
            Shape.Image(16, 12, 12),
            new MSE(Reduction.Mean, TargetIsInput: false),
            TestNetworks.Convolution(16, 3, 1), TestNetworks.ReLU, TestNetworks.Convolution(16, 3, 1), TestNetworks.ReLU, TestNetworks.Convolution(16, 3, 1), TestNetworks.ReLU,
            TestNetworks.Convolution(32, 3, 1));
        string[] files =
            [.. Compiler.Compile(network, TestContext.Current.CancellationToken).Select(file => file.Text).Where(text => text.Contains("class Winograd"))];
        Assert.Equal(VectorDialect.All.Count, files.Length);
        foreach (string file in files)
        {
            string[] declared = [.. Regex.Matches(file, @"static void (\w+)\(").Select(match => match.Groups[1].Value)];
            Assert.Equal(declared.Distinct(), declared);
            string[] called = [.. Regex.Matches(file, @"\bWinograd\.(\w+)\(").Select(match => match.Groups[1].Value)];
            Assert.Empty(called.Except(declared));
            Assert.True(called.Count(name => name == "InputTransform12x12x16") > 3);
            Assert.True(called.Count(name => name == "WeightGradientTransform16x16") > 1);
            Assert.Single(called, name => name == "WeightGradientTransform16x32");
        }
    }

    [Fact]
    public void Methods_that_differ_have_names_that_do()
    {
        var methods = new WinogradMethods();
        var far = new WinogradOverhang(Left: 0, Right: 0, Above: 0, Below: 0);
        string Named(WinogradOverhang beyond, int ahead, int window = 3) => methods.NameOf(
            new WinogradTileTransform(VectorDialect.Vector512, WinogradTileKind.InputTransform, new(window), Image, beyond, ahead, IsPartial: false));

        Assert.Equal("Winograd.InputTransform8x8x16", Named(far, ahead: 0));
        Assert.Equal("Winograd.InputTransform8x8x16_2", Named(far, ahead: 1));
        Assert.Equal("Winograd.InputTransform8x8x16FromColumn1", Named(far with { Left = 1 }, ahead: 0));
        Assert.Equal("Winograd.InputTransformWindow5x5Of8x8x16", Named(far, ahead: 0, window: 5));
        Assert.Equal("Winograd.InputTransform8x8x16", Named(far, ahead: 0));

        var writer = new CodeWriter();
        methods.Emit(writer);
        Assert.Equal(4, Regex.Count(writer.ToString(), "static void "));
        Assert.Equal(1, Regex.Count(writer.ToString(), @"InputTransform8x8x16_2\("));
    }

    [Fact]
    public void A_file_whose_kernels_share_nothing_has_no_class_for_it()
    {
        var writer = new CodeWriter();
        new WinogradMethods().Emit(writer);
        Assert.Equal("", writer.ToString());
    }
}
