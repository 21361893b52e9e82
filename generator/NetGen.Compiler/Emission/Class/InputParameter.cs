using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Emission;

/// <summary>A parameter of a method that takes all inputs: an input, or its lengths.</summary>
/// <param name="Input">Which input.</param>
/// <param name="Name">What C# calls it.</param>
/// <param name="IsLengths">Whether it is the numbers of true steps.</param>
internal sealed record InputParameter(ShapedInput Input, string Name, bool IsLengths)
{
    /// <summary>Names that the methods' other parameters and locals have.</summary>
    private static readonly string[] Taken =
        ["output", "outputs", "outputGradient", "outputGradients", "labels", "targets", "weights", "rows"];

    /// <summary>Whether it has whole numbers.</summary>
    public bool IsInteger => IsLengths || Input.Shape.Kind == ShapeKind.Tokens;

    /// <summary>As it is declared.</summary>
    public string Declared => $"global::System.ReadOnlySpan<{(IsInteger ? "int" : "float")}> {Name}";

    /// <summary>What its documentation says.</summary>
    public string Described => IsLengths ? $"How many steps of each sample are true, [batch]: 0 to {Steps}."
        : $"{(IsInteger ? "Tokens" : "Samples")}, [batch, {string.Join(", ", Input.Shape.Sizes)}].";

    private long Steps => Input.Shape.Sizes[Input.Shape.Kind == ShapeKind.Signal ? 1 : 0];

    /// <summary>The parameters for all inputs, in their order.</summary>
    public static IReadOnlyList<InputParameter> Of(IReadOnlyList<ShapedInput> inputs)
    {
        var taken = new HashSet<string>(Taken, StringComparer.Ordinal);
        var parameters = new List<InputParameter>();
        foreach (ShapedInput input in inputs)
        {
            string member = string.Join("_", input.Name.Split('.').Select(MemberNames.Of));
            string name = MemberTree.Unique(char.ToLowerInvariant(member[0]) + member.Substring(1), taken);
            parameters.Add(new InputParameter(input, ReservedNames.Contains(name) ? "@" + name : name, IsLengths: false));
            if (input.HasLengths)
                parameters.Add(new InputParameter(
                    input, MemberTree.Unique(inputs.Count == 1 ? "lengths" : name + "Lengths", taken), IsLengths: true));
        }

        return parameters;
    }
}
