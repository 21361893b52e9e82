using NetGen.Compiler.Autodiff;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Verify;
using NetGen.Reference;

namespace NetGen.Compiler.Tests;

/// <summary>Gradients are slopes: differences of what the reference computes, in double precision.</summary>
internal static class Slopes
{
    private const int Samples = 2;
    private const double Distance = 1e-5;

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

    /// <summary>
    /// Takes the program through all passes but emission. Each keeps its promise and changes nothing when it is applied once more. Then
    /// compares each gradient behind them with the slope of ⟨outputs, dy⟩.
    /// </summary>
    public static void Check(TensorShape input, Func<Expr, IReadOnlyList<Expr>> body)
    {
        Program forward = Forward(input, body);
        Differentiation.Apply(forward);
        Program program = Forward(input, body);
        program.Differentiation = new OutputGradients();
        Parameter[] parameters = [.. program.Nodes.OfType<Parameter>()];
        Plan(program, parameters);

        double[] samples = TestPrograms.Numbers(Samples * input.Count);
        Dictionary<int, double[]> weights = parameters.ToDictionary(parameter => parameter.Index, TestPrograms.Weight);
        double[][] gradients =
            [.. forward.Results.Select((result, index) => TestPrograms.Numbers(Samples * result.Value.Shape.Count, seed: 50 + index))];
        var found = Interpreter.Run(program, Batch(withGradients: true))
            .ToDictionary(value => (value.Result.Role, value.Result.Index), value => value.Value.Data);
        Compare(samples, (ResultRole.InputGradient, -1));
        foreach ((int index, double[] weight) in weights)
            Compare(weight, (ResultRole.ParameterGradient, index));

        // Where no gradient flows there is no slope.
        void Compare(double[] numbers, (ResultRole, int) gradient)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                double kept = numbers[i];
                numbers[i] = kept + Distance;
                double above = Value();
                numbers[i] = kept - Distance;
                double slope = (above - Value()) / (2 * Distance);
                numbers[i] = kept;
                double actual = found.TryGetValue(gradient, out double[]? computed) ? computed[i] : 0;
                Assert.True(
                    Math.Abs(slope - actual) <= 1e-6 * Math.Max(1, Math.Abs(slope)),
                    $"{gradient}[{i}] is {actual}, the slope {slope}\n{program}");
            }
        }

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

    private static Program Forward(TensorShape input, Func<Expr, IReadOnlyList<Expr>> body)
    {
        var program = new Program("Test");
        IReadOnlyList<Expr> outputs = body(TestPrograms.Input(program, input, InputRole.Samples));
        for (int index = 0; index < outputs.Count; index++)
            program.AddResult(index == 0 ? ResultRole.Output : ResultRole.NamedOutput, outputs[index], index - 1);
        return program;
    }

    private static void Plan(Program program, Parameter[] parameters)
    {
        var layout = new ParameterLayout([.. parameters.OrderBy(parameter => parameter.Index)
            .Select((parameter, index) => new StoredParameter(
                parameter.Name, parameter.Shape, parameter.Shape.Sizes, parameter.Shape.Sizes, 4096 * index))], []);
        var compiled = new CompiledProgram(program, new PassOptions(layout, Winograd: true));
        foreach (Pass pass in Compiler.Passes)
        {
            pass.Apply(compiled);
            IReadOnlyList<string> faults = pass.Faults(compiled);
            Assert.True(faults.Count == 0, $"{pass.Name}:\n{string.Join("\n", faults)}\n{pass.Print(compiled)}\n{program}");
            string once = pass.Print(compiled);
            pass.Apply(compiled);
            Assert.Equal(once, pass.Print(compiled));
        }
    }
}
