using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Declarations;

/// <summary>Lets a network's constructor call the generated one, or leaves out one that has its parameters.</summary>
internal sealed class ConstructorFix : IDeclarationFix
{
    public IReadOnlyList<string> Ids { get; } = [Rules.GeneratedMember.Id];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation)
            .ConfigureAwait(false) is not { Node: ConstructorDeclarationSyntax constructor } place)
            return [];
        if (constructor.ParameterList.Parameters is [{ Modifiers.Count: 0, Type: PredefinedTypeSyntax { Keyword.ValueText: "int" } }])
            return [new Proposal("Remove the constructor", "RemoveConstructor", [place.Replace(WithBlankLine(constructor, place), "")])];
        TextSpan span = TextSpan.FromBounds(
            constructor.ParameterList.Span.End, constructor.Initializer?.Span.End ?? constructor.ParameterList.Span.End);
        return [new Proposal(
            "Call the generated constructor", "CallConstructor", [place.Replace(span, $" : {MemberCollisions.Call(constructor)}")])];
    }

    /// <summary>The constructor's lines, and the blank one that parts it from what follows.</summary>
    private static TextSpan WithBlankLine(ConstructorDeclarationSyntax constructor, FaultPlace place)
    {
        TextLine next = place.Text.Lines.GetLineFromPosition(constructor.FullSpan.End);
        bool isBlank = next.Start == constructor.FullSpan.End && string.IsNullOrWhiteSpace(place.Text.ToString(next.Span));
        return TextSpan.FromBounds(constructor.FullSpan.Start, isBlank ? next.EndIncludingLineBreak : constructor.FullSpan.End);
    }
}
