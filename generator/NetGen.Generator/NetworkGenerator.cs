using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>
/// Emits the other part of each network, of each block with parameters, and of each block that other assemblies see. What is kept between runs is strings and numbers;
/// reading is cheap and runs at each change, compiling runs only when what was read has changed.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>Names of steps, by which tests see what was kept.</summary>
    internal const string ReadStep = "NetworkRead";

    internal const string CompiledStep = "NetworkCompiled";

    internal const string BlocksStep = "BlocksRead";

    internal const string DescriptionsStep = "BlocksDescribed";

    /// <summary>Rules whose faults C# has an error for too, which ends a build before analyzers report.</summary>
    private static readonly string[] ExplainErrorsOfCSharp =
        [Rules.UnknownLayer.Id, Rules.UnknownOption.Id, Rules.ForeignArguments.Id, Rules.BlockConstructor.Id];

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetworkReading> networks = context.SyntaxProvider.ForAttributeWithMetadataName(
            TypeNames.NetworkAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (target, cancellation) => IsFirst(target, cancellation)
                ? NetworkReading.Read((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, cancellation)
                : null).Where(static reading => reading is not null).Select(static (reading, _) => reading!);
        IncrementalValueProvider<FileNames> names = networks.Select(static (reading, _) => reading.Spec.Class.FileName)
            .Collect().Select(static (all, _) => FileNames.Of(all));

        context.RegisterSourceOutput(
            networks.Select(static (reading, _) => reading)
                .WithComparer(NetworkReading.BySpec.Instance).WithTrackingName(ReadStep)
                .Select(GeneratedNetwork.Of).WithTrackingName(CompiledStep).Combine(names),
            static (output, pair) =>
            {
                GeneratedNetwork network = pair.Left;
                Add(output, network.Files.Select(file => pair.Right.Apart(file, network.Name)));
                if (network.Failure is { } failure)
                    output.ReportDiagnostic(Descriptors.ToDiagnostic(failure, [network.Site.ToLocation()]));
            });

        IncrementalValueProvider<Reported> reported = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => WhatIsReported(options.GlobalOptions));
        context.RegisterSourceOutput(networks.Combine(reported), static (output, pair) =>
        {
            if (pair.Right != Reported.Nothing)
                Report(output, pair.Left, pair.Right);
        });

        IncrementalValuesProvider<BlockConstants> blocks = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => BlockConstants.IsCandidate(node), static (found, cancellation) => BlockConstants.Read(found, cancellation))
            .Where(static block => block is not null).Select(static (block, _) => block!).WithTrackingName(BlocksStep);
        IncrementalValueProvider<FileNames> blockNames = blocks.Select(static (block, _) => block.FileName)
            .Collect().Select(static (all, _) => FileNames.Of(all));
        context.RegisterSourceOutput(
            blocks.Combine(blockNames), static (output, pair) => Add(output, [pair.Right.Apart(pair.Left.Emit(), pair.Left.FileName)]));

        IncrementalValuesProvider<DescribedBlock> described = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => DescribedBlock.IsCandidate(node), static (found, cancellation) => DescribedBlock.Read(found, cancellation))
            .Where(static block => block is not null).Select(static (block, _) => block!).WithTrackingName(DescriptionsStep);
        IncrementalValueProvider<FileNames> describedNames = described.Select(static (block, _) => block.FileName)
            .Collect().Select(static (all, _) => FileNames.Of(all));
        context.RegisterSourceOutput(
            described.Combine(describedNames), static (output, pair) => Add(output, [pair.Right.Apart(pair.Left.Emit(), pair.Left.FileName)]));
    }

    /// <summary>Whether it is the first [Network] of its class. A second one, on another part, is C#'s to report.</summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext target, CancellationToken cancellation) =>
        target.TargetSymbol.GetAttributes().First(attribute => attribute.AttributeClass is { } kind && TypeNames.IsOurs(kind, "NetworkAttribute"))
            .ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent == target.TargetNode;

    /// <summary>
    /// The analyzer reports a network's faults; with analyzers switched off this does, so that no broken network builds. A build that ends in
    /// C#'s own errors shows nothing of analyzers either: what explains such an error comes from here, and in an editor from the analyzer.
    /// </summary>
    private static Reported WhatIsReported(AnalyzerConfigOptions options)
    {
        if (IsFalse(options, "RunAnalyzers") || (!IsSet(options, "RunAnalyzers") && IsFalse(options, "RunAnalyzersDuringBuild")))
            return Reported.Everything;
        bool isBuild = options.TryGetValue("build_property.DesignTimeBuild", out string? designTime) && !designTime.Equals("true", StringComparison.OrdinalIgnoreCase);
        return isBuild ? Reported.BesideErrorsOfCSharp : Reported.Nothing;
    }

    private static void Report(SourceProductionContext output, NetworkReading reading, Reported reported)
    {
        IReadOnlyList<Location> locations = reading.Locations;
        IEnumerable<Fault> faults = reported == Reported.Everything
            ? Compiler.Compiler.Check(reading.Spec, output.CancellationToken)
            : reading.Spec.Faults.Where(fault => ExplainErrorsOfCSharp.Contains(fault.Id));
        foreach (Fault fault in faults)
            output.ReportDiagnostic(Descriptors.ToDiagnostic(fault, locations));
    }

    /// <summary>Which faults the generator reports in the analyzer's place.</summary>
    private enum Reported
    {
        Nothing,
        BesideErrorsOfCSharp,
        Everything,
    }

    private static void Add(SourceProductionContext output, IEnumerable<GeneratedFile> files)
    {
        foreach (GeneratedFile file in files)
            output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));
    }

    private static bool IsSet(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out string? value) && value.Length > 0;

    private static bool IsFalse(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out string? value) && value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
