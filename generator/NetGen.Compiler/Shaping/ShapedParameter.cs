using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Shaping;

/// <summary>A parameter or running statistic with its full name (layer2.0.conv1.weight).</summary>
internal sealed record ShapedParameter(string FullName, ParameterDeclaration Declaration)
{
    /// <summary>The full name of the parameter whose numbers these are: its own, or that of another layer's.</summary>
    public string Owner { get; init; } = FullName;

    public bool IsTied => Owner != FullName;
}
