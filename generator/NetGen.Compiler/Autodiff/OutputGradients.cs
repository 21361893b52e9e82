using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Autodiff;

/// <summary>
/// The gradients of trained parameters and samples by the program's outputs, and by what layers add to the loss. The caller writes the
/// gradients of these between the passes, and the backward pass begins with them. Frozen parameters have none: what would follow from them
/// alone is removed as unused.
/// </summary>
internal sealed class OutputGradients : IDifferentiation
{
    public void Append(Program program)
    {
        ProgramResult[] outputs =
        [
            .. program.Results
                .Where(result => result.Role is ResultRole.Output or ResultRole.NamedOutput or ResultRole.AddedLoss)
                .OrderBy(result => result.Role),
        ];
        var seeds = new List<(Tensor Output, Tensor Seed)>();
        foreach (ProgramResult output in outputs)
        {
            InputRole role = output.Role switch
            {
                ResultRole.Output => InputRole.OutputGradient,
                ResultRole.NamedOutput => InputRole.NamedOutputGradient,
                _ => InputRole.AddedLossGradient,
            };
            seeds.Add((output.Value,
                program.Add(new Input(program, output.Value.Origin.Backward, output.Value.Shape, role, output.Index))));
        }

        Parameter[] trained =
            [.. program.Nodes.OfType<Parameter>().Where(parameter => parameter is { IsStatistic: false, IsFrozen: false })];
        Tensor samples = program.Nodes.OfType<Input>().First(input => input.Role == InputRole.Samples);
        Move[] inputs = InputsIn(samples);
        IReadOnlyList<Tensor?> gradients = BackwardPass.Append(seeds, inputs.Length == 0 ? [.. trained, samples] : [.. trained, .. inputs]);
        for (int index = 0; index < trained.Length; index++)
            if (gradients[index] is { } gradient)
                program.AddResult(ResultRole.ParameterGradient, WithZeroPadding(gradient), trained[index].Index);
        Tensor? ofSamples = inputs.Length == 0 ? gradients[trained.Length] : Joined(samples, inputs, [.. gradients.Skip(trained.Length)]);
        if (ofSamples is not null)
            program.AddResult(ResultRole.InputGradient, ofSamples);
    }

    /// <summary>
    /// Gradients that are added up, as those of a weight that layers share, lie in between where other tensors lay: narrow vectors leave
    /// some of their padding as it was.
    /// </summary>
    private static Tensor WithZeroPadding(Tensor gradient) =>
        gradient is Map ? new Expr(gradient, gradient.Origin).WithZeroPadding() : gradient;

    /// <summary>The parts of a row of several inputs; none where a sample is one input.</summary>
    private static Move[] InputsIn(Tensor samples)
    {
        Move[] moves = [.. samples.Program.UsersOf(samples).OfType<Move>()];
        return moves.Length > 1 && moves.Sum(move => move.Parts[0].Count) <= samples.Shape.Count ? moves : [];
    }

    /// <summary>The gradients of all inputs in a row, each where the input lies; those of tokens and lengths are 0.</summary>
    private static Tensor? Joined(Tensor samples, Move[] inputs, Tensor?[] gradients)
    {
        int[] known = [.. Enumerable.Range(0, inputs.Length).Where(index => gradients[index] is not null)];
        if (known.Length == 0)
            return null;
        Tensor[] parts = [.. known.Select(index => gradients[index]!)];
        return samples.Program.Add(new Move(
            samples.Origin.Backward, samples.Shape, parts, [.. known.Select(index => inputs[index].Parts[0].Inverse)]));
    }
}
