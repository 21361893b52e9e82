using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.CodeFixes.Declarations;

/// <summary>
/// States the width that C# misses in [Linear] and [Conv2d]: the number of classes where the layer is the network's last and
/// its data set has classes, else one to begin with.
/// </summary>
internal sealed class WidthFix : IDeclarationFix
{
    private const string FirstWidth = "64";
    private const string FirstKernel = "3";

    // An argument is missing; no constructor has so few.
    public IReadOnlyList<string> Ids { get; } = ["CS7036", "CS1729"];

    public async Task<IReadOnlyList<Proposal>> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FaultPlace.OfAsync(solution, diagnostic.Location, cancellation)
            .ConfigureAwait(false) is not { Attribute: { } attribute } place
            || place.Declaration is not { } declaration
            || await place.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(attribute, cancellation).Type is not INamedTypeSymbol layer)
            return [];
        bool isConvolution = TypeNames.IsOurs(layer, "Conv2dAttribute");
        if (!isConvolution && !TypeNames.IsOurs(layer, "LinearAttribute"))
            return [];
        List<string> arguments = [.. attribute.ArgumentList?.Arguments.Select(argument => argument.ToString()) ?? []];
        int given = attribute.ArgumentList?.Arguments.Count(argument => argument.NameEquals is null) ?? 0;
        if (given >= (isConvolution ? 2 : 1))
            return [];
        if (given == 0)
            arguments.Insert(0, Width(attribute, declaration, model, cancellation));
        if (isConvolution && given < 2)
            arguments.Insert(1, FirstKernel);
        string text = $"{attribute.Name}({string.Join(", ", arguments)})";
        return [new Proposal($"State the width: [{text}]", "Width", [place.Replace(attribute.Span, text)])];
    }

    private static string Width(
        AttributeSyntax attribute, TypeDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation)
    {
        AttributeSyntax? last = declaration.AttributeLists.SelectMany(list => list.Attributes)
            .LastOrDefault(candidate => ElementReader.KindOf(candidate) is "Linear" or "Conv2d");
        if (attribute != last || model.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol type
            || !TypeNames.IsNetwork(type))
            return FirstWidth;
        (NetworkSpec spec, SiteTable _) = NetworkReader.Read(type, model.Compilation, isFinal: true, cancellation);
        return spec.InputDataSet is { Classes: > 0 } dataSet ? dataSet.Classes.ToString(CultureInfo.InvariantCulture) : FirstWidth;
    }
}
