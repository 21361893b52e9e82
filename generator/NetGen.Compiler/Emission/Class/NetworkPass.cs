using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Passes;

namespace NetGen.Compiler.Emission;

/// <summary>A pass of a network, as its user starts it.</summary>
/// <param name="Name">The name of its method.</param>
/// <param name="Override">The member of the base class that starts it.</param>
/// <param name="Profiled">What a profile calls it.</param>
/// <param name="Program">The program that it is, or is a part of.</param>
/// <param name="Runs">Whether it runs a group of the program.</param>
/// <param name="Summary">What its method does.</param>
internal sealed record NetworkPass(
    string Name, string Override, string Profiled, CompiledProgram Program, Func<FusedGroup, bool> Runs, string Summary)
{
    /// <summary>What it runs, in its order.</summary>
    public IReadOnlyList<Chain> Chains { get; } = [.. Program.Memory.Chains.Where(chain => Runs(chain.Groups[0]))];

    /// <summary>Its groups, in the order of their methods.</summary>
    public IEnumerable<FusedGroup> Groups => Program.Memory.Groups.Where(Runs);

    /// <summary>The passes of a network.</summary>
    public static IReadOnlyList<NetworkPass> Of(LoweredNetwork lowered, IReadOnlyList<CompiledProgram> programs)
    {
        CompiledProgram Compiled(Program program) => programs.First(compiled => compiled.Program == program);
        CompiledProgram training = Compiled(lowered.Training);
        var passes = new List<NetworkPass>
        {
            new("Predict", "RunPredict", "Predict", Compiled(lowered.Predict), _ => true, "Prediction."),
            new("Forward", "RunForward", "Forward", training, group => !group.IsBackward, "The forward pass of training."),
            new("Backward", "RunBackward", "Backward", training, group => group.IsBackward, "The backward pass."),
        };
        if (lowered.LossOfIndices is { } indices)
            passes.Add(new(
                "LossOfIndices", "RunLossIndex", "Loss", Compiled(indices), _ => true, "The loss of class indices, and its gradient."));
        if (lowered.LossOfValues is { } values)
            passes.Add(new(
                "LossOfValues", "RunLossValues", "Loss", Compiled(values), _ => true, "The loss of target values, and its gradient."));
        if (lowered.Stream is { } stream)
            passes.Add(new("Stream", "RunStream", "Predict", Compiled(stream), _ => true, "One step of a stream."));
        if (lowered.Activations is { } activations)
            passes.Add(new(
                "Activations", "RunActivations", "Predict", Compiled(activations), _ => true,
                "A prediction that keeps what each layer gives."));
        return passes;
    }
}
