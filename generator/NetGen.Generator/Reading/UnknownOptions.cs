using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Diagnostics;

namespace NetGen.Generator.Reading;

/// <summary>
/// Arguments by names that a layer does not have. C# calls them types that are missing; here stands what was probably meant.
/// </summary>
internal static class UnknownOptions
{
    /// <summary>The unknown names of an attribute with a sentence that leads on.</summary>
    public static IEnumerable<UnknownOption> Of(AttributeSyntax attribute, INamedTypeSymbol type)
    {
        if (attribute.ArgumentList is not { } list)
            yield break;
        string[] options = [.. LayerProperties.Of(type).Select(property => property.Name)];
        foreach (AttributeArgumentSyntax argument in list.Arguments)
        {
            if (argument.NameEquals is { } equals && !options.Contains(equals.Name.Identifier.ValueText)
                && !equals.Name.Identifier.IsMissing)
                yield return Unknown(equals.Name, argument, type, options);

            // Written as an argument of a call, an option that exists is C#'s to report; the fix for that error writes it as a property.
            else if (argument.NameColon is { } colon
                && OtherFrameworkOptions.Find(colon.Name.Identifier.ValueText) is { Option: null } counterpart
                && Parameter(type, colon.Name.Identifier.ValueText) is null)
                yield return Missing(colon.Name, counterpart);
        }
    }

    private static UnknownOption Unknown(
        IdentifierNameSyntax name, AttributeArgumentSyntax argument, INamedTypeSymbol type, string[] options)
    {
        string written = name.Identifier.ValueText;
        if (OtherFrameworkOptions.Find(written) is { } counterpart)
        {
            if (counterpart.In(options) is not { } ours)
                return Missing(name, counterpart);
            if (options.Contains(ours))
                return Meant(name, ours, $"Here it is {ours}{(counterpart.Meaning.Length > 0 ? ": " + counterpart.Meaning : "")}.");
        }

        if (Parameter(type, written) is { } parameter)
            return new UnknownOption(name, $"Write {parameter}: {argument.Expression} before all options with an equals sign.", []);
        if (options.Length == 0)
            return new UnknownOption(name, "It has none. Leave it out.", [new SuggestedFix(FixKind.Remove, "")]);
        (string option, int distance) = options.Select(
            known => (known, EditDistance.Between(known.ToLowerInvariant(), written.ToLowerInvariant())))
            .OrderBy(pair => pair.Item2).ThenBy(pair => pair.known, StringComparer.Ordinal).First();
        return distance <= Math.Max(1, written.Length / 3)
            ? Meant(name, option, $"Did you mean {option}?")
            : new UnknownOption(name, $"It has {string.Join(", ", options)}.", [new SuggestedFix(FixKind.Remove, "")]);
    }

    private static UnknownOption Missing(IdentifierNameSyntax name, OptionCounterpart counterpart) =>
        new(name, $"{counterpart.Meaning}. Leave it out.", [new SuggestedFix(FixKind.Remove, "")]);

    private static UnknownOption Meant(IdentifierNameSyntax name, string option, string suggestion) =>
        new(name, suggestion, [new SuggestedFix(FixKind.Replace, option), new SuggestedFix(FixKind.Remove, "")]);

    private static string? Parameter(INamedTypeSymbol type, string name) =>
        type.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
        .FirstOrDefault(parameter => string.Equals(parameter.Name, name.Replace("_", ""), StringComparison.OrdinalIgnoreCase))?.Name;
}
