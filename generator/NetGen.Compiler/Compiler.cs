using NetGen.Compiler.Advice;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler;

/// <summary>
/// The passes, in their order: a shaped network in, C# files out. Before this stand the reading of attributes and
/// the checking of shapes (<c>Specification</c>, <c>Shapes</c>), which the editor runs as well.
/// </summary>
internal static class Compiler
{
    /// <summary>The emitted files. <paramref name="observe"/> gets each pass's name and result, for tests and dumps.</summary>
    public static IReadOnlyList<(string HintName, string Text)> Compile(
        ShapedNetwork network, CancellationToken cancellation = default, Action<string, object>? observe = null)
    {
        (LoweredNetwork lowered, IReadOnlyList<PlannedProgram> planned) = Plan(network, cancellation, observe);

        // 4. One method a group, for each vector width.
        return ClassEmitter.Emit(network, lowered, planned, cancellation);
    }

    /// <summary>The public members of a network with errors, so that the errors in its shapes are the only errors.</summary>
    public static (string HintName, string Text) EmitBroken(ClassSpec spec, IReadOnlyList<ShapedNode> knownNodes) =>
        ClassEmitter.EmitBroken(spec, knownNodes);

    /// <summary>
    /// All that is wrong with a network: what its shapes show and, where its budget counts bytes, what its memory does. A
    /// failure of a pass on the way is the generator's to report.
    /// </summary>
    public static IReadOnlyList<Fault> Check(NetworkSpec spec, CancellationToken cancellation)
    {
        ShapingResult shaped = ShapeEngine.Run(spec, cancellation);
        var report = new Report();
        if (shaped.Network is not { } network || Budget.Of(spec, report) is not { CountsBytes: true } budget)
            return shaped.Faults;
        try
        {
            (LoweredNetwork lowered, IReadOnlyList<PlannedProgram> planned) = Plan(network, cancellation, observe: null);
            budget.CheckBytes(network, Planned(lowered.Training), Planned(lowered.Predict));

            PlannedProgram Planned(Program program) => planned.First(candidate => candidate.Program == program);
        }
#pragma warning disable CA1031 // The generator compiles the network too and reports the failure with its pass.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return shaped.Faults;
        }

        return [.. shaped.Faults, .. report.Faults()];
    }

    private static (LoweredNetwork Lowered, IReadOnlyList<PlannedProgram> Planned) Plan(
        ShapedNetwork network, CancellationToken cancellation, Action<string, object>? observe)
    {
        // 1. Layers become tensor expressions; the backward pass is derived; what is not worth keeping is computed again.
        LoweredNetwork lowered = NetworkLowering.Lower(network, cancellation);

        var planned = new List<PlannedProgram>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Program program in lowered.Programs)
        {
            cancellation.ThrowIfCancellationRequested();
            observe?.Invoke("Lowering", program);

            // 2. Expressions that can share a loop become one method.
            IReadOnlyList<FusedGroup> groups = Fuser.Fuse(program);
            GroupNames.Assign(groups, program == lowered.Training ? "Forward" : program.Name, names);
            observe?.Invoke("Fusion", groups);

            // 3. Groups that compute each sample by itself run in turn, and each tensor gets its place in the arena.
            MemoryPlan memory = MemoryPlan.Of(program, groups, lowered.Parameters.Layout);
            observe?.Invoke("Memory", memory);
            GroupNames.Assign(memory.Chains, names);
            planned.Add(new PlannedProgram(program, memory));
        }

        return (lowered, planned);
    }
}
