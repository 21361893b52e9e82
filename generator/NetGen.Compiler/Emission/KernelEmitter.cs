using NetGen.Compiler.Fusion;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Emission;

/// <summary>Prints one method a group: its description, the loops of its form, and the Maps that follow in registers.</summary>
internal static class KernelEmitter
{
    public static void Emit(FusedGroup group, MemoryPlan plan, CodeWriter writer)
    {
        var form = KernelForm.Of(group);
        writer.Line("/// <summary>");
        foreach (string line in Description(group, form))
            writer.Line("/// " + line);
        writer.Line("/// </summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        var context = new KernelContext(group, plan, writer);
        using (writer.Open($"public static void {group.Name}(Workspace workspace, int begin, int end)"))
            form.Emit(context);
        foreach (Action print in context.Behind)
            print();
        form.EmitStages?.Invoke(context);
        if (form.HasEpilogueMethod)
            Epilogue.Emit(context);
    }

    private static IEnumerable<string> Description(FusedGroup group, KernelForm form)
    {
        string layers = group.Layers.Count == 0 ? "the network" : string.Join(", ", group.Layers);
        string direction = group.IsBackward ? ", backward" : "";
        yield return $"{layers}{direction}{form.Text}."
            + (form.MultiplyAdds > 0 ? $" {Literals.Integer(form.MultiplyAdds)} multiply-adds a sample{form.MultiplyAddsRemark}." : "");
        if (form.Remark is { } remark)
            yield return remark;
        yield return form.Items;
    }
}
