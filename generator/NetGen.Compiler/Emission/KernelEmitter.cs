using NetGen.Compiler.Fusion;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Emission;

/// <summary>Prints one method a group: its description, the loops of its form, and the Maps that follow in registers.</summary>
internal static class KernelEmitter
{
    private const int LongestLine = 130;

    /// <summary>The text of a group's method and of what is behind it.</summary>
    /// <param name="group">The group.</param>
    /// <param name="plan">Where its tensors lie.</param>
    /// <param name="writer">Takes the text meanwhile; it is empty, and is left so.</param>
    public static MethodText Print(FusedGroup group, MemoryPlan plan, CodeWriter writer)
    {
        var form = KernelForm.Of(group);
        var context = new KernelContext(group, plan, writer);
        bool hasLoops = form.HasLoops(context);
        using (writer.Open())
            form.Emit(context);
        foreach (Action print in context.Behind)
            print();
        form.EmitStages?.Invoke(context);
        var text = new MethodText(group, [.. Remarks(form), .. hasLoops ? Reason(group) : []], hasLoops, writer.ToString(), context);
        writer.Clear();
        return text;
    }

    /// <summary>Prints the comment of a method: on one line where that can be read.</summary>
    /// <param name="writer">Where it is printed.</param>
    /// <param name="layers">The names of the layers.</param>
    /// <param name="method">The method.</param>
    /// <param name="isOfAnySize">Whether it gets its sizes.</param>
    /// <param name="last">What it says last, if anything.</param>
    public static void EmitSummary(
        CodeWriter writer, IReadOnlyList<string> layers, MethodText method, bool isOfAnySize = false, params string[] last)
    {
        string names = layers.Count == 0 ? "the network" : string.Join(", ", layers);
        var form = KernelForm.Of(method.Group);
        string first = $"{names}{(method.Group.IsBackward ? ", backward" : "")}{form.Text}."
            + (form.MultiplyAdds > 0 && !isOfAnySize
                ? $" {Literals.Integer(form.MultiplyAdds)} multiply-adds a sample{form.MultiplyAddsRemark}."
                : "");
        string[] lines = [first, .. method.Remarks, .. last];
        string joined = string.Join(" ", lines);
        foreach (string line in joined.Length <= LongestLine ? [joined] : lines)
            writer.Line("// " + line);
    }

    /// <summary>Why a method has loops of its own.</summary>
    private static string[] Reason(FusedGroup group) => group.ReducedAxes.Count > 0
        ? ["Its own loops: between the reductions of a row stands what this network computes."]
        : ["Its own loop: no epilogue of the library computes this."];

    private static IEnumerable<string> Remarks(KernelForm form)
    {
        if (form.Remark is { } remark)
            yield return remark;
        if (form.Items is { } items)
            yield return items;
    }
}
