using NetGen.Compiler.Fusion;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Emission;

/// <summary>Prints one method a group: its description, the loops of its form, and the Maps that follow in registers.</summary>
internal static class KernelEmitter
{
    private const int LongestLine = 130;

    public static void Emit(FusedGroup group, MemoryPlan plan, CodeWriter writer)
    {
        var form = KernelForm.Of(group);
        var context = new KernelContext(group, plan, writer);
        bool hasLoops = form.HasLoops(context);
        EmitSummary(writer, [.. Description(group, form), .. hasLoops ? Reason(group) : []]);

        // What only calls the library need not keep the JIT busy: kernels of the library are optimised when they first run.
        if (hasLoops)
            writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"public static void {group.Name}(Workspace workspace, int begin, int end)"))
            form.Emit(context);
        foreach (Action print in context.Behind)
            print();
        form.EmitStages?.Invoke(context);
    }

    /// <summary>Why a method has loops of its own.</summary>
    private static string[] Reason(FusedGroup group) => group.ReducedAxes.Count > 0
        ? ["Its own loops: between the reductions of a row stands what this network computes."]
        : ["Its own loop: no epilogue of the library computes this."];

    /// <summary>On one line where that can be read.</summary>
    private static void EmitSummary(CodeWriter writer, IReadOnlyList<string> lines)
    {
        string joined = string.Join(" ", lines);
        foreach (string line in joined.Length <= LongestLine ? [joined] : lines)
            writer.Line("// " + line);
    }

    private static IEnumerable<string> Description(FusedGroup group, KernelForm form)
    {
        string layers = group.Layers.Count == 0 ? "the network" : string.Join(", ", group.Layers);
        string direction = group.IsBackward ? ", backward" : "";
        yield return $"{layers}{direction}{form.Text}."
            + (form.MultiplyAdds > 0 ? $" {Literals.Integer(form.MultiplyAdds)} multiply-adds a sample{form.MultiplyAddsRemark}." : "");
        if (form.Remark is { } remark)
            yield return remark;
        if (form.Items is { } items)
            yield return items;
    }
}
