using NetGen;

namespace Lecture.Explain;

/// <summary>A digit and what each layer makes of it, from the input to the probability of each class.</summary>
/// <param name="Label">The class of the digit.</param>
/// <param name="Layers">The input, the network's layers, and the softmax of its scores.</param>
/// <param name="Chosen">The neuron that is explained at first.</param>
internal sealed record DigitView(int Label, IReadOnlyList<LayerView> Layers, Neuron Chosen)
{
    /// <summary>The probability of each class, [classes].</summary>
    public float[] Probabilities => Layers[^1].Values;

    /// <summary>Sends a digit through a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="pixels">The digit, [28, 28], normalised.</param>
    /// <param name="label">Its class.</param>
    public static DigitView Of(DigitCnn network, float[] pixels, int label)
    {
        ReceptiveField field = ReceptiveField.OfInput;
        var layers = new List<LayerView> { new("input", "Input", [1, Mnist.Side, Mnist.Side], pixels, field, Window: 1, Stride: 1) };
        foreach (LayerActivation activation in network.Activations(pixels))
        {
            Parameter? weight = Named(network, $"{activation.Layer}.weight"), bias = Named(network, $"{activation.Layer}.bias");
            (int window, int stride) = activation.Kind switch
            {
                "Conv2d" => (weight!.Shape[^1], 1),
                "MaxPool2d" => (DigitCnn.Pool, DigitCnn.Pool),
                "ReLU" => (1, 1),
                _ => (0, 0),
            };
            field = window > 0 ? field.Through(window, stride) : new ReceptiveField(Mnist.Side, 0);
            layers.Add(new LayerView(
                activation.Layer, activation.Kind, activation.Shape, activation.Values, field, window, stride,
                Values(weight), Values(bias)));
        }

        layers.Add(new LayerView("probability", "softmax", layers[^1].Shape, Softmax(layers[^1].Values), field, Window: 0, Stride: 0));
        return new DigitView(label, layers, Strongest(layers, layers.FindLastIndex(layer => layer.Kind == "Conv2d")));
    }

    private static Parameter? Named(DigitCnn network, string name) =>
        network.Parameters.FirstOrDefault(parameter => parameter.Name == name);

    private static float[]? Values(Parameter? parameter)
    {
        if (parameter is null)
            return null;
        var values = new float[parameter.Count];
        parameter.CopyTo(values);
        return values;
    }

    /// <summary>exp(zᵢ) / Σ exp(zⱼ).</summary>
    private static float[] Softmax(float[] scores)
    {
        float[] powers = [.. scores.Select(score => MathF.Exp(score - scores.Max()))];
        return [.. powers.Select(power => power / powers.Sum())];
    }

    private static Neuron Strongest(List<LayerView> layers, int layer)
    {
        (float[] values, IReadOnlyList<int> shape) = (layers[layer].Values, layers[layer].Shape);
        int place = Array.IndexOf(values, values.Max());
        return new Neuron(layer, place / (shape[1] * shape[2]), place / shape[2] % shape[1], place % shape[2]);
    }
}
