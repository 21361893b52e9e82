using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.CodeFixes.Declarations;
using NetGen.CodeFixes.Suggested;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator;

namespace NetGen.CodeFixes;

/// <summary>
/// All fixes. The compiler, which knows the shapes, proposes some with the diagnostic (<see cref="SuggestedFix"/>); fixes of declarations
/// need the source alone.
/// </summary>
internal static class FixList
{
    private static readonly ISuggestedFixEdit[] SuggestedFixEdits =
    [
        new InsertFix(FixKind.InsertBefore),
        new InsertFix(FixKind.InsertAfter),
        new ReplaceFix(),
        new ReplaceSizesFix(),
        new ReplaceNameFix(),
        new SetArgumentFix(),
        new RemoveFix(),
        new MoveFix(FixKind.MoveFirst),
        new MoveFix(FixKind.MoveLast),
        new SwapFix(),
        new ProjectionFix(),
        new AddAttributesFix(),
    ];

    private static readonly IDeclarationFix[] DeclarationFixes =
    [
        new PartialFix(),
        new OnePartFix(),
        new TypeParametersFix(),
        new PlainClassFix(),
        new BaseClassFix(),
        new ConstructorFix(),
        new ParameterNameFix(),
        new FileModifierFix(),
        new OperandFix(),
        new InputSizesFix(),
        new WidthFix(),
        new BudgetFix(),
        new BlockBaseFix(),
        new ConvertedValueFix(),
        new ParameterConstantFix(),
    ];

    // No edit of the source fixes these, or only the author can choose. Their pages say why.
    private static readonly Rule[] WithoutFix =
    [
        Rules.BlockWithoutSource, Rules.NestedBlock, Rules.BlockConstructor, Rules.LanguageVersion, Rules.TooLarge, Rules.TokensAndNumbers,
        Rules.Unread, Rules.OperandShape, Rules.PaddedNumbers, Rules.CompilerFailure,
    ];

    /// <summary>The rules with a fix, for some of their diagnostics at least.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. Rules.All.Except(WithoutFix).Select(rule => rule.Id)];

    /// <summary>C#'s own errors that layers written as in other frameworks have, where the attribute is one of NetGen's.</summary>
    public static ImmutableArray<string> IdsOfCSharp { get; } =
        [.. DeclarationFixes.SelectMany(fix => fix.Ids).Where(id => id.StartsWith("CS", StringComparison.Ordinal)).Distinct()];

    /// <summary>The fixes of a diagnostic, the likeliest first.</summary>
    public static Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation) =>
        ProposeAsync(solution, diagnostic, SuggestedFixEdits, DeclarationFixes, cancellation);

    /// <summary>The same of some fixes. One that fails proposes nothing, and the others are offered all the same.</summary>
    internal static async Task<IReadOnlyList<Proposal>> ProposeAsync(
        Solution solution, Diagnostic diagnostic, IReadOnlyList<ISuggestedFixEdit> fixes, IReadOnlyList<IDeclarationFix> declarations,
            CancellationToken cancellation)
    {
        var proposals = new List<Proposal>();
        string lines = diagnostic.Properties.TryGetValue(Descriptors.FixesProperty, out string? property) ? property ?? "" : "";
        foreach (SuggestedFix fix in SuggestedFix.Parse(lines))
        {
            Location location = fix.Site >= 0 && fix.Site < diagnostic.AdditionalLocations.Count
                ? diagnostic.AdditionalLocations[fix.Site]
                : diagnostic.Location;
            Proposal? found = await Guard.RunAsync(
                async () => await FaultPlace.OfAsync(solution, location, cancellation).ConfigureAwait(false) is { } place
                    ? fixes.First(candidate => candidate.Kind == fix.Kind).Propose(place, fix, isInBlock: IsInBlock(place))
                    : null,
                _ => null,
                cancellation).ConfigureAwait(false);
            if (found is { } proposal)
                proposals.Add(proposal with { Key = $"{diagnostic.Id}.{fix.Kind}.{proposal.Key}" });
        }

        foreach (IDeclarationFix fix in declarations.Where(fix => fix.Ids.Contains(diagnostic.Id)))
            foreach (Proposal proposal in await Guard.RunAsync(
                () => fix.ProposeAsync(solution, diagnostic, cancellation), _ => [], cancellation).ConfigureAwait(false))
                proposals.Add(proposal with { Key = $"{diagnostic.Id}.{proposal.Key}" });
        return proposals;
    }

    /// <summary>In a block with parameters an expression has another value at each use.</summary>
    private static bool IsInBlock(FaultPlace place) =>
        place.Declaration is Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax { ParameterList.Parameters.Count: > 0 };
}
