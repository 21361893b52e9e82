using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Emission;

namespace NetGen.Generator.Reading;

/// <summary>
/// Members that a person wrote in a network's class and that the emitted part has too, and constructors that do not call the
/// emitted one. C# would report the former in emitted code, and the latter as arguments that a person cannot know.
/// </summary>
internal static class MemberCollisions
{
    /// <summary>The emitted members that the class has already.</summary>
    public static EquatableArray<string> Names(INamedTypeSymbol type) =>
        Written(type).Where(IsCollision).Select(member => member.MetadataName).Distinct().ToEquatableArray();

    /// <summary>A diagnostic at each of them.</summary>
    public static IEnumerable<Fault> Faults(INamedTypeSymbol type, SiteTable sites, CancellationToken cancellation)
    {
        foreach (ISymbol member in Written(type))
        {
            if (Text(type, member, cancellation) is not { } text)
                continue;
            yield return new Fault(
                Rules.GeneratedMember.Id, sites.Add(member.Locations[0]), EquatableArray.Of(type.Name, text.Has, text.Suggestion));
        }
    }

    private static (string Has, string Suggestion)? Text(INamedTypeSymbol type, ISymbol member, CancellationToken cancellation)
    {
        if (member is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
            return IsCollision(member) ? ($"the member {member.Name}", "Rename this one") : null;
        string has = $"the constructor {type.Name}(int seed = 0), which makes the parameters";
        if (IsCollision(constructor))
            return (has,
                $"Leave this one out, or give it other parameters and let it call that one: {type.Name}(string path) : this(seed: 0)");
        if (constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not ConstructorDeclarationSyntax written
            || written.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer))
            return null;
        return (has, $"Let this one call it: {written.Identifier}{written.ParameterList} : {Call(written)}");
    }

    /// <summary>What a constructor says to call the emitted one.</summary>
    public static string Call(ConstructorDeclarationSyntax constructor) =>
        constructor.ParameterList.Parameters.Any(parameter => parameter
            is { Identifier.ValueText: "seed", Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.IntKeyword } })
            ? "this(seed)"
            : "this(seed: 0)";

    private static bool IsCollision(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor =>
            constructor.Parameters is [{ RefKind: RefKind.None, Type.SpecialType: SpecialType.System_Int32 }],
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method when method.Name != GeneratedMembers.Description =>
            method.TypeParameters.Length == 0 && GeneratedMembers.Overrides.TryGetValue(method.Name, out int parameters)
                && method.Parameters.Length == parameters
            && method.Parameters.All(parameter => parameter is { RefKind: RefKind.None, Type.Name: "Workspace" }),
        _ => member.Name == GeneratedMembers.Description || GeneratedMembers.Overrides.ContainsKey(member.Name),
    };

    private static IEnumerable<ISymbol> Written(INamedTypeSymbol type) => type.GetMembers().Where(member =>
        !member.IsImplicitlyDeclared && member.CanBeWritten() && member.Locations.FirstOrDefault() is { SourceTree.FilePath: var path }
            && !ClassReader.IsGenerated(path));

    /// <summary>Primary constructors and accessors of properties are reported elsewhere.</summary>
    private static bool CanBeWritten(this ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: [{ } reference] } =>
            reference.GetSyntax() is ConstructorDeclarationSyntax,
        IMethodSymbol method => method.MethodKind == MethodKind.Ordinary,
        _ => true,
    };
}
