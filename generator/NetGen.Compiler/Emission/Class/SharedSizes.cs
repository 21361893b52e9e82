using NetGen.Compiler.Fusion;

namespace NetGen.Compiler.Emission;

/// <summary>
/// The sizes that methods with the same text differ in, as parameters of the one method that they have in common. Numbers that are equal in
/// each of them are one parameter.
/// </summary>
/// <param name="users">What the groups' own methods would be.</param>
internal sealed class SharedSizes(IReadOnlyList<MethodText> users)
{
    private readonly MethodText first = users[0];

    /// <summary>For each parameter, the numbers that it stands for, by their places in <see cref="MethodText.Sizes"/>.</summary>
    private readonly int[][] parameters =
    [
        .. Enumerable.Range(0, users[0].Sizes.Count)
            .Where(index => users.Any(user => user.Sizes[index].Text != users[0].Sizes[index].Text))
            .GroupBy(index => string.Join(" ", users.Select(user => user.Sizes[index].Text)))
            .Select(same => same.ToArray()),
    ];

    /// <summary>How many there are.</summary>
    public int Count => parameters.Length;

    /// <summary>About how many characters a call has for them.</summary>
    public int CharactersOfCall => parameters.Sum(same => Named(same).Role.Length + 8);

    /// <summary>The types of the parameters.</summary>
    public IEnumerable<string> Types => parameters.Select(same =>
        users.Select(user => user.Sizes[same[0]].Type).FirstOrDefault(type => type != "int") ?? "int");

    /// <summary>The names of the parameters.</summary>
    /// <param name="locals">What the method calls its locals, where that is not what its first user does.</param>
    /// <param name="taken">Names that it has for something else; gets these.</param>
    public IReadOnlyList<string> Names(IReadOnlyDictionary<string, string> locals, HashSet<string> taken) =>
    [
        .. parameters.Select(same =>
        {
            SizeLiteral size = Named(same);
            string ofTensor = size.Tensor.Length == 0
                ? size.Role
                : (locals.TryGetValue(size.Tensor, out string? local) ? local : size.Tensor) + GroupNames.PascalCase(size.Role);
            string name = IsAlone(size) && !taken.Contains(size.Role) ? size.Role : ofTensor, unique = name;
            for (int number = 2; ReservedNames.Contains(unique) || !taken.Add(unique); number++)
                unique = name + "_" + Literals.Integer(number);
            return unique;
        }),
    ];

    /// <summary>The names of <see cref="Names"/> in the places of the numbers; null for those that are the same for all.</summary>
    public IReadOnlyList<string?> InBody(IReadOnlyList<string> names)
    {
        var found = new string?[first.Sizes.Count];
        for (int parameter = 0; parameter < parameters.Length; parameter++)
            foreach (int index in parameters[parameter])
                found[index] = names[parameter];
        return found;
    }

    /// <summary>What a group's method passes.</summary>
    public IEnumerable<string> Arguments(IReadOnlyList<string> names, MethodText user) =>
        parameters.Select((same, parameter) => $"{names[parameter]}: {user.Sizes[same[0]].Text}");

    /// <summary>Whether no other parameter says the same of another tensor.</summary>
    private bool IsAlone(SizeLiteral size) => parameters.Count(same => Named(same).Role == size.Role) == 1;

    /// <summary>The one that its parameter is named for: the first that is a named argument.</summary>
    private SizeLiteral Named(int[] same) =>
        same.Select(index => first.Sizes[index]).FirstOrDefault(size => size.Role is not ("stride" or "size" or "first"))
        ?? first.Sizes[same[0]];
}
