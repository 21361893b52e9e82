using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Tests.Passes;
using NetGen.Compiler.Verify;
using NetGen.Reference;

namespace NetGen.Compiler.Tests.Reference;

/// <summary>A product of two activations: what it means, its gradients, and how far the passes bring it.</summary>
public class BatchedProductTests
{
    private static ShapedNetwork Network { get; } = TestNetworks.Of(
        Shape.Sequence(6, 8),
        new CrossEntropy(0, Reduction.Mean, TargetIsInput: false),
        new TestAttention(Heads: 2), new Flatten(0, -1), TestNetworks.Linear(4));

    [Fact]
    public void Each_sample_and_each_index_in_front_has_matrices_of_its_own()
    {
        // Two samples of two matrices [1, 2], times the same transposed: squares of lengths.
        TensorValue y = TestPrograms.Run(
            TensorShape.Batched(2, 1, 2), [1, 2, 3, 4, 5, 6, 7, 8], x => x.TimesBatched(x, isRightTransposed: true));
        Assert.Equal([5, 25, 61, 113], y.Data);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_side_may_lie_transposed(bool isLeftTransposed, bool isRightTransposed)
    {
        double[] samples = TestPrograms.Numbers(2 * 3 * 2 * 4);
        TensorValue expected = TestPrograms.Run(TensorShape.Batched(3, 2, 4), samples, x => Swapped(x).TimesBatched(x));
        TensorValue actual = TestPrograms.Run(TensorShape.Batched(3, 2, 4), samples, x =>
            (isLeftTransposed ? x : Swapped(x)).TimesBatched(isRightTransposed ? Swapped(x) : x, isLeftTransposed, isRightTransposed));
        Assert.Equal([3, 4, 4], actual.Shape.Sizes);
        Assert.Equal(expected.Data, actual.Data);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Its_gradients_are_products_of_the_same_form(bool isLeftTransposed, bool isRightTransposed)
    {
        IReadOnlyList<Expr> Body(Expr x) =>
        [
            (isLeftTransposed ? x : Swapped(x)).Square()
                .TimesBatched(
                    (isRightTransposed ? Swapped(x) : x) * TestPrograms.Weight(x, 0, 1, 1, 1),
                    isLeftTransposed, isRightTransposed),
        ];
        Slopes.Check(TensorShape.Batched(3, 2, 4), Body);
        Assert.Equal(3, Slopes.Differentiated(TensorShape.Batched(3, 2, 4), Body).Nodes.OfType<BatchedProduct>().Count());
    }

    [Fact]
    public void Attention_has_slopes() => Slopes.Check(TensorShape.Batched(2, 3, 4), x =>
    {
        Expr scores = x.TimesBatched(x * TestPrograms.Weight(x, 0, 1, 1, 4), isRightTransposed: true) * 0.5;
        Expr weights = (scores - scores.MaxAsShift(2)).Exp();
        return [Map.Of(new Operand(0) / new Operand(1), weights, weights.Sum(2)).TimesBatched(x)];
    });

    [Theory]
    [InlineData(new[] { 2, 3, 4 }, new[] { 2, 3, 4 }, false, false)]
    [InlineData(new[] { 2, 3, 4 }, new[] { 2, 4, 3 }, false, true)]
    [InlineData(new[] { 2, 3, 4 }, new[] { 2, 4, 3 }, true, false)]
    [InlineData(new[] { 2, 3, 4 }, new[] { 1, 4, 3 }, false, false)]
    [InlineData(new[] { 2, 3, 4 }, new[] { 4, 3 }, false, false)]
    [InlineData(new[] { 2, 3, 4 }, new[] { 2, 4, 3 }, false, false, false)]
    public void The_verifier_finds_matrices_that_do_not_fit(
        int[] left, int[] right, bool isLeftTransposed, bool isRightTransposed, bool isBatched = true)
    {
        var program = new Program("Test");
        Expr x = TestPrograms.Input(program, TensorShape.Batched(left), InputRole.Target) + 1;
        Expr y = TestPrograms.Input(program, TensorShape.Unbatched(right).WithBatched(isBatched), InputRole.Prediction) + 1;
        Tensor product = x.TimesBatched(y, isLeftTransposed, isRightTransposed);
        Assert.Equal([$"{product} multiplies {x.Shape} by {y.Shape}"], ProgramVerifier.Faults(program));
    }

    [Fact]
    public void A_scale_joins_the_product_before_it_and_each_sample_is_computed_by_itself()
    {
        CompiledNetwork compiled = Compiler.Plan(Network, TestContext.Current.CancellationToken);
        FusedGroup[] groups = [.. compiled.Predict.Groups.Where(group => group.Anchor is BatchedProduct)];
        Assert.Equal(2, groups.Length);
        Assert.All(groups, group => Assert.True(group.IsBySample));
        Assert.Contains(groups[0].Members, member => member is Map);
        Assert.Equal(6, compiled.Training.Program.Nodes.OfType<BatchedProduct>().Count());
    }

    [Fact]
    public void What_each_pass_promises_holds_after_it() => Compiler.Plan(Network, TestContext.Current.CancellationToken, report =>
    {
        IReadOnlyList<string> faults = report.Pass.Faults(report.Program);
        Assert.True(faults.Count == 0, $"{report.Pass.Name}:\n{string.Join("\n", faults)}\n{report.After}");
        report.Pass.Apply(report.Program);
        Assert.Equal(report.After, report.Pass.Print(report.Program));
    });

    [Fact]
    public void Emission_says_that_it_does_not_know_the_form_yet()
    {
        PassFailedException failure = Assert.Throws<PassFailedException>(
            () => Compiler.Compile(Network, TestContext.Current.CancellationToken));
        Assert.Equal(
            "Emit: BatchedProduct, right transposed of testattention1: a product of two activations is planned, but not emitted yet",
            failure.Message);
    }

    /// <summary>The two inner axes exchanged.</summary>
    private static Expr Swapped(Expr x) => x.Permuted(
        x.Shape.With([x.Shape[0], x.Shape[2], x.Shape[1]]),
        new MoveLoop(x.Shape[0], 0, 1, 0, 1), new MoveLoop(x.Shape[1], 1, 1, 2, 1), new MoveLoop(x.Shape[2], 2, 1, 1, 1));
}
