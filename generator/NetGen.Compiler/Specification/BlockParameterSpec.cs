using NetGen.Compiler.Language;

namespace NetGen.Compiler.Specification;

/// <summary>A parameter of a block's constructor; <paramref name="Default"/> is null where it must be given.</summary>
internal sealed record BlockParameterSpec(string Name, ConstantType Type, ConstantExpression? Default)
{
    /// <summary>The name of the constant that stands for it in the block's attributes: "Width" for "width".</summary>
    public string ConstantName => ConstantNameOf(Name);

    public static string ConstantNameOf(string parameter) =>
        parameter.Length == 0 ? parameter : char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);
}
