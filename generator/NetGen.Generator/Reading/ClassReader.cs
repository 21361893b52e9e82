using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Specification;

namespace NetGen.Generator.Reading;

/// <summary>Reads the class itself: what its other part must repeat, and whether it can have one.</summary>
internal static class ClassReader
{
    // Types that attributes on the class name: a member called like one would be found in its place.
    private static readonly string[] NamesInAttributes = ["Axes", "Pad", "Reduction", "Target", "Per", "Init"];

    /// <summary>What the emitted files of a network are written in.</summary>
    private const LanguageVersion OldestCSharp = LanguageVersion.CSharp13;

    public static ClassSpec Read(INamedTypeSymbol type, Compilation compilation)
    {
        var members = new SortedSet<string>(StringComparer.Ordinal) { type.Name };
        members.UnionWith(NamesInAttributes);
        members.UnionWith(
            type.GetMembers().Where(member => !member.IsImplicitlyDeclared && member.CanBeReferencedByName).Select(member => member.Name));
        for (INamedTypeSymbol? ancestor = compilation.GetTypeByMetadataName(
            "NetGen.Network"); ancestor is not null; ancestor = ancestor.BaseType)
            members.UnionWith(ancestor.GetMembers()
                .Where(member => member.CanBeReferencedByName && member.DeclaredAccessibility != Accessibility.Private)
                .Select(member => member.Name));
        var containers = new List<string>();
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
            containers.Insert(0, Declaration(container));
        return new ClassSpec(
            TypeNames.NamespaceOf(type), containers.ToEquatableArray(), type.Name, SyntaxFacts.GetText(type.DeclaredAccessibility),
            members.ToEquatableArray())
        {
            Identifier = Identifier(type.Name),
            Collisions = MemberCollisions.Names(type),
            TakenShortNames = TakenShortNames(type, compilation).ToEquatableArray(),
        };
    }

    /// <summary>The short names that mean something else where the class stands.</summary>
    private static IEnumerable<string> TakenShortNames(INamedTypeSymbol type, Compilation compilation)
    {
        // A namespace may have types of several assemblies.
        INamespaceSymbol space = compilation.GetCompilationNamespace(type.ContainingNamespace) ?? type.ContainingNamespace;
        HashSet<string> aliases = space.IsGlobalNamespace ? GlobalAliases(compilation) : [];
        return ShortNames.All.Where(name =>
            IsMember(type, name) || aliases.Contains(name) || space.GetMembers(name).Any()
                || (ShortNames.OfAttributes.Contains(name) && IsAttribute(type, name, compilation)));
    }

    /// <summary>
    /// Whether C# knows the longer name of an attribute where the class stands, as it does where all files use the attribute's namespace. A
    /// short name that means the same is then ambiguous for it.
    /// </summary>
    private static bool IsAttribute(INamedTypeSymbol type, string name, Compilation compilation)
    {
        string whole = name + "Attribute";
        return IsMember(type, whole) || type.DeclaringSyntaxReferences.Any(
            part => compilation.ContainsSyntaxTree(part.SyntaxTree)
                && !compilation.GetSemanticModel(part.SyntaxTree).LookupNamespacesAndTypes(part.Span.Start, name: whole).IsEmpty);
    }

    /// <summary>Whether a name means a member of the class, or of a type around it and what that derives from.</summary>
    private static bool IsMember(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? container = type; container is not null; container = container.ContainingType)
        {
            if (container.Name == name)
                return true;
            for (INamedTypeSymbol? ancestor = container; ancestor is not null; ancestor = SymbolEqualityComparer.Default.Equals(
                container, type) ? null : ancestor.BaseType)
                if (ancestor.GetMembers(name).Any(member => !member.IsImplicitlyDeclared))
                    return true;
        }

        return false;
    }

    /// <summary>What the whole project's files call something by: global using Unsafe = …;</summary>
    private static HashSet<string> GlobalAliases(Compilation compilation) =>
        [.. compilation.SyntaxTrees.Select(tree => tree.GetRoot()).OfType<CompilationUnitSyntax>().SelectMany(unit => unit.Usings)
            .Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && directive.Alias is not null)
            .Select(directive => directive.Alias!.Name.Identifier.ValueText)];

    /// <summary>
    /// A name as C# writes it: words of the language stand after an @, and so do names of small letters alone, which may become such words:
    /// C# warns of these at each declaration that has no @, and the author has not written this one.
    /// </summary>
    public static string Identifier(string name) => name.All(letter => letter is >= 'a' and <= 'z') ? "@" + name : name;

    /// <summary>"partial class Outer", as the emitted file repeats it.</summary>
    public static string Declaration(INamedTypeSymbol type)
    {
        string kind = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            _ => "class",
        };
        return $"partial {kind} {Identifier(type.Name)}";
    }

    /// <summary>What keeps the class from having a generated part, at its name or at the wrong modifiers.</summary>
    public static IEnumerable<Fault> Faults(INamedTypeSymbol type, SiteTable sites, CancellationToken cancellation)
    {
        List<TypeDeclarationSyntax> parts = Parts(type, cancellation);
        TypeDeclarationSyntax? notPartial = parts.FirstOrDefault(part => !part.Modifiers.Any(SyntaxKind.PartialKeyword));
        if (notPartial is not null)
            yield return At(Rules.NotPartial, notPartial.Identifier.GetLocation(), type.Name);
        for (INamedTypeSymbol? container = type.ContainingType; container is not null; container = container.ContainingType)
            if (Parts(container, cancellation).FirstOrDefault(part => !part.Modifiers.Any(SyntaxKind.PartialKeyword)) is { } whole)
                yield return At(Rules.ContainerNotPartial, whole.Identifier.GetLocation(), container.Name, type.Name);
        if (parts.Count == 0)
            yield break;
        Location name = parts[0].Identifier.GetLocation();
        if (parts[0].SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < OldestCSharp } options)
            yield return At(Rules.LanguageVersion, name, type.Name, options.LanguageVersion.ToDisplayString());
        if (TypeNames.IsGeneric(type))
            yield return At(Rules.Generic, parts[0].TypeParameterList?.GetLocation() ?? name, type.Name);
        string wrongKind = type.IsStatic ? "static"
            : type.IsRecord ? "a record"
            : type.TypeKind == TypeKind.Struct ? "a struct"
            : type.TypeKind == TypeKind.Interface ? "an interface"
            : type.IsAbstract ? "abstract"
            : TypeNames.IsFileLocal(type) ? "local to its file"
            : parts.Any(part => part.ParameterList is not null) ? "a class with parameters"
            : "";
        if (wrongKind.Length > 0)
            yield return At(Rules.WrongKindOfClass, name, type.Name, wrongKind);
        if (type.TypeKind == TypeKind.Class
            && type.BaseType is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } ancestor
            && !TypeNames.IsOurs(ancestor, "Network") && !type.IsRecord)
        {
            BaseTypeSyntax? written = parts.Select(part => part.BaseList?.Types.FirstOrDefault())
                .FirstOrDefault(first => first is not null);
            yield return At(Rules.OtherBaseClass, written?.GetLocation()
                ?? name, type.Name, ancestor.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        }

        if (wrongKind.Length == 0)
            foreach (Fault collision in MemberCollisions.Faults(type, sites, cancellation))
                yield return collision;

        Fault At(Rule rule, Location location, params string[] arguments) =>
            new(rule.Id, sites.Add(location), arguments.ToEquatableArray());
    }

    /// <summary>Whether a generated part would make further errors beside the one reported.</summary>
    public static bool PreventsGeneration(Fault fault) =>
        fault.Id == Rules.NotPartial.Id || fault.Id == Rules.ContainerNotPartial.Id || fault.Id == Rules.Generic.Id
        || fault.Id == Rules.WrongKindOfClass.Id || fault.Id == Rules.OtherBaseClass.Id;

    /// <summary>The declarations that a person wrote, in the order of files and lines.</summary>
    public static List<TypeDeclarationSyntax> Parts(INamedTypeSymbol type, CancellationToken cancellation) =>
        [.. type.DeclaringSyntaxReferences
            .Where(reference => !IsGenerated(reference.SyntaxTree.FilePath))
            .Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>()];

    /// <summary>Whether a file is a generator's.</summary>
    public static bool IsGenerated(string path) => path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);
}
