using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;

namespace NetGen.Compiler.Passes;

/// <summary>A network's programs after all passes but emission.</summary>
internal sealed record CompiledNetwork(LoweredNetwork Lowered, IReadOnlyList<CompiledProgram> Programs)
{
    public CompiledProgram Predict => Of(Lowered.Predict);

    public CompiledProgram Training => Of(Lowered.Training);

    private CompiledProgram Of(Program program) => Programs.First(candidate => candidate.Program == program);
}
