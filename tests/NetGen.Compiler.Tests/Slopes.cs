using NetGen.Compiler.Autodiff;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Verify;
using NetGen.Reference;

namespace NetGen.Compiler.Tests;

/// <summary>Gradients are slopes: differences of what the reference computes, in double precision.</summary>
internal static class Slopes
{
    private const int Samples = 2;

    /// <summary>A program of several outputs with its backward pass, which is well formed.</summary>
    public static Program Differentiated(TensorShape input, Func<Expr, IReadOnlyList<Expr>> body)
    {
        Program program = Forward(input, body);
        program.Differentiation = new OutputGradients();
        Differentiation.Apply(program);
        IReadOnlyList<string> faults = [.. ProgramVerifier.Faults(program), .. ProgramVerifier.LeftFromDifferentiation(program)];
        Assert.True(faults.Count == 0, $"{string.Join("\n", faults)}\n{program}");
        return program;
    }

    private static Program Forward(TensorShape input, Func<Expr, IReadOnlyList<Expr>> body)
    {
        var program = new Program("Test");
        IReadOnlyList<Expr> outputs = body(TestPrograms.Input(program, input, InputRole.Samples));
        for (int index = 0; index < outputs.Count; index++)
            program.AddResult(index == 0 ? ResultRole.Output : ResultRole.NamedOutput, outputs[index], index - 1);
        return program;
    }

    /// <summary>Compares each gradient with the slope of ⟨output, dy⟩.</summary>
    public static void Check(TensorShape input, Func<Expr, IReadOnlyList<Expr>> body)
    {
        const double Distance = 1e-5;
        Program program = Differentiated(input, body);
        double[] samples = TestPrograms.Numbers(Samples * input.Count);
        Dictionary<int, double[]> weights = program.Nodes.OfType<Parameter>().ToDictionary(parameter => parameter.Index, TestPrograms.Weight);
        double[][] gradients = [.. program.Results
            .Where(result => result.Role is ResultRole.Output or ResultRole.NamedOutput)
            .Select((result, index) => TestPrograms.Numbers(Samples * result.Value.Shape.Count, seed: 50 + index))];
        Program forward = Forward(input, body);
        Differentiation.Apply(forward);
        int compared = 0;
        foreach ((ProgramResult result, TensorValue value) in Interpreter.Run(program, Batch(withGradients: true)))
        {
            double[]? changed = result.Role switch
            {
                ResultRole.InputGradient => samples,
                ResultRole.ParameterGradient => weights[result.Index],
                _ => null,
            };
            for (int i = 0; i < changed?.Length; i++)
            {
                double kept = changed[i];
                changed[i] = kept + Distance;
                double above = Value();
                changed[i] = kept - Distance;
                double slope = (above - Value()) / (2 * Distance);
                changed[i] = kept;
                Assert.Equal(slope, value.Data[i], 1e-6 * Math.Max(1, Math.Abs(slope)));
                compared++;
            }
        }

        Assert.True(compared >= samples.Length + weights.Values.Sum(weight => weight.Length), $"{compared} gradients\n{program}");

        double Value() => Interpreter.Run(forward, Batch(withGradients: false))
            .Select((result, index) => result.Value.Data.Zip(gradients[index], (y, dy) => y * dy).Sum()).Sum();

        Batch Batch(bool withGradients) => TestPrograms.EmptyBatch with
        {
            Samples = Samples,
            Inputs = withGradients
                ? new Dictionary<InputRole, double[]> { [InputRole.Samples] = samples, [InputRole.OutputGradient] = gradients[0] }
                : new Dictionary<InputRole, double[]> { [InputRole.Samples] = samples },
            NamedGradients = withGradients ? [.. gradients.Skip(1)] : [],
            Parameter = parameter => weights[parameter.Index],
        };
    }
}
