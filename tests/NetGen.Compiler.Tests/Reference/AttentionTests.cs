using NetGen.Compiler.Graph;
using NetGen.Compiler.Verify;
using NetGen.Reference;

namespace NetGen.Compiler.Tests.Reference;

/// <summary>The form Attention: what it means, by hand, its gradients, and what the verifier says of operands that do not fit.</summary>
public class AttentionTests
{
    private static AttentionGeometry OneHead { get; } = new(1, 1, 1) { KeyColumn = 1, ValueColumn = 2 };

    [Fact]
    public void A_step_is_the_mean_of_values_weighted_by_scores()
    {
        // Steps of a query, a key and a value; the query 0 weighs all keys alike, the query ln 3 the key 1 by 3 and the key 0 by 1.
        double[] steps = [0, 0, 4, Math.Log(3), 1, 8];
        TensorValue y = TestPrograms.Run(TensorShape.Batched(2, 3), steps, x => x.Attended(OneHead));
        Near([6, 7], y.Data);
    }

    [Fact]
    public void A_causal_step_does_not_see_later_ones()
    {
        double[] steps = [0, 0, 4, 0, 0, 8];
        TensorValue y = TestPrograms.Run(TensorShape.Batched(2, 3), steps, x => x.Attended(OneHead with { IsCausal = true }));
        Near([4, 6], y.Data);
    }

    [Fact]
    public void Neighbouring_heads_share_a_head_of_keys_and_values()
    {
        // Four heads of queries, two of keys, two of values, all scores 0.
        AttentionGeometry geometry = new(4, 2, 1) { KeyColumn = 4, ValueColumn = 6 };
        TensorValue y = TestPrograms.Run(TensorShape.Batched(1, 8), [0, 0, 0, 0, 0, 0, 5, 7], x => x.Attended(geometry));
        Near([5, 5, 7, 7], y.Data);
    }

    /// <summary>Two steps apart, a query and a key of the same direction turn by two: their product is cos 2.</summary>
    [Fact]
    public void A_rotation_turns_by_the_distance()
    {
        AttentionGeometry geometry = new(1, 1, 2) { KeyColumn = 2, ValueColumn = 4, IsRotary = true };
        double[] step = [1, 0, 1, 0];
        double[] steps = [.. step, 0, 0, .. step, 0, 0, .. step, 1, 0];
        TensorValue y = TestPrograms.Run(TensorShape.Batched(3, 6), steps, x => x.Attended(geometry));
        double[] scores = [.. new[] { 2, 1, 0 }.Select(distance => Math.Exp(Math.Cos(distance) / Math.Sqrt(2)))];
        Near([scores[0] / scores.Sum()], [y.Data[0]]);
    }

    [Fact]
    public void Padding_is_no_key_and_a_query_without_keys_gets_0()
    {
        // Two samples of two steps; the first has one key, the second none.
        TensorValue y = Masked([0, 0, 4, 0, 0, 8, 0, 0, 4, 0, 0, 8], [1, 0, 0, 0], (attention, _) => attention);
        Near([4, 4, 0, 0], y.Data);
        TensorValue sums = Masked([0, 2, 4, 3, 0, 8, 0, 0, 4, 0, 0, 8], [1, 0, 0, 0], (attention, program) =>
            program.Add(new AttentionLogSum(TestPrograms.Forward, attention)));
        Near([0, 6, 0, 0], sums.Data);
    }

    [Fact]
    public void Dropout_drops_weights_and_enlarges_the_others()
    {
        var program = new Program("test");
        Expr x = TestPrograms.Input(program, TensorShape.Batched(2, 3), InputRole.Samples);
        program.AddResult(ResultRole.Output, x.Attended(OneHead with { Dropout = 0.75, Site = 6 }));
        Batch batch = TestPrograms.EmptyBatch with
        {
            Inputs = new Dictionary<InputRole, double[]> { [InputRole.Samples] = [0, 0, 4, 0, 0, 8] },
            Keeps = (site, probability, _, place) => site == 6 && probability == 0.75 && place == 1,
        };
        Near([16, 0], Interpreter.Run(program, batch)[0].Value.Data);
    }

    public static TheoryData<int, int, int, bool, bool> Geometries => new()
    {
        { 1, 1, 3, false, false },
        { 2, 2, 2, true, false },
        { 4, 2, 1, false, false },
        { 2, 1, 4, true, true },
    };

    [Theory, MemberData(nameof(Geometries))]
    public void Its_gradient_is_its_slope(int heads, int shared, int features, bool isCausal, bool isRotary)
    {
        AttentionGeometry geometry = new(heads, shared, features)
        {
            QueryColumn = 1, KeyColumn = 1 + (heads * features), ValueColumn = 2 + ((heads + shared) * features),
            IsCausal = isCausal, IsRotary = isRotary,
        };
        Slopes.Check(TensorShape.Batched(4, 3 + ((heads + (2 * shared)) * features)), x => [x.Square().Attended(geometry)]);
    }

    /// <summary>Queries of one tensor, keys and values of another with more steps: a gradient for each.</summary>
    [Theory, MemberData(nameof(Geometries))]
    public void Queries_may_come_from_elsewhere(int heads, int shared, int features, bool isCausal, bool isRotary)
    {
        AttentionGeometry geometry = new(heads, shared, features)
        {
            ValueColumn = shared * features, IsCausal = isCausal, IsRotary = isRotary,
        };
        IReadOnlyList<Expr> Body(Expr x)
        {
            Expr queries = x.Times(TestPrograms.Weight(x, 0, 2, heads * features));
            Expr more = x.Permuted(TensorShape.Batched(6, 1), new MoveLoop(3, 0, 1, 0, 1), new MoveLoop(2, 1, 1, 0, 3));
            Expr others = more.Times(TestPrograms.Weight(x, 1, 1, 2 * shared * features));
            return [x.Add(new Attention(x.Origin, queries, others, others, null, geometry))];
        }

        Slopes.Check(TensorShape.Batched(3, 2), Body);
        Assert.Equal(2, Slopes.Differentiated(TensorShape.Batched(3, 2), Body).Nodes.OfType<AttentionGradient>().Count());
    }

    /// <summary>The gradient of what several attentions read together is the sum of theirs.</summary>
    [Fact]
    public void Keys_and_values_may_lie_apart() => Slopes.Check(TensorShape.Batched(4, 2), x =>
    {
        Expr keys = x.Times(TestPrograms.Weight(x, 0, 2, 2)), values = x.Times(TestPrograms.Weight(x, 1, 2, 2));
        AttentionGeometry geometry = new(1, 1, 2);
        return
        [
            x.Add(new Attention(x.Origin, x, keys, values, null, geometry)),
            x.Add(new Attention(x.Origin, keys, x, values, null, geometry)),
        ];
    });

    [Fact]
    public void A_mask_lets_no_gradient_through_to_padding() => Slopes.Check(TensorShape.Batched(4, 3), x =>
    {
        // 1 where the first value of a step is above 0.
        Expr marks = Map.Of(ScalarExpression.Select(new Operand(0), 0, 1, 0), Part(x, 0, 1));
        Expr mask = marks.Permuted(TensorShape.Batched(4), new MoveLoop(4, 0, 1, 0, 1));
        return [x.Add(new Attention(x.Origin, x, x, x, mask, OneHead))];
    });

    [Fact]
    public void The_verifier_finds_operands_that_do_not_fit()
    {
        Found(geometry => geometry, TensorShape.Batched(2, 3), "");
        TensorShape shape = TensorShape.Batched(2, 3);
        Found(geometry => geometry with { ValueColumn = 3 }, shape, "has values at the columns 3 to 4 of [batch, 2, 3]");
        Found(geometry => geometry with { QueryColumn = -1 }, shape, "has queries at the columns -1 to 0 of [batch, 2, 3]");
        Found(geometry => geometry with { KeyColumn = 3 }, shape, "has keys at the columns 3 to 4 of [batch, 2, 3]");
        Found(geometry => geometry with { IsRotary = true }, TensorShape.Batched(2, 3), "rotates 1 features of 2 queries and 2 keys");
        Found(geometry => geometry with { Heads = 3, KeyValueHeads = 2 }, TensorShape.Batched(2, 5), "shares 2 heads of keys among 3");
        Found(geometry => geometry, TensorShape.Batched(2, 3), "has a mask [batch, 3] for 2 keys", mask: TensorShape.Batched(3));
        Found(geometry => geometry, TensorShape.Batched(2, 3), "has 2 keys and 3 values", values: TensorShape.Batched(3, 3));
    }

    [Fact]
    public void The_verifier_finds_a_gradient_of_another_shape()
    {
        var program = new Program("Test");
        Expr x = TestPrograms.Input(program, TensorShape.Batched(2, 3), InputRole.Target) + 1;
        var attention = (Attention)x.Attended(OneHead).Tensor;
        Tensor sum = program.Add(new AttentionLogSum(TestPrograms.Forward, attention));
        Tensor gradient = program.Add(new AttentionGradient(TestPrograms.Forward, attention, (AttentionLogSum)sum, attention, x));
        Assert.Empty(ProgramVerifier.Faults(program));
        gradient.ReplaceOperand(0, x);
        Assert.Equal(
            [$"{gradient} has a result [batch, 2, 1], its gradient [batch, 2, 3] and sums [batch, 1, 2]"], ProgramVerifier.Faults(program));
    }

    private static void Found(
        Func<AttentionGeometry, AttentionGeometry> changed, TensorShape shape, string fault,
        TensorShape? mask = null, TensorShape? values = null)
    {
        var program = new Program("Test");
        Expr x = TestPrograms.Input(program, shape, InputRole.Target) + 1;
        Tensor? marks = mask is null ? null : (TestPrograms.Input(program, mask, InputRole.Prediction) + 1).Tensor;
        Tensor other = values is null ? x : TestPrograms.Input(program, values, InputRole.Prediction) + 1;
        Tensor attention = program.Add(new Attention(TestPrograms.Forward, x, x, other, marks, changed(OneHead)));
        Assert.Equal(fault.Length == 0 ? [] : [$"{attention} {fault}"], ProgramVerifier.Faults(program));
    }

    private static TensorValue Masked(double[] steps, double[] mask, Func<Attention, Program, Tensor> result)
    {
        var program = new Program("test");
        Expr x = TestPrograms.Input(program, TensorShape.Batched(2, 3), InputRole.Samples);
        Expr marks = TestPrograms.Input(program, TensorShape.Batched(2), InputRole.Target);
        var attention = program.Add(new Attention(TestPrograms.Forward, x, x, x, marks, OneHead));
        program.AddResult(ResultRole.Output, result(attention, program));
        Batch batch = TestPrograms.EmptyBatch with
        {
            Samples = 2,
            Inputs = new Dictionary<InputRole, double[]> { [InputRole.Samples] = steps, [InputRole.Target] = mask },
        };
        return Interpreter.Run(program, batch)[0].Value;
    }

    /// <summary>Some columns of each step.</summary>
    private static Expr Part(Expr x, int first, int count) => x.Add(new Move(
        x.Origin, x.Shape.With([x.Shape[0], count]), [x],
        [new MovePart([0, first], [0, 0], [new(x.Shape[0], 0, 1, 0, 1), new(count, 1, 1, 1, 1)])]));

    private static void Near(double[] expected, double[] actual) =>
        Assert.True(
            expected.Length == actual.Length && expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) < 1e-12),
            $"expected {string.Join(", ", expected)}; came {string.Join(", ", actual)}");
}
