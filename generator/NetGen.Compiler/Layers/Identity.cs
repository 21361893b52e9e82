using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Layers;

/// <summary>The input itself.</summary>
internal sealed record Identity : Activation
{
    public static Layer Read(AttributeValues values) => new Identity();
}
