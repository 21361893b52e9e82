using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Passes;

/// <summary>A program with all that the passes find: when they are done, it can be printed.</summary>
/// <param name="program">The program, which the first passes rewrite.</param>
/// <param name="options">What holds for all programs of the network.</param>
internal sealed class CompiledProgram(Program program, PassOptions options)
{
    private IReadOnlyList<FusedGroup>? groups;
    private MemoryPlan? memory;

    public Program Program { get; } = program;

    public PassOptions Options { get; } = options;

    public bool IsFused => groups is not null;

    public bool IsPlanned => memory is not null;

    /// <summary>The groups of nodes that one method each computes.</summary>
    public IReadOnlyList<FusedGroup> Groups
    {
        get => groups ?? throw new InvalidOperationException($"program {Program.Name} is not fused yet");
        set => groups = value;
    }

    /// <summary>Where each tensor lies, and in which order the groups run.</summary>
    public MemoryPlan Memory
    {
        get => memory ?? throw new InvalidOperationException($"the memory of program {Program.Name} is not planned yet");
        set => memory = value;
    }

    /// <summary>Bytes that the activations of one sample take.</summary>
    public long ActivationBytes => sizeof(float) * Memory.ActivationSize;
}
