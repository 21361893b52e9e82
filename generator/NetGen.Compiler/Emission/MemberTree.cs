using NetGen.Compiler.Fusion;

namespace NetGen.Compiler.Emission;

/// <summary>
/// The parameters as C# members: net.Conv1.Weight, net.Layer2[0].Conv1.Weight. Each level of a name is a small struct that
/// knows its prefix; numbers become an index, whose elements share one struct.
/// </summary>
internal sealed class MemberTree
{
    private readonly SortedDictionary<string, MemberTree> children = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    /// <summary>The shape of the parameter that ends here; null on inner levels.</summary>
    private string? shape;

    public static MemberTree Of(IEnumerable<(string Name, string Shape)> parameters)
    {
        var root = new MemberTree();
        foreach ((string name, string shape) in parameters)
        {
            MemberTree node = root;
            foreach (string part in name.Split('.'))
                node = node.Child(IsNumber(part) ? "#" : part);
            node.shape = shape;
        }

        return root;
    }

    /// <summary>Prints the members of the network's class.</summary>
    /// <param name="writer">Where they go.</param>
    /// <param name="className">The class's name, which no member of it can have.</param>
    /// <param name="identifier">The same as C# writes it.</param>
    /// <param name="taken">Names of other members.</param>
    public void Emit(CodeWriter writer, string className, string identifier, IReadOnlyCollection<string> taken)
    {
        var names = new HashSet<string>(taken, StringComparer.Ordinal) { className };
        foreach (string part in order)
        {
            MemberTree child = children[part];
            string member = GroupNames.PascalCase(part);
            if (!names.Add(member))
                member = Unique(member + "Layer", names);
            string type = Unique(member + "Parameters", names);
            writer.Line();
            writer.Line($"/// <summary>The parameters of {part}.</summary>");
            writer.Line($"public {type} {member} => new(this, {Literals.String(part)});");
            child.EmitStruct(writer, type, identifier, part);
        }
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        string unique = name;
        for (int number = 2; !taken.Add(unique); number++)
            unique = name + number;
        return unique;
    }

    private static bool IsNumber(string part) => part.All(letter => letter is >= '0' and <= '9');

    private MemberTree Child(string part)
    {
        if (!children.TryGetValue(part, out MemberTree? child))
        {
            child = new MemberTree();
            children.Add(part, child);
            order.Add(part);
        }

        return child;
    }

    private void EmitStruct(CodeWriter writer, string type, string className, string path)
    {
        writer.Line();
        writer.Line($"/// <summary>The parameters of {path}.</summary>");
        using (writer.Open($"public readonly struct {type}"))
        {
            writer.Line($"private readonly {className} network;");
            writer.Line("private readonly string name;");
            writer.Line();
            using (writer.Open($"internal {type}({className} network, string name)"))
            {
                writer.Line("this.network = network;");
                writer.Line("this.name = name;");
            }

            var taken = new HashSet<string>(StringComparer.Ordinal) { type };
            foreach (string part in order)
                EmitMember(writer, part, className, path, taken);
        }
    }

    private void EmitMember(CodeWriter writer, string part, string className, string path, HashSet<string> taken)
    {
        MemberTree child = children[part];
        writer.Line();
        if (part == "#")
        {
            string element = Unique("Element", taken);
            writer.Line($"/// <summary>The parameters of one of {path}.</summary>");
            writer.Line($"/// <param name=\"index\">The number in the name, as in {path}.0.</param>");
            writer.Line(
                $"public {element} this[int index] => new(network, "
                + "name + \".\" + index.ToString(global::System.Globalization.CultureInfo.InvariantCulture));");
            child.EmitStruct(writer, element, className, path + "[i]");
            return;
        }

        string member = Unique(GroupNames.PascalCase(part), taken);
        if (child.shape is { } shape)
        {
            writer.Line($"/// <summary>{path}.{part} {shape}.</summary>");
            writer.Line(
                $"public global::NetGen.Parameter {member} => network.ParameterNamed(name + {Literals.String("." + part)});");
            return;
        }

        string type = Unique(member + "Parameters", taken);
        writer.Line($"/// <summary>The parameters of {path}.{part}.</summary>");
        writer.Line($"public {type} {member} => new(network, name + {Literals.String("." + part)});");
        child.EmitStruct(writer, type, className, path + "." + part);
    }
}
