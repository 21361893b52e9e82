using NetGen.Compiler.Fusion;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Emission;

/// <summary>
/// A method that several groups have in common: they differ in where their tensors lie, which it gets as offsets, in the numbers of their
/// dropout layers, and, where that pays, in their sizes.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="users">What the groups' own methods would be.</param>
internal sealed class SharedMethod(string name, IReadOnlyList<MethodText> users)
{
    private const int LongestLine = 130;

    private readonly MethodText first = users[0];

    /// <summary>The places that are not the same for all.</summary>
    private readonly int[] varying =
        [.. Enumerable.Range(0, users[0].Places.Count).Where(place => users.Any(user => user.Places[place] != users[0].Places[place]))];

    private readonly SharedSizes sizes = new(users);

    private IReadOnlyList<string> sizeNames = [];

    /// <summary>Prints the method.</summary>
    public void Emit(CodeWriter writer)
    {
        Dictionary<string, string> names = Names(out HashSet<string> taken);
        taken.UnionWith(first.Locals);
        taken.UnionWith(varying.Select(Parameter));
        sizeNames = sizes.Names(names, taken);
        KernelEmitter.EmitSummary(
            writer, [.. first.Group.Layers.Select(GroupNames.Kind)], first, sizes.Count > 0,
            $"{Literals.Integer(users.Count)} methods call it, each with its own offsets{(sizes.Count > 0 ? " and sizes" : "")}.");
        first.Emit(
            writer, name,
            varying.Select(place => $"{Type(place)} {Parameter(place)}")
                .Concat(sizes.Types.Zip(sizeNames, (type, size) => $"{type} {size}")),
            names, first.References.Select((reference, place) => Varies(place) ? reference.At(Parameter(place)) : reference.Place),
            sizes.InBody(sizeNames));

        string Parameter(int place) => names[first.PlaceNames[place]] + (place < first.References.Count ? "Offset" : "");
    }

    /// <summary>Prints the method of a group, which calls this one.</summary>
    public void EmitCall(CodeWriter writer, MethodText user)
    {
        string head = $"public static void {user.Group.Name}(Workspace workspace, int begin, int end) =>";
        string offsets = string.Concat(
            varying.Select(place => Literals.Integer(user.Places[place])).Concat(sizes.Arguments(sizeNames, user))
                .Select(argument => ", " + argument));
        string call = $"{name}(workspace, begin, end{offsets});";
        if (head.Length + call.Length < LongestLine)
            writer.Line($"{head} {call}");
        else
            writer.Line(head).Line("    " + call);
    }

    private bool Varies(int place) => Array.IndexOf(varying, place) >= 0;

    private string Type(int place) =>
        place < first.References.Count && first.References[place].Storage.Kind == StorageKind.Activation ? "long" : "int";

    /// <summary>
    /// Names of locals after the kinds of layers: conv2d_Weight. Where a tensor is of another kind in each user, after its role: output.
    /// </summary>
    private Dictionary<string, string> Names(out HashSet<string> taken)
    {
        var names = new Dictionary<string, string>();
        taken = Identifiers.Of(first.Body);
        taken.ExceptWith(first.PlaceNames);
        taken.ExceptWith(first.PlaceNames.Select(KernelContext.Batch));
        for (int index = 0; index < first.References.Count; index++)
        {
            string[] kinds = [.. users.Select(user => TensorNames.OfKind(user.References[index].Tensor)).Distinct()];
            string old = first.References[index].Name, kind = kinds.Length == 1 ? kinds[0] : CommonEnd(kinds) ?? kinds[0], unique = kind;
            for (int number = 2; taken.Contains(unique) || taken.Contains(KernelContext.Batch(unique)); number++)
                unique = kind + "_" + Literals.Integer(number);
            taken.Add(unique);
            taken.Add(KernelContext.Batch(unique));
            names.Add(old, unique);
            names[KernelContext.Batch(old)] = KernelContext.Batch(unique);
        }

        for (int place = first.References.Count; place < first.Places.Count; place++)
            names.Add(first.PlaceNames[place], Varies(place) ? first.PlaceNames[place] : Literals.Integer(first.Places[place]));
        (string Name, string Kind)[] layers =
        [
            .. first.Group.Layers.Concat(first.References.Select(reference => reference.Tensor.Layer)).Distinct()
                .Where(layer => layer.Length > 0).Select(TensorNames.LayerAndKind).OrderByDescending(layer => layer.Name.Length),
        ];
        foreach (string local in first.Locals.Where(local => !names.ContainsKey(local)))
        {
            var (layer, kind) = layers.FirstOrDefault(layer => local.StartsWith(layer.Name, StringComparison.Ordinal));
            if (layer is null)
                continue;
            string renamed = kind + local.Substring(layer.Length);
            if (!ReservedNames.Contains(renamed) && taken.Add(renamed))
                names.Add(local, renamed);
        }

        return names;
    }

    /// <summary>relu1Output, maxpool1Output → output; null where there is nothing.</summary>
    private static string? CommonEnd(string[] names)
    {
        int length = 0;
        while (names.All(name => name.Length > length && name[name.Length - 1 - length] == names[0][names[0].Length - 1 - length]))
            length++;
        string end = names[0].Substring(names[0].Length - length);
        int start = 0;
        while (start < end.Length && !char.IsUpper(end[start]))
            start++;
        if (start == end.Length)
            return null;
        string common = char.ToLowerInvariant(end[start]) + end.Substring(start + 1);
        return ReservedNames.Contains(common) ? null : common;
    }
}
