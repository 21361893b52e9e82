using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the class that holds the results of a network with named outputs: one member for each.</summary>
internal static class OutputsEmitter
{
    /// <summary>Prints the class and gives its name, or null where the network has no named output.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="spec">The user's class.</param>
    /// <param name="outputs">The named outputs in their order.</param>
    /// <param name="description">The field with the network's description, or "null" where there is none.</param>
    public static string? Emit(CodeWriter writer, ClassSpec spec, IReadOnlyList<ShapedOutput> outputs, string description)
    {
        if (outputs.Count == 0)
            return null;
        string name = MemberTree.Unique("Outputs", [.. spec.MemberNames, .. NetworkConstants.Names, .. ShortNames.All, description]);
        writer.Line();
        writer.Line(
            "/// <summary>What the network gives for a batch, and what it gives by name on the way; "
            + "in training, the gradients by them.</summary>");
        using (writer.Open($"public sealed class {name} : global::NetGen.NetworkOutputs"))
        {
            writer.Line("/// <summary>Makes room for the results of a batch.</summary>");
            writer.Line("/// <param name=\"samples\">The number of samples of the batch, at least 1.</param>");
            using (writer.Open($"public {name}(int samples) : base({description}, samples)"))
            {
            }

            var taken = new HashSet<string>(InheritedMembers.OfOutputs, StringComparer.Ordinal) { name };
            for (int index = 0; index < outputs.Count; index++)
            {
                string member = string.Join("_", outputs[index].Name.Split('.').Select(MemberNames.Of));
                writer.Line();
                writer.Line($"/// <summary>{outputs[index].Name}, [samples, {string.Join(", ", outputs[index].Output.Sizes)}].</summary>");
                writer.Line($"public global::System.Span<float> {MemberTree.Unique(member, taken)} => Values({Literals.Integer(index)});");
            }
        }

        return name;
    }
}
