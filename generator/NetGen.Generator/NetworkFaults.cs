using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>The diagnostics of a compilation's networks, each checked once, on demand.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="observe">For tests: gets the name of each network before it is checked.</param>
internal sealed class NetworkFaults(Compilation compilation, Action<string>? observe = null)
{
    // Trees are immutable, so an edit searches one file for networks and not all.
    private static readonly ConditionalWeakTable<SyntaxTree, IReadOnlyList<TypeDeclarationSyntax>> Declarations = new();

    private readonly ConcurrentDictionary<INamedTypeSymbol, (IReadOnlyList<Fault>, IReadOnlyList<Location>)> results =
        new(SymbolEqualityComparer.Default);

    /// <summary>The diagnostics of a network, and the locations that they refer to.</summary>
    public (IReadOnlyList<Fault> Faults, IReadOnlyList<Location> Locations) Of(INamedTypeSymbol network, CancellationToken cancellation)
    {
        if (results.TryGetValue(network, out (IReadOnlyList<Fault>, IReadOnlyList<Location>) known))
            return known;
        return results.GetOrAdd(network, Guard.Run(
            () =>
            {
                observe?.Invoke(network.Name);
                (NetworkSpec spec, SiteTable sites) = NetworkReader.Read(network, compilation, isFinal: true, cancellation);
                return (Compiler.Compiler.Check(spec, cancellation), sites.Locations);
            },
            exception => (Failure(network, exception, cancellation), [network.Locations[0]]),
            cancellation));
    }

    /// <summary>A failure, unless the generator fails as well, and reports it.</summary>
    private IReadOnlyList<Fault> Failure(INamedTypeSymbol network, Exception exception, CancellationToken cancellation)
    {
        NetworkReading reading = Guard.Run(
            () => NetworkReading.Read(network, compilation, cancellation),
            unread => NetworkReading.Unread(network, compilation, network.Locations[0], unread, cancellation),
            cancellation);
        return GeneratedNetwork.FailsToo(reading, cancellation) ? [] : [Failures.Of(network.Name, "Check", exception)];
    }

    /// <summary>
    /// The networks that may have diagnostics in the declarations of a type: itself, those in it, those that use it as a block.
    /// </summary>
    public IEnumerable<INamedTypeSymbol> Concerning(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (TypeNames.IsNetwork(type))
            return [type];

        // A block inside a network is part of its declarations.
        bool isOpenBlock = TypeNames.IsBlock(type);
        for (INamedTypeSymbol? container = type.ContainingType; container is not null && isOpenBlock; container = container.ContainingType)
            isOpenBlock = !TypeNames.IsNetwork(container);
        return isOpenBlock ? All(cancellation) : Within(type);
    }

    private static IEnumerable<INamedTypeSymbol> Within(INamedTypeSymbol type) => type.GetTypeMembers()
        .SelectMany(member => TypeNames.IsNetwork(member) ? [member] : Within(member));

    /// <summary>All networks of the compilation.</summary>
    public IEnumerable<INamedTypeSymbol> All(CancellationToken cancellation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            IReadOnlyList<TypeDeclarationSyntax> declarations = Declarations.GetValue(tree, Candidates);
            if (declarations.Count == 0)
                continue;
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (TypeDeclarationSyntax declaration in declarations)
                if (model.GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol type && TypeNames.IsNetwork(type))
                    yield return type;
        }
    }

    private static IReadOnlyList<TypeDeclarationSyntax> Candidates(SyntaxTree tree) =>
        [.. tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>()
            .Where(type => type.AttributeLists.Any(
                list => list.Attributes.Any(attribute => ElementReader.SimpleName(attribute.Name) is "Network" or "NetworkAttribute")))];
}
