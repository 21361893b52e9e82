using NetGen.Compiler.Graph;
using NetGen.Reference;

namespace NetGen.Compiler.Tests.Scans;

/// <summary>What a scan means, on examples that can be followed by hand.</summary>
public class ScanInterpreterTests
{
    [Fact]
    public void Each_step_finds_what_the_one_before_has_left()
    {
        // s' = 2s + x, from 1 on.
        Assert.Equal([3, 8, 19, 42, 12, 44, 118, 276], Run(isReversed: false, ResultRole.Step));
        Assert.Equal([42, 276], Run(isReversed: false, ResultRole.State));
    }

    [Fact]
    public void In_reverse_the_last_step_comes_first_and_stands_last_all_the_same()
    {
        Assert.Equal([65, 32, 15, 6, 506, 248, 114, 42], Run(isReversed: true, ResultRole.Step));
    }

    [Fact]
    public void A_cell_unrolled_by_hand_gives_the_same()
    {
        double[] samples = TestPrograms.Numbers(2 * TestCells.Sequence.Count);
        double[][] weights =
        [
            .. Enumerable.Range(0, 3)
                .Select(index => TestPrograms.Numbers(TestCells.Hidden * (index == 0 ? 3 : index == 1 ? 5 : 1), seed: 2 + index)),
        ];
        TensorValue all = TestPrograms.Run(TestCells.Sequence, samples, x => TestCells.Tanh(x).All, weights);
        TensorValue last = TestPrograms.Run(TestCells.Sequence, samples, x => TestCells.Tanh(x).Last, weights);
        for (int sample = 0; sample < 2; sample++)
        {
            double[] h = new double[TestCells.Hidden];
            for (int step = 0; step < TestCells.Steps; step++)
            {
                h = [.. Enumerable.Range(0, h.Length).Select(n => Math.Tanh(
                    Enumerable.Range(0, TestCells.Features).Sum(k =>
                        samples[(((sample * TestCells.Steps) + step) * TestCells.Features) + k] * weights[0][(k * h.Length) + n])
                    + Enumerable.Range(0, h.Length).Sum(k => h[k] * weights[1][(k * h.Length) + n])
                    + weights[2][n]))];
                for (int n = 0; n < h.Length; n++)
                    Assert.Equal(h[n], all[sample, step, n], 1e-12);
            }

            for (int n = 0; n < h.Length; n++)
                Assert.Equal(h[n], last[sample, n], 1e-12);
        }
    }

    [Fact]
    public void A_scan_may_stand_in_the_body_of_another()
    {
        // Running sums of running sums: the inner loop goes over the features of a step.
        TensorValue y = TestPrograms.Run(TensorShape.Batched(2, 3), [1, 2, 3, 4, 5, 6], sequence =>
        {
            var outer = new ScanBuilder(sequence.Program, sequence.Origin, 2);
            Expr row = outer.Step(sequence);
            Expr sum = outer.State(sequence.Filled(0, TensorShape.Batched(1)));
            var inner = new ScanBuilder(row.Program, row.Origin, 3);
            Expr value = inner.Step(row.Permuted(TensorShape.Batched(3, 1), new MoveLoop(3, 0, 1, 0, 1)));
            Expr total = inner.State(sum);
            inner.Next(total, total + value);
            outer.Next(sum, inner.Build().Result(ResultRole.State, 0));
            outer.Stack(sum);
            return outer.Build().Result(ResultRole.Step, 0);
        });
        Assert.Equal([0, 6], y.Data);
    }

    [Fact]
    public void A_dump_shows_the_body_behind_its_scan()
    {
        var program = new Program("Test");
        program.AddResult(ResultRole.Output, TestCells.Tanh(TestPrograms.Input(program, TestCells.Sequence, InputRole.Samples)).Last);
        string[] lines = [.. program.ToString().Split('\n').Select(line => line.TrimEnd())];
        int scan = Array.FindIndex(lines, line => line.Contains("= Scan(", StringComparison.Ordinal));
        Assert.Equal("    Step of", lines[scan + 1]);
        Assert.Equal("      %0 [batch, 3] = Input.Step 0()  //", lines[scan + 2]);
        Assert.Contains("      State 0 ← %9", lines);
        Assert.Contains("      Step 0 ← %9", lines);
        Assert.StartsWith("  %", lines[scan + 15], StringComparison.Ordinal);
    }

    private static double[] Run(bool isReversed, ResultRole role) => TestPrograms.Run(
        TensorShape.Batched(4, 1), [1, 2, 3, 4, 10, 20, 30, 40], sequence =>
        {
            var builder = new ScanBuilder(sequence.Program, sequence.Origin, 4, isReversed);
            Expr x = builder.Step(sequence);
            Expr s = builder.State(sequence.Filled(1, TensorShape.Batched(1)));
            Expr next = (s * 2) + x;
            builder.Next(s, next);
            builder.Stack(next);
            return builder.Build().Result(role, 0);
        }).Data;
}
