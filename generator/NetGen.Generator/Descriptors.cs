using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using NetGen.Compiler.Diagnostics;

namespace NetGen.Generator;

/// <summary>The compiler's rules as Roslyn's descriptors.</summary>
internal static class Descriptors
{
    private static readonly string RepositoryUrl = typeof(Descriptors).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "RepositoryUrl").Value.TrimEnd('/');

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        Rules.All.ToImmutableDictionary(rule => rule.Id, Of);

    /// <summary>What the analyzer reports.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfAnalyzer { get; } = [.. Rules.All.Select(rule => ById[rule.Id])];

    /// <summary>The property of a diagnostic in which its remedies stand, one a line.</summary>
    public const string RemediesProperty = "Remedies";

    /// <summary>
    /// The fault as Roslyn shows it. Its further locations are the other places that a reader must see, and after them those
    /// that remedies edit, to which <see cref="Remedy.Site"/> in the property then refers.
    /// </summary>
    public static Diagnostic ToDiagnostic(Fault fault, IReadOnlyList<Location> sites)
    {
        List<Location> further = [.. fault.OtherSites.Select(site => sites[site])];
        var lines = new List<string>();
        foreach (Remedy remedy in fault.Remedies)
        {
            if (remedy.Site == Remedy.AtFault)
            {
                lines.Add(remedy.ToLine());
                continue;
            }

            lines.Add((remedy with { Site = further.Count }).ToLine());
            further.Add(sites[remedy.Site]);
        }

        ImmutableDictionary<string, string?>? properties =
            lines.Count > 0 ? ImmutableDictionary<string, string?>.Empty.Add(RemediesProperty, string.Join("\n", lines)) : null;
        return Diagnostic.Create(ById[fault.Id], sites[fault.Site], further, properties, [.. fault.Arguments, fault.Block]);
    }

    /// <summary>How a rule is shown where no project configures it.</summary>
    private static DiagnosticSeverity SeverityOf(Rule rule) => rule.Severity switch
    {
        RuleSeverity.Error => DiagnosticSeverity.Error,
        RuleSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static DiagnosticDescriptor Of(Rule rule) => new(
        rule.Id,
        rule.Title,
        rule.FormatWithBlock,
        "NetGen",
        SeverityOf(rule),
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(rule));

    /// <summary>The page of the id, in the repository whose address the build states.</summary>
    private static string HelpLink(Rule rule) => $"{RepositoryUrl}/blob/main/generator/docs/{rule.Id}.md";
}
