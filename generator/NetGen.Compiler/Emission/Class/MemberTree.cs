using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Emission;

/// <summary>
/// The parameters as C# members: net.Conv1.Weight, net.Layer2[0].Conv1.Weight. Each level of a name is a small struct that knows its
/// prefix. Numbers become an index, whose elements share one struct. Names that begin with a number, as those of PyTorch's Sequential,
/// make an index of the network itself: net[0].Weight. A layer with the parameters that most have has a struct of the library.
/// </summary>
internal sealed class MemberTree
{
    /// <summary>What stands for all numbers of a level.</summary>
    private const string Number = "#";

    /// <summary>What C# calls an index, so that no member beside one can have the name.</summary>
    private const string Index = "Item";

    /// <summary>The library's structs, with the parameters that they know.</summary>
    private static readonly (string Type, string[] Parameters)[] OfLibrary =
    [
        ("LayerWeight", ["weight"]),
        ("LayerWeightAndBias", ["weight", "bias"]),
        ("BatchNormParameters", ["weight", "bias", "running_mean", "running_var", "num_batches_tracked"]),
    ];

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
                node = node.Child(MemberNames.IsIndex(part) ? Number : part);
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
        if (order.Contains(Number) && names.Add(Index))
            EmitIndex(writer, identifier, "the layers with a number as their name", "", names, "NumberedParameters", "this, ");
        foreach (string part in order.Where(part => part != Number))
        {
            MemberTree child = children[part];
            string member = MemberNames.Of(part);
            if (!names.Add(member))
                member = Unique(member + "Layer", names);
            writer.Line();
            if (child.LibraryType() is { } known)
            {
                EmitKnown(writer, known, member, child, part, $"this, {Literals.String(part)}");
                continue;
            }

            string type = Unique(member + "Parameters", names);
            writer.Line($"/// <summary>The parameters of {part}.</summary>");
            writer.Line($"public {type} {member} => new {type}(this, {Literals.String(part)});");
            child.EmitStruct(writer, type, identifier, part);
        }
    }

    /// <summary>The name, or one with a number where it is taken; it is taken then.</summary>
    internal static string Unique(string name, HashSet<string> taken)
    {
        string unique = name;
        for (int number = 2; !taken.Add(unique); number++)
            unique = name + number;
        return unique;
    }

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

            var taken = new HashSet<string>(InheritedMembers.OfObject, StringComparer.Ordinal) { type };
            if (order.Contains(Number))
            {
                taken.Add(Index);
                EmitIndex(writer, className, path, path, taken, "Element", "network, name + \".\" + ");
            }

            foreach (string part in order.Where(part => part != Number))
                EmitMember(writer, part, className, path, taken);
        }
    }

    /// <param name="writer">Where it goes.</param>
    /// <param name="className">The network's class.</param>
    /// <param name="level">What the numbers count, for readers.</param>
    /// <param name="path">The name before the number, or "".</param>
    /// <param name="taken">Names beside it.</param>
    /// <param name="element">What the struct of one element is called where it can be.</param>
    /// <param name="arguments">What an element is made of, before its number.</param>
    private void EmitIndex(
        CodeWriter writer, string className, string level, string path, HashSet<string> taken, string element, string arguments)
    {
        string type = Unique(element, taken);
        writer.Line();
        writer.Line($"/// <summary>The parameters of one of {level}.</summary>");
        writer.Line($"/// <param name=\"index\">The number in the name, as in {(path.Length > 0 ? path + "." : "")}0.</param>");
        writer.Line(
            $"public {type} this[int index] => new {type}({arguments}"
            + "index.ToString(global::System.Globalization.CultureInfo.InvariantCulture));");
        children[Number].EmitStruct(writer, type, className, path + "[i]");
    }

    private void EmitMember(CodeWriter writer, string part, string className, string path, HashSet<string> taken)
    {
        MemberTree child = children[part];
        writer.Line();
        string member = Unique(MemberNames.Of(part), taken);
        if (child.shape is { } shape)
        {
            writer.Line($"/// <summary>{path}.{part} {shape}.</summary>");
            writer.Line(
                $"public global::NetGen.Parameter {member} => network.ParameterNamed(name + {Literals.String("." + part)});");
            return;
        }

        if (child.LibraryType() is { } known)
        {
            EmitKnown(writer, known, member, child, $"{path}.{part}", $"network, name + {Literals.String("." + part)}");
            return;
        }

        string type = Unique(member + "Parameters", taken);
        writer.Line($"/// <summary>The parameters of {path}.{part}.</summary>");
        writer.Line($"public {type} {member} => new {type}(network, name + {Literals.String("." + part)});");
        child.EmitStruct(writer, type, className, path + "." + part);
    }

    /// <summary>The struct of the library that knows these parameters and no others, or null.</summary>
    private string? LibraryType() => children.Values.All(child => child.shape is not null)
        ? OfLibrary.FirstOrDefault(known => known.Parameters.SequenceEqual(order)).Type
        : null;

    private static void EmitKnown(CodeWriter writer, string type, string member, MemberTree child, string path, string arguments)
    {
        string shapes = string.Join(", ", child.order.Select(part => $"{part} {child.children[part].shape}"));
        writer.Line($"/// <summary>{path}: {shapes}.</summary>");
        writer.Line($"public global::NetGen.{type} {member} => new global::NetGen.{type}({arguments});");
    }
}
