using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Tests.Scans;

/// <summary>A scan with states, sequences, invariants and a body by chance, over rows of one size.</summary>
internal sealed class RandomScan(Random random, Expr x)
{
    private int weights;

    public IReadOnlyList<Expr> Outputs(int steps, int hidden)
    {
        var builder = new ScanBuilder(x.Program, x.Origin, steps, random.Next(2) == 0);
        Expr row = x.Sum(0).Permuted(TensorShape.Batched(hidden), new MoveLoop(hidden, x.Shape.Rank - 1, 1, 0, 1)) * 0.5;
        Expr[] states = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => builder.State(random.Next(3) switch
        {
            0 => row,
            1 => row.Filled(0.5, row.Shape),
            _ => row.Filled(1, row.Shape) * TestPrograms.Weight(x, weights++, hidden),
        }))];
        var values = new List<Expr>(states);
        for (int count = random.Next(3); count > 0; count--)
            values.Add(builder.Step(random.Next(2) == 0 ? x : x.Square()));
        if (random.Next(2) == 0)
            values.Add(builder.Invariant(row));
        Expr vector = builder.Invariant(TestPrograms.Weight(x, weights++, hidden));
        Expr matrix = builder.Invariant(TestPrograms.Weight(x, weights++, hidden, hidden));
        for (int count = random.Next(1, 10); count > 0; count--)
            values.Add(Value(values, vector, matrix));
        foreach (Expr state in states)
            builder.Next(state, values[random.Next(values.Count)]);
        int[] stacked = [.. Enumerable.Range(0, random.Next(3)).Select(_ => builder.Stack(values[random.Next(values.Count)]))];
        Scan scan = builder.Build();
        Expr last = scan.Result(ResultRole.State, random.Next(states.Length));
        return [last, .. stacked.Where(_ => random.Next(4) > 0).Select(index => scan.Result(ResultRole.Step, index) * 0.5)];
    }

    private Expr Value(List<Expr> values, Expr vector, Expr matrix)
    {
        Expr a = values[random.Next(values.Count)], b = values[random.Next(values.Count)];
        return random.Next(9) switch
        {
            0 => a + b,
            1 => (a * b).Apply(ScalarFunctions.Tanh),
            2 => a.Apply(ScalarFunctions.Sigmoid),
            3 => a.Times(matrix).Apply(ScalarFunctions.Tanh),
            4 => a - b.Mean(0),
            5 => (a * vector).Apply(ScalarFunctions.Tanh) + vector,
            6 => a * (vector * 0.1).Exp(),
            7 => Map.Of(new Operand(0) / (1 + (ScalarExpression)new Operand(1)), a, b.Square().SumOverBatch()),
            _ => Nested(a, b, vector),
        };
    }

    /// <summary>A scan over the values of a row, which reads another row and a vector in each step.</summary>
    private static Expr Nested(Expr sequence, Expr first, Expr vector)
    {
        int hidden = sequence.Shape.Inner;
        var builder = new ScanBuilder(sequence.Program, sequence.Origin, hidden);
        Expr value = builder.Step(sequence.Permuted(TensorShape.Batched(hidden, 1), new MoveLoop(hidden, 0, 1, 0, 1)));
        Expr state = builder.State(first);
        builder.Next(state, ((state * builder.Invariant(vector)) + value).Apply(ScalarFunctions.Tanh));
        builder.Stack(state.Mean(0));
        Scan scan = builder.Build();
        return scan.Result(ResultRole.State, 0) + scan.Result(ResultRole.Step, 0).Permuted(first.Shape, new MoveLoop(hidden, 0, 1, 0, 1));
    }
}
