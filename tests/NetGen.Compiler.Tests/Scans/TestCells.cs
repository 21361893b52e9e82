using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Tests.Scans;

/// <summary>Recurrent cells written by hand, over a sequence [steps, features].</summary>
internal static class TestCells
{
    public const int Steps = 4;

    public const int Features = 3;

    public const int Hidden = 5;

    /// <summary>Of a sample that comes into the programs below.</summary>
    public static TensorShape Sequence { get; } = TensorShape.Batched(Steps, Features);

    /// <summary>h' = tanh(x·W + h·U + b), from 0 on. The states of all steps, and the last.</summary>
    public static (Expr All, Expr Last) Tanh(Expr sequence, bool isReversed = false)
    {
        var builder = new ScanBuilder(sequence.Program, sequence.Origin, Steps, isReversed);
        Expr x = builder.Step(sequence);
        Expr h = builder.State(sequence.Filled(0, TensorShape.Batched(Hidden)));
        Expr Weight(int index, params int[] sizes) => builder.Invariant(TestPrograms.Weight(sequence, index, sizes));
        Expr next = (x.Times(Weight(0, Features, Hidden)) + h.Times(Weight(1, Hidden, Hidden)) + Weight(2, Hidden))
            .Apply(ScalarFunctions.Tanh);
        builder.Next(h, next);
        builder.Stack(next);
        Scan scan = builder.Build();
        return (scan.Result(ResultRole.Step, 0), scan.Result(ResultRole.State, 0));
    }

    /// <summary>
    /// As PyTorch's GRU has it: r and z from x and h, n = tanh(x·W + r·(h·U)), h' = (1 - z)·n + z·h.
    /// Computes the first state from the sequence.
    /// </summary>
    public static (Expr All, Expr Last) Gated(Expr sequence)
    {
        var builder = new ScanBuilder(sequence.Program, sequence.Origin, Steps);
        Expr first = TensorOperations.Concatenated([sequence, sequence], 1).Sum(0);
        Expr h = builder.State(first.Permuted(TensorShape.Batched(Hidden), new MoveLoop(Hidden, 1, 1, 0, 1)));
        Expr x = builder.Step(sequence);
        Expr r = Gate(0), z = Gate(2);
        Expr n = (x.Times(Weight(4, Features)) + (r * h.Times(Weight(5, Hidden)))).Apply(ScalarFunctions.Tanh);
        Expr next = n + (z * (h - n));
        builder.Next(h, next);
        builder.Stack(next);
        Scan scan = builder.Build();
        return (scan.Result(ResultRole.Step, 0), scan.Result(ResultRole.State, 0));

        Expr Gate(int index) => (x.Times(Weight(index, Features)) + h.Times(Weight(index + 1, Hidden))).Apply(ScalarFunctions.Sigmoid);
        Expr Weight(int index, int inputs) => builder.Invariant(TestPrograms.Weight(sequence, index, inputs, Hidden));
    }

    /// <summary>The sums of squares up to each step.</summary>
    public static Expr Sums(Expr sequence, bool isReversed = false)
    {
        var builder = new ScanBuilder(sequence.Program, sequence.Origin, sequence.Shape[0], isReversed);
        Expr sum = builder.State(sequence.Filled(0, TensorShape.Batched(sequence.Shape[1])));
        Expr next = sum + builder.Step(sequence).Square();
        builder.Next(sum, next);
        builder.Stack(next);
        return builder.Build().Result(ResultRole.Step, 0);
    }
}
