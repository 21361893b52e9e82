using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Shaping;

/// <summary>
/// What an array can hold: a layer's output and parameters one by one, so that the error is at the layer, and all of them
/// together.
/// </summary>
internal static class SizeLimits
{
    public const long Largest = int.MaxValue;

    /// <summary>More layers and blocks than this is a Repeat gone wrong, and would take minutes to compile.</summary>
    public const int MostElements = 20_000;

    /// <summary>Whether a layer's output fits; reports where it does not.</summary>
    public static bool Check(Shape output, LayerReport layer) => Check(output.Count, "values in its output for one sample", layer);

    /// <summary>Whether a layer's parameters fit; reports where they do not.</summary>
    public static bool Check(IReadOnlyList<ParameterDeclaration> declarations, LayerReport layer) =>
        Check(declarations.Aggregate(0L, (sum, declaration) => Added(sum, declaration.Count)), "parameters", layer);

    /// <summary>Checks the network as a whole.</summary>
    public static void Check(ShapedNetwork network, int site, Report report)
    {
        IReadOnlyList<ShapedLayer> layers = network.Layers;
        long activations = layers.Aggregate(network.Samples.Count, (sum, layer) => Added(sum, layer.Output.Count));
        long parameters = layers.SelectMany(layer => layer.Parameters).Where(parameter => !parameter.IsTied)
            .Aggregate(0L, (sum, parameter) => Added(sum, parameter.Declaration.Count));
        if (activations > Largest)
            report.Add(Rules.TooLarge, site, network.Class.Name, activations, "values in the outputs of its layers for one sample");
        else if (parameters > Largest)
            report.Add(Rules.TooLarge, site, network.Class.Name, parameters, "parameters");
    }

    private static bool Check(long count, string what, LayerReport layer)
    {
        if (count <= Largest)
            return true;
        layer.TooLarge(count, what);
        return false;
    }

    private static long Added(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;
}
