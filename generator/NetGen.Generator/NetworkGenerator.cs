using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>
/// Emits the other part of each network, of each block with parameters, and of each block that other assemblies see. What is kept between
/// runs is strings and numbers; reading is cheap and runs at each change, compiling runs only when what was read has changed.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>Names of steps, by which tests see what was kept.</summary>
    internal const string ReadStep = "NetworkRead";

    internal const string CompiledStep = "NetworkCompiled";

    internal const string BlocksStep = "BlocksRead";

    internal const string DescriptionsStep = "BlocksDescribed";

    /// <summary>Rules that explain errors of C#, which end a build before analyzers report.</summary>
    private static readonly string[] ExplainErrorsOfCSharp =
        [Rules.UnknownLayer.Id, Rules.UnknownOption.Id, Rules.ForeignArguments.Id, Rules.BlockConstructor.Id];

    private readonly Action<string, string>? observe;

    /// <summary>Makes the generator.</summary>
    public NetworkGenerator()
    {
    }

    /// <summary>For tests: gets the name of each step and the class that it is about, before the step runs.</summary>
    internal NetworkGenerator(Action<string, string> observe) => this.observe = observe;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetworkReading> networks = context.SyntaxProvider.ForAttributeWithMetadataName(
            TypeNames.NetworkAttribute, static (node, _) => node is TypeDeclarationSyntax, Read)
            .Where(static reading => reading is not null).Select(static (reading, _) => reading!);
        IncrementalValuesProvider<GeneratedPart> compiled = networks.Select(static (reading, _) => reading)
            .WithComparer(NetworkReading.BySpec.Instance).WithTrackingName(ReadStep)
            .Select(GeneratedNetwork.Of).WithTrackingName(CompiledStep);
        IncrementalValuesProvider<GeneratedPart> blocks = Parts(context, BlockConstants.IsCandidate, BlockConstants.Of, BlocksStep);
        IncrementalValuesProvider<GeneratedPart> descriptions = Parts(
            context, DescribedBlock.IsCandidate, DescribedBlock.Of, DescriptionsStep);

        // Names follow from what is read, so that an edit that changes what is compiled leaves them as they are.
        IncrementalValueProvider<FileNames> names = networks.Where(static reading => !reading.HasNoPart)
            .Select(static (reading, _) => FileOwner.OfNetwork(reading.Spec.Class)).Collect()
            .Combine(Owners(blocks)).Combine(Owners(descriptions))
            .Select(static (all, _) => FileNames.Of(all.Left.Left.Concat(all.Left.Right).Concat(all.Right)));
        foreach (IncrementalValuesProvider<GeneratedPart> parts in new[] { compiled, blocks, descriptions })
            context.RegisterSourceOutput(parts.Combine(names), (output, pair) => Add(output, pair.Left, pair.Right));

        IncrementalValueProvider<Reported> reported = context.AnalyzerConfigOptionsProvider.Select(
            static (options, _) => WhatIsReported(options.GlobalOptions));
        // Only what is reported is combined with the compilation, which is another one after each edit.
        IncrementalValuesProvider<ReportedFaults> faults = networks.Combine(reported)
            .Where(static pair => pair.Right != Reported.Nothing)
            .Select((pair, cancellation) => new ReportedFaults(Faults(pair.Left, pair.Right, cancellation), pair.Left.Sites));
        context.RegisterSourceOutput(
            faults.Combine(context.CompilationProvider), static (output, pair) => Report(output, pair.Left, pair.Right));
    }

    /// <summary>The network of a class that is marked [Network]; null on its further parts.</summary>
    private NetworkReading? Read(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        var network = (INamedTypeSymbol)target.TargetSymbol;
        Compilation compilation = target.SemanticModel.Compilation;
        return Guard.Run(
            () =>
            {
                observe?.Invoke(ReadStep, network.Name);
                return IsFirst(target, cancellation) ? NetworkReading.Read(network, compilation, cancellation) : null;
            },
            exception => NetworkReading.Unread(
                network, compilation, PlaceOf((TypeDeclarationSyntax)target.TargetNode), exception, cancellation),
            cancellation);
    }

    /// <summary>The parts of blocks, one for each class that has one.</summary>
    private IncrementalValuesProvider<GeneratedPart> Parts(
        IncrementalGeneratorInitializationContext context, Func<SyntaxNode, bool> isCandidate,
        Func<GeneratorSyntaxContext, CancellationToken, GeneratedPart?> read, string step) => context.SyntaxProvider.CreateSyntaxProvider(
            (node, _) => isCandidate(node),
            (found, cancellation) =>
            {
                var declaration = (TypeDeclarationSyntax)found.Node;
                string name = declaration.Identifier.ValueText;
                return Guard.Run(
                    () =>
                    {
                        observe?.Invoke(step, name);
                        return read(found, cancellation);
                    },
                    exception => GeneratedPart.None(name, Failures.Of(name, step, exception), SiteLocation.Of(PlaceOf(declaration))),
                    cancellation);
            })
            .Where(static part => part is not null).Select(static (part, _) => part!).WithComparer(GeneratedPart.ByContent.Instance)
                .WithTrackingName(step);

    private static IncrementalValueProvider<ImmutableArray<FileOwner>> Owners(IncrementalValuesProvider<GeneratedPart> parts) =>
        parts.Where(static part => part.Owner is not null).Select(static (part, _) => part.Owner!).Collect();

    private static Location PlaceOf(TypeDeclarationSyntax declaration) => declaration.Identifier.GetLocation();

    /// <summary>Whether it is the first [Network] of its class. A second one, on another part, is C#'s to report.</summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext target, CancellationToken cancellation) =>
        target.TargetSymbol.GetAttributes()
            .First(attribute => attribute.AttributeClass is { } kind && TypeNames.IsOurs(kind, "NetworkAttribute"))
            .ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent == target.TargetNode;

    /// <summary>
    /// The analyzer reports a network's diagnostics; with analyzers switched off this does, so that no broken network builds. A build that
    /// ends in C#'s own errors shows nothing of analyzers either: what explains such an error comes from here, and in an editor from the
    /// analyzer.
    /// </summary>
    private static Reported WhatIsReported(AnalyzerConfigOptions options)
    {
        if (IsFalse(options, "RunAnalyzers") || (!IsSet(options, "RunAnalyzers") && IsFalse(options, "RunAnalyzersDuringBuild")))
            return Reported.Everything;
        bool isBuild = options.TryGetValue("build_property.DesignTimeBuild", out string? designTime)
            && !designTime.Equals("true", StringComparison.OrdinalIgnoreCase);
        return isBuild ? Reported.BesideErrorsOfCSharp : Reported.Nothing;
    }

    /// <summary>The diagnostics of a network that the generator reports.</summary>
    private EquatableArray<Fault> Faults(NetworkReading reading, Reported reported, CancellationToken cancellation)
    {
        if (reading.Failure is not null)
            return default;
        return Guard.Run<IEnumerable<Fault>>(
            () =>
            {
                observe?.Invoke(nameof(Report), reading.Spec.Class.Name);
                return reported == Reported.Everything
                    ? Compiler.Compiler.Check(reading.Spec, cancellation)
                    : reading.Spec.Faults.Where(fault => ExplainErrorsOfCSharp.Contains(fault.Id));
            },
            exception => GeneratedNetwork.FailsToo(reading, cancellation)
                ? [] : [Failures.Of(reading.Spec.Class.Name, "Check", exception)],
            cancellation).ToEquatableArray();
    }

    /// <summary>Reports diagnostics where they stand in the compilation's files, whose pragmas may suppress them.</summary>
    private static void Report(SourceProductionContext output, ReportedFaults reported, Compilation compilation)
    {
        if (reported.Faults.Count == 0)
            return;
        IReadOnlyList<Location> locations = [.. reported.Sites.Select(site => site.ToLocation(compilation))];
        foreach (Fault fault in reported.Faults)
            output.ReportDiagnostic(Descriptors.ToDiagnostic(fault, locations));
    }

    /// <summary>Diagnostics, and the places to which they refer.</summary>
    private sealed record ReportedFaults(EquatableArray<Fault> Faults, EquatableArray<SiteLocation> Sites);

    /// <summary>Which diagnostics the generator reports instead of the analyzer.</summary>
    private enum Reported
    {
        Nothing,
        BesideErrorsOfCSharp,
        Everything,
    }

    /// <summary>Adds the files of a class, and reports its failure.</summary>
    private void Add(SourceProductionContext output, GeneratedPart part, FileNames names)
    {
        GeneratedPart added = Guard.Run(
            () =>
            {
                observe?.Invoke(nameof(Add), part.Name);
                string stem = part.Owner is { } owner ? names.StemOf(owner) : "";
                foreach (GeneratedFile file in part.Files)
                    output.AddSource(stem + file.Ending, SourceText.From(file.Text, Encoding.UTF8));
                return part;
            },
            exception => part with { Failure = part.Failure ?? Failures.Of(part.Name, "naming its files", exception) },
            output.CancellationToken);
        if (added.Diagnostic is { } failure)
            output.ReportDiagnostic(failure);
    }

    private static bool IsSet(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out string? value) && value.Length > 0;

    private static bool IsFalse(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out string? value) && value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
