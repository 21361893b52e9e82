using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>
/// The gradients of trained parameters and samples by the program's outputs. The caller writes the outputs' gradients between the passes,
/// and the backward pass begins with them.
/// </summary>
internal sealed class OutputGradients : IDifferentiation
{
    public void Append(Program program)
    {
        ProgramResult[] outputs =
            [.. program.Results.Where(result => result.Role is ResultRole.Output or ResultRole.NamedOutput).OrderBy(result => result.Role)];
        var seeds = new List<(Tensor Output, Tensor Seed)>();
        foreach (ProgramResult output in outputs)
        {
            InputRole role = output.Role == ResultRole.Output ? InputRole.OutputGradient : InputRole.NamedOutputGradient;
            seeds.Add((output.Value,
                program.Add(new Input(program, output.Value.Origin.Backward, output.Value.Shape, role, output.Index))));
        }

        Parameter[] trained = [.. program.Nodes.OfType<Parameter>().Where(parameter => !parameter.IsStatistic)];
        Tensor samples = program.Nodes.OfType<Input>().First(input => input.Role == InputRole.Samples);
        IReadOnlyList<Tensor?> gradients = BackwardPass.Append(seeds, [.. trained, samples]);
        for (int index = 0; index < trained.Length; index++)
            if (gradients[index] is { } gradient)
                program.AddResult(ResultRole.ParameterGradient, gradient, trained[index].Index);
        if (gradients[trained.Length] is { } inputGradient)
            program.AddResult(ResultRole.InputGradient, inputGradient);
    }
}
