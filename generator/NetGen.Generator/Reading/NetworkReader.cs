using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Descriptions;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Generator.Reading;

/// <summary>
/// Reads a network and everything that it uses: its blocks and theirs, data sets, and networks that come in. Nothing here
/// throws on half-typed source; what C# has an error for is left out and marks the specification as incomplete.
/// </summary>
internal sealed class NetworkReader : IReferences
{
    private readonly Compilation compilation;
    private readonly CancellationToken cancellation;
    private readonly SiteTable sites = new();
    private readonly List<Fault> faults = [];
    private readonly Dictionary<string, BlockSpec> blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NetworkSourceSpec> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DataSetSpec> dataSets = new(StringComparer.Ordinal);
    private readonly Queue<INamedTypeSymbol> openBlocks = new();
    private readonly Queue<INamedTypeSymbol> openSources = new();
    private bool isComplete = true;

    private readonly bool isFinal;
    private readonly Dictionary<INamedTypeSymbol, string> keys = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> takenKeys = new(StringComparer.Ordinal);

    private NetworkReader(Compilation compilation, bool isFinal, CancellationToken cancellation)
    {
        this.compilation = compilation;
        this.isFinal = isFinal;
        this.cancellation = cancellation;
    }

    /// <param name="network">The class.</param>
    /// <param name="compilation">What it is part of.</param>
    /// <param name="isFinal">
    /// Whether all generators have run: before that, an attribute that C# does not know may be another generator's.
    /// </param>
    /// <param name="cancellation">Ends the reading.</param>
    public static (NetworkSpec Spec, SiteTable Sites) Read(
        INamedTypeSymbol network, Compilation compilation, bool isFinal, CancellationToken cancellation)
    {
        var reader = new NetworkReader(compilation, isFinal, cancellation);
        reader.Begin(network);
        int site = reader.sites.Add(LocationOf(network, cancellation));
        reader.faults.AddRange(ClassReader.Faults(network, reader.sites, cancellation));
        List<ElementSpec> elements = reader.Elements(network, new HashSet<string>());
        reader.ReadReferences();
        var spec = new NetworkSpec(
            ClassReader.Read(network, compilation),
            elements.ToEquatableArray(),
            reader.blocks.Values.ToEquatableArray(),
            reader.sources.Values.ToEquatableArray(),
            reader.dataSets.Values.ToEquatableArray(),
            reader.faults.ToEquatableArray(),
            reader.isComplete,
            site)
        {
            Winograd = Option(network, "Winograd", otherwise: true),
            StreamSite = Option(network, "Stream", otherwise: false)
                ? reader.sites.Add(LocationOfOption(network, "Stream", cancellation)) : null,
            HasActivations = Option(network, "Activations", otherwise: false),
        };
        return (spec, reader.sites);
    }

    /// <summary>
    /// A block of this compilation and all that it uses, itself first; or null where something is wrong with one of them.
    /// </summary>
    public static IReadOnlyList<BlockSpec>? ReadBlock(INamedTypeSymbol block, Compilation compilation, CancellationToken cancellation)
    {
        var reader = new NetworkReader(compilation, isFinal: false, cancellation);
        reader.Begin(block);
        reader.Block(block, site: 0);
        reader.ReadReferences();
        return reader.isComplete && reader.faults.Count == 0 && reader.sources.Count == 0
            && reader.blocks.Values.All(BlockDescription.CanWrite)
            ? [.. reader.blocks.Values]
            : null;
    }

    /// <summary>Gives the class that is read its own name as its key, and no block the name that stands for Identity.</summary>
    private void Begin(INamedTypeSymbol type)
    {
        KeyOf(type);
        takenKeys.Add(BlockDescription.Identity);
    }

    /// <summary>
    /// The full name of a class, with a number where another class has it: a generic one, one that is local to another file, or one in a
    /// type around it that is declared twice.
    /// </summary>
    public string KeyOf(INamedTypeSymbol type)
    {
        if (keys.TryGetValue(type, out string? known))
            return known;
        string name = TypeNames.Key(type);
        string key = name;
        for (int number = 2; !takenKeys.Add(key); number++)
            key = name + BlockDescription.Number + number.ToString(CultureInfo.InvariantCulture);
        keys.Add(type, key);
        return key;
    }

    /// <summary>The elements of a network or block, from the one declaration that has any.</summary>
    public List<ElementSpec> Elements(INamedTypeSymbol type, ISet<string> names)
    {
        List<ElementSpec>? elements = null;
        var types = new AttributeTypes(type);
        foreach (TypeDeclarationSyntax part in ClassReader.Parts(type, cancellation))
        {
            // An editor has the source of a project that is referenced, and no model of it.
            if (!compilation.ContainsSyntaxTree(part.SyntaxTree))
                continue;
            SemanticModel model = compilation.GetSemanticModel(part.SyntaxTree);
            List<ElementSpec> found = new ElementReader(model, types, names, sites, this, cancellation).Read(part);
            if (found.Count == 0)
                continue;
            if (elements is null)
                elements = found;
            else
                Fault(Rules.LayersOnTwoParts, found[0].Site, type.Name);
        }

        return elements ?? [];
    }

    public void Fault(Rule rule, int site, params string[] arguments) => Fault(rule, site, [], arguments);

    public void Fault(Rule rule, int site, SuggestedFix[] fixes, params string[] arguments) =>
        faults.Add(new Fault(rule.Id, site, arguments.ToEquatableArray()) { Fixes = fixes.ToEquatableArray() });

    public void Foreign(AttributeSyntax attribute, ForeignArguments arguments, int site)
    {
        string meant = arguments.Text(attribute);
        List<SuggestedFix> fixes = [new SuggestedFix(FixKind.Replace, meant)];
        if (arguments.In is not null)
            fixes.Add(new SuggestedFix(FixKind.Replace, arguments.Text(attribute, statesIn: true)));
        Fault(
            Rules.ForeignArguments, site, [.. fixes], ElementReader.KindOf(attribute), attribute.ArgumentList!.ToString(), meant,
            arguments.In is { } size ? $" What comes in is worked out; In = {size} has it checked." : "");
    }

    public void Incomplete() => isComplete = false;

    public string Block(INamedTypeSymbol block, int site)
    {
        if (!IsForeign(block))
        {
            openBlocks.Enqueue(block.OriginalDefinition);
            return KeyOf(block.OriginalDefinition);
        }

        string key = ForeignBlock.Key(block);
        if (blocks.ContainsKey(key))
            return key;
        (IReadOnlyList<BlockSpec> described, string fault) = ForeignBlock.Read(block);
        if (fault.Length > 0)
            Fault(Rules.BlockWithoutSource, site, block.Name, fault);
        foreach (BlockSpec one in described)
            blocks[one.Key] = one;
        return key;
    }

    public string Source(INamedTypeSymbol source, string text, int site)
    {
        if (TypeNames.IsNetwork(source))
            return Network(source, text, site);
        string exampleSizes = ExampleSizes(site);
        if (!DataSetReader.IsDataSet(source))
        {
            Fault(Rules.DataSetContract, site, UnmarkedSource.Fixes(source, exampleSizes, Fixes, cancellation), text,
                UnmarkedSource.Text(source));
            return KeyOf(source);
        }

        (DataSetSpec? dataSet, DataSetFault? fault) = DataSetReader.Read(source, exampleSizes);
        if (dataSet is not null)
            dataSets[dataSet.Key] = DataSetReader.LocationOfSample(source, compilation, cancellation) is { } sample
                ? dataSet with { SampleSite = sites.Add(sample) }
                : dataSet;
        else if (fault is not null)
            Fault(
                Rules.DataSetContract, site,
                [.. fault.Fixes.SelectMany(
                    way => Fixes(way.Kind, way.Text, way.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation()))],
                text, fault.Text);
        return dataSet?.Key ?? KeyOf(source);
    }

    private string Network(INamedTypeSymbol source, string text, int site)
    {
        if (!IsForeign(source))
        {
            openSources.Enqueue(source);
            return KeyOf(source);
        }

        string key = ForeignBlock.Key(source);
        if (ForeignNetwork.Read(source) is { } network)
            sources[key] = network;
        else
            Fault(Rules.SourceNetwork, site, text, "it comes from another assembly, which does not say what it gives. Build its project "
                + "with this version of NetGen, and see that the network has no error there");
        return key;
    }

    private bool IsForeign(INamedTypeSymbol type) => !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    /// <summary>An edit elsewhere, or none where that is not this project's source.</summary>
    private SuggestedFix[] Fixes(FixKind kind, string text, Location? location) =>
        location?.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree) ? [new SuggestedFix(kind, text, sites.Add(location))] : [];

    /// <summary>Sizes of a sample that the layer after [Input] can take, to be changed by hand.</summary>
    private string ExampleSizes(int site)
    {
        AttributeSyntax? input = sites.Locations[site].SourceTree?.GetRoot(cancellation).FindNode(sites.Locations[site].SourceSpan)
            .FirstAncestorOrSelf<AttributeSyntax>();
        AttributeSyntax? layer = (input?.Parent?.Parent as TypeDeclarationSyntax)?.AttributeLists.SelectMany(list => list.Attributes)
            .SkipWhile(attribute => attribute != input).Skip(1).FirstOrDefault();
        return InputShapes.Example(layer is null ? "" : ElementReader.SimpleName(layer.Name));
    }

    public bool Unknown(string name, int site)
    {
        string? nearest = NearestName.Of(name);
        if (nearest is null && !isFinal)
            return false;
        Incomplete();
        if (nearest is not null && nearest != name)
            faults.Add(new Fault(Rules.UnknownLayer.Id, site, EquatableArray.Of(name, nearest))
            {
                Fixes = EquatableArray.Of(new SuggestedFix(FixKind.ReplaceName, nearest)),
            });
        return true;
    }

    public void UnknownOption(string kind, UnknownOption option, int site) =>
        Fault(Rules.UnknownOption, site, [.. option.Fixes], kind, option.Name.Identifier.ValueText, option.Suggestion);

    /// <summary>Each block and each network that comes in once, however often it is used.</summary>
    private void ReadReferences()
    {
        while (openBlocks.Count > 0 || openSources.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if (openBlocks.Count > 0)
            {
                INamedTypeSymbol block = openBlocks.Dequeue();
                string key = KeyOf(block);
                if (blocks.ContainsKey(key) || ClassReader.Parts(block, cancellation).Count == 0)
                    continue;

                // The place is taken before the block is read, so that one that contains itself is read once.
                blocks[key] = new BlockSpec(key, block.Name, "", default, default, 0);
                blocks[key] = BlockReader.Read(block, compilation, sites, this, cancellation);
                continue;
            }

            INamedTypeSymbol source = openSources.Dequeue();
            string sourceKey = KeyOf(source);
            if (sources.ContainsKey(sourceKey))
                continue;
            sources[sourceKey] = new NetworkSourceSpec(sourceKey, default);
            sources[sourceKey] = new NetworkSourceSpec(sourceKey, Elements(source, new HashSet<string>()).ToEquatableArray());
        }
    }

    /// <summary>The location of [Network], for diagnostics without another one.</summary>
    private static Location LocationOf(INamedTypeSymbol network, CancellationToken cancellation) =>
        AttributeOf(network)?.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? network.Locations[0];

    /// <summary>A yes or no that [Network] states.</summary>
    private static bool Option(INamedTypeSymbol network, string name, bool otherwise) =>
        AttributeOf(network)?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as bool? ?? otherwise;

    private static Location LocationOfOption(INamedTypeSymbol network, string name, CancellationToken cancellation)
    {
        SyntaxNode? attribute = AttributeOf(network)?.ApplicationSyntaxReference?.GetSyntax(cancellation);
        return (attribute as AttributeSyntax)?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.GetLocation()
            ?? LocationOf(network, cancellation);
    }

    private static AttributeData? AttributeOf(INamedTypeSymbol network) => network.GetAttributes().FirstOrDefault(
        candidate => candidate.AttributeClass is { } type && TypeNames.IsOurs(type, "NetworkAttribute"));
}
