using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Emission;

/// <summary>The documentation of the class: a table of layers with output shapes, parameters and multiply-adds.</summary>
internal static class SummaryTable
{
    /// <summary>What an editor can show beside a name; the constant with the whole table has all layers.</summary>
    private const int MostLayers = 40;

    /// <param name="writer">Where it goes.</param>
    /// <param name="network">The network.</param>
    /// <param name="predictionBytes">Bytes of activations for each sample of a prediction.</param>
    /// <param name="trainingBytes">Bytes of activations for each sample of a training step.</param>
    public static void Emit(CodeWriter writer, ShapedNetwork network, long predictionBytes, long trainingBytes)
    {
        writer.Line("/// <summary>");
        string inputs = string.Join(", ", network.Inputs.Select(input => $"[batch, {Sizes(input.Shape)}]"));
        writer.Line(
            $"/// {inputs} → [batch, {Sizes(network.Output)}], "
            + $"{Literals.Integer(network.ParameterCount)} parameters, "
            + (network.FrozenCount > 0 ? $"{Literals.Integer(network.FrozenCount)} of them frozen, " : "")
            + $"{Literals.Integer(network.MultiplyAdds)} multiply-adds a sample. "
            + $"Activations of a sample take {Literals.Integer(predictionBytes)} bytes in "
            + $"prediction, {Literals.Integer(trainingBytes)} in training.");
        writer.Line("/// <list type=\"table\">");
        writer.Line("/// <listheader><term>layer</term><description>output, parameters, multiply-adds</description></listheader>");
        ShapedLayer[] layers = [.. network.Layers];
        foreach (ShapedLayer layer in layers.Take(MostLayers))
        {
            writer.Line(
                $"/// <item><term>{layer.Name}</term><description>{layer.Output}, {Literals.Integer(layer.ParameterCount)}, "
                + $"{Literals.Integer(layer.MultiplyAdds)}</description></item>");
        }

        if (layers.Length > MostLayers)
        {
            writer.Line(
                $"/// <item><term>and {Literals.Integer(layers.Length - MostLayers)} more</term>"
                + "<description>as <see cref=\"Summary\"/> lists them</description></item>");
        }

        writer.Line("/// </list>");
        writer.Line("/// </summary>");
    }

    private static string Sizes(Shape shape) => string.Join(", ", shape.ToInts().Select(size => Literals.Integer(size)));
}
