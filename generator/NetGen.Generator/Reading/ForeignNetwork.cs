using Microsoft.CodeAnalysis;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Specification;

namespace NetGen.Generator.Reading;

/// <summary>Reads what a network of another assembly gives, from the attribute that NetGen wrote on it there.</summary>
internal static class ForeignNetwork
{
    /// <summary>What it gives, or null where the assembly does not say.</summary>
    public static NetworkSourceSpec? Read(INamedTypeSymbol network)
    {
        AttributeData? output = network.GetAttributes().FirstOrDefault(
            attribute => attribute.AttributeClass is { } type && TypeNames.IsOurs(type, "NetworkOutputAttribute"));
        if (output?.ConstructorArguments is not [{ Kind: TypedConstantKind.Array, IsNull: false, Values: { Length: >= 1 and <= 3 } values }]
            || values.Any(value => value.Value is not int))
            return null;
        return new NetworkSourceSpec(ForeignBlock.Key(network), default)
        {
            Output = values.Select(value => (long)(int)value.Value!).ToEquatableArray(),
            IsSignal = output.NamedArguments.Any(argument => argument is { Key: "Axes", Value.Value: 1 }),
        };
    }
}
