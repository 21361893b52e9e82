using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Compiler.Diagnostics;

namespace NetGen.Generator;

/// <summary>The compiler's rules as Roslyn's descriptors.</summary>
internal static class Descriptors
{
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        Rules.All.ToImmutableDictionary(rule => rule.Id, Of);

    /// <summary>What the analyzer reports. A failure of the compiler is the generator's to report.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfAnalyzer { get; } =
        [.. Rules.All.Where(rule => rule != Rules.CompilerFailure).Select(rule => ById[rule.Id])];

    public static Diagnostic ToDiagnostic(Fault fault, IReadOnlyList<Location> sites) => Diagnostic.Create(
        ById[fault.Id],
        sites[fault.Site],
        fault.OtherSites.Select(site => sites[site]),
        fault.Fix.Length > 0 ? ImmutableDictionary<string, string?>.Empty.Add("Fix", fault.Fix) : null,
        [.. fault.Arguments, fault.Block]);

    private static DiagnosticDescriptor Of(Rule rule) => new(
        rule.Id,
        rule.Title,
        rule.FormatWithBlock,
        "NetGen",
        rule.IsWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: $"https://github.com/netgen/netgen/blob/main/generator/docs/{rule.Id}.md");
}
