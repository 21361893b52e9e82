using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Shaping;

/// <summary>
/// Layers that share the weight of a layer before them, which they name by <c>Tied = "name"</c>. A name is looked for from the
/// level at which the layer stands outwards, so that blocks tie their own layers in each of their uses.
/// </summary>
internal sealed class WeightTies
{
    private const string Weight = "weight";

    private readonly List<ShapedLayer> layers = [];
    private readonly List<OpenTie> open = [];

    /// <summary>Notes a layer to which later ones may be tied.</summary>
    public void Add(ShapedLayer layer) => layers.Add(layer);

    /// <summary>The layer with another's weight in the place of its own, or as it is where there is none to share.</summary>
    public ShapedLayer Tied(ShapedLayer layer, string name, NameScope scope, LayerReport layerReport)
    {
        string[] meant = [.. scope.Lookup(name)];
        ShapedLayer? other = meant.Select(candidate => layers.FirstOrDefault(before => before.Name == candidate))
            .FirstOrDefault(found => found is not null);
        if (other is null)
        {
            open.Add(new OpenTie(layer, name, meant, layerReport));
            return layer;
        }

        if (WeightOf(layer) is not { } own || WeightOf(other) is not { } shared)
        {
            Refuse(layer, name, WeightOf(other) is null ? "that layer has no weight" : "it has no weight itself", layerReport);
            return layer;
        }

        if (!own.Declaration.Shape.Equals(shared.Declaration.Shape))
        {
            Refuse(layer, name, $"its weight is {Sizes(own)}, and that of '{other.Name}' is {Sizes(shared)}", layerReport);
            return layer;
        }

        return layer with
            { Parameters = [.. layer.Parameters.Select(parameter => parameter == own ? own with { Owner = shared.Owner } : parameter)] };
    }

    /// <summary>Reports the ties to layers that did not come before, now that all layers are known.</summary>
    public void Finish()
    {
        foreach (OpenTie tie in open)
        {
            string fault = tie.Meant.Contains(tie.Layer.Name) ? "that is its own name"
                : layers.Any(layer => tie.Meant.Contains(layer.Name)) ? "that layer comes after it"
                : "no layer has that name";
            Refuse(tie.Layer, tie.Name, fault, tie.Report);
        }
    }

    private void Refuse(ShapedLayer layer, string name, string fault, LayerReport layerReport)
    {
        ShapedLayer? meant = Nearest(layer, name);
        var fixes = new List<SuggestedFix>();

        // In a block a name from the outside would be right for one use.
        if (meant is not null && !layerReport.IsInBlock)
            fixes.Add(LayerNames.Named(meant.Name));
        fixes.Add(new SuggestedFix(FixKind.Remove, ""));
        layerReport.Add(
            Rules.Tied, layerReport.Site("Tied"), fixes, layer.Name, name, fault, meant is null ? "" : $" Did you mean '{meant.Name}'?");
    }

    /// <summary>The layer before this one with a weight of the same shape whose name is nearest to the one stated.</summary>
    private ShapedLayer? Nearest(ShapedLayer layer, string name) => layers.TakeWhile(before => before.Name != layer.Name)
        .Where(before => WeightOf(before)?.Declaration.Shape.Equals(WeightOf(layer)?.Declaration.Shape ?? default) == true
            && before.Name != name)
        .OrderBy(before => EditDistance.Between(before.Name, name)).FirstOrDefault();

    private static ShapedParameter? WeightOf(ShapedLayer layer) =>
        layer.Parameters.FirstOrDefault(parameter => parameter.Declaration is { Name: Weight, IsStatistic: false });

    private static string Sizes(ShapedParameter parameter) => string.Join("×", parameter.Declaration.Shape);

    private sealed record OpenTie(ShapedLayer Layer, string Name, IReadOnlyList<string> Meant, LayerReport Report);
}
