using NetGen.Compiler.Graph;
using NetGen.Reference;

namespace NetGen.Compiler.Tests;

/// <summary>Programs of a few nodes, run on the reference.</summary>
internal static class TestPrograms
{
    /// <summary>Of nodes that are no layer's.</summary>
    public static Origin Forward { get; } = new("");

    public static Batch EmptyBatch { get; } = new(
        1, new Dictionary<InputRole, double[]>(),
        parameter => throw new InvalidOperationException($"no values for {parameter}"), [], (_, _, _, _) => true);

    /// <summary>What one expression of the input gives, sample after sample.</summary>
    public static TensorValue Run(TensorShape input, double[] samples, Func<Expr, Tensor> body, params double[][] parameters)
    {
        var program = new Program("test");
        program.AddResult(ResultRole.Output, body(Input(program, input, InputRole.Samples)));
        Batch batch = EmptyBatch with
        {
            Samples = samples.Length / input.Count,
            Inputs = new Dictionary<InputRole, double[]> { [InputRole.Samples] = samples },
            Parameter = parameter => parameters[parameter.Index],
        };
        return Interpreter.Run(program, batch)[0].Value;
    }

    /// <summary>What comes into a program.</summary>
    public static Expr Input(Program program, TensorShape shape, InputRole role) =>
        new(program.Add(new Input(program, Forward, shape, role)), Forward);

    public static Expr Weight(Expr x, int index, params int[] sizes) =>
        x.Add(new Parameter(x.Program, x.Origin, TensorShape.Unbatched(sizes), $"weight{index}", index, isStatistic: false));

    /// <summary>The numbers of a weight, others for each index.</summary>
    public static double[] Weight(Parameter parameter) => Numbers(parameter.Shape.Count, seed: 2 + parameter.Index);

    /// <summary>Numbers between -1 and 1 that look random and are the same on every machine.</summary>
    public static double[] Numbers(int count, int seed = 1) =>
        [.. Enumerable.Range(1, count).Select(i => Math.IEEERemainder((i + (seed * 0.37)) * 0.6180339887498949, 1) * 2)];
}
