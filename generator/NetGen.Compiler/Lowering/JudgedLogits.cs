using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Lowering;

/// <summary>
/// BCE right after a Sigmoid is computed as BCEWithLogits of the sigmoid's input, which becomes a further result of the network's programs,
/// after the named ones.
/// </summary>
internal static class JudgedLogits
{
    /// <summary>The sigmoid's place among the network's nodes; -1 where the loss takes the output itself.</summary>
    public static int SigmoidOf(ShapedNetwork network)
    {
        for (int index = network.Nodes.Count - 1; index >= 0 && network.Loss?.Loss is BCE; index--)
        {
            if (network.Nodes[index] is ShapedLayer { Layer: PlainActivation { Row.Layer: "Sigmoid" } })
                return index;
            if (!IsReordering(network.Nodes[index]))
                return -1;
        }

        return -1;
    }

    /// <summary>Whether it only permutes values, so that an elementwise function may be applied before or after.</summary>
    private static bool IsReordering(ShapedNode node) =>
        node is ShapedOutput or ShapedLayer { Layer: { PassesValues: true } and not Dropout };
}
