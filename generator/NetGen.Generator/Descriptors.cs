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

    /// <summary>The property of a diagnostic that holds its suggested fixes, one a line.</summary>
    public const string FixesProperty = "Fixes";

    /// <summary>
    /// The diagnostic as Roslyn shows it. Its additional locations are those for the reader, then those that fixes edit, to which
    /// <see cref="SuggestedFix.Site"/> in the property refers.
    /// </summary>
    public static Diagnostic ToDiagnostic(Fault fault, IReadOnlyList<Location> sites)
    {
        List<Location> further = [.. fault.OtherSites.Select(site => sites[site])];
        var lines = new List<string>();
        foreach (SuggestedFix fix in fault.Fixes)
        {
            if (fix.Site == SuggestedFix.AtFault)
            {
                lines.Add(fix.ToLine());
                continue;
            }

            lines.Add((fix with { Site = further.Count }).ToLine());
            further.Add(sites[fix.Site]);
        }

        ImmutableDictionary<string, string?>? properties =
            lines.Count > 0 ? ImmutableDictionary<string, string?>.Empty.Add(FixesProperty, string.Join("\n", lines)) : null;
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
