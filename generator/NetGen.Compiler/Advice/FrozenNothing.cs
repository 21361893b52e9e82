using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Advice;

/// <summary>
/// Frozen = true where there is neither a parameter nor a running statistic. In a block there may be one in one use and none in another.
/// </summary>
internal static class FrozenNothing
{
    public static void Check(LayerReport stated, IReadOnlyList<ShapedLayer> layers)
    {
        if (!stated.IsInBlock && layers.All(layer => layer.Parameters.Count == 0))
            stated.Add(Rules.FrozenNothing, stated.Site("Frozen"), [new SuggestedFix(FixKind.Remove, "")], stated.Name);
    }
}
