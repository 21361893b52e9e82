using NetGen;

namespace DigitPad.Inspection;

/// <summary>Explains values of a network's layers by the values before them. For networks of layers in a row.</summary>
internal static class LayerInspector
{
    private const int MostInputs = 6;

    /// <summary>The input of a layer: the values of the layer before it, or the sample.</summary>
    /// <param name="sample">The network's sample, [1, 28, 28].</param>
    /// <param name="layers">All layers' values, in their order.</param>
    /// <param name="layer">Which layer, from 0.</param>
    public static LayerValues InputOf(ReadOnlySpan<float> sample, IReadOnlyList<LayerActivation> layers, int layer) => layer == 0
        ? new LayerValues([1, Mnist.Side, Mnist.Side], sample.ToArray())
        : new LayerValues(layers[layer - 1].Shape, layers[layer - 1].Values);

    /// <summary>Explains one value.</summary>
    /// <param name="network">The network, for its weights.</param>
    /// <param name="sample">Its sample, [1, 28, 28].</param>
    /// <param name="layers">All layers' values for the sample, in their order.</param>
    /// <param name="place">The value: layer, channel, row and column.</param>
    public static UnitInspection Inspect(
        Network network, ReadOnlySpan<float> sample, IReadOnlyList<LayerActivation> layers, UnitPlace place)
    {
        LayerActivation layer = layers[place.Layer];
        var output = new LayerValues(layer.Shape, layer.Values);
        LayerValues input = InputOf(sample, layers, place.Layer);
        float value = output.At(place.Channel, place.Row, place.Column);
        return layer.Kind switch
        {
            "Conv2d" => Convolution(network, layer.Layer, input, output, place, value),
            "MaxPool2d" => MaxPool(input, output, place, value),
            "Linear" => Linear(
                network, layer.Layer, input, ImageBefore(sample, layers, place.Layer), output.IndexOf(0, place.Row, place.Column), value),
            "ReLU" => new UnitInspection(value, $"max(0, {NumberText.Of(input.At(place.Channel, place.Row, place.Column))})"),
            "Flatten" => new UnitInspection(value, "All channels, row by row, as one list."),
            var kind => new UnitInspection(value, $"{kind} gives this value."),
        };
    }

    /// <summary>The indices of the maxima in a pool's input, one for each of its outputs.</summary>
    /// <param name="input">The values before the pool.</param>
    /// <param name="output">The pool's values.</param>
    /// <param name="channel">The channel, from 0.</param>
    public static IReadOnlyList<int> ArgmaxPositions(LayerValues input, LayerValues output, int channel)
    {
        var positions = new List<int>(output.Rows * output.Columns);
        for (int i = 0; i < output.Rows * output.Columns; i++)
        {
            WindowTerm window = PoolWindow(input, output, new UnitPlace(0, channel, i / output.Columns, i % output.Columns));
            int row = (i / output.Columns * window.Rows) + (window.Argmax!.Value / window.Columns);
            int column = (i % output.Columns * window.Columns) + (window.Argmax.Value % window.Columns);
            positions.Add((row * input.Columns) + column);
        }

        return positions;
    }

    /// <summary>The filters of a convolution, an output channel each, and in it a term for each channel of the input.</summary>
    /// <param name="weight">The weight, [out channels, in channels, rows, columns].</param>
    public static IReadOnlyList<WindowTerm> Filters(Parameter weight)
    {
        float[] values = ValuesOf(weight);
        int rows = weight.Shape[2], columns = weight.Shape[3], size = rows * columns;
        return
        [
            .. Enumerable.Range(0, values.Length / size)
                .Select(index => new WindowTerm(index, rows, columns, values[(index * size)..((index + 1) * size)], null, 0)),
        ];
    }

    private static UnitInspection Convolution(
        Network network, string name, LayerValues input, LayerValues output, UnitPlace place, float value)
    {
        Parameter weight = network.Parameters.First(parameter => parameter.Name == $"{name}.weight");
        float[] bias = ValuesOf(network.Parameters.First(parameter => parameter.Name == $"{name}.bias"));
        int size = weight.Shape[2], padding = (output.Rows - 1 + size - input.Rows) / 2;
        WindowTerm[] filters = [.. Filters(weight).Skip(place.Channel * input.Channels).Take(input.Channels)];
        var terms = new WindowTerm[input.Channels];
        for (int channel = 0; channel < terms.Length; channel++)
        {
            float[] patch = input.Window(channel, place.Row - padding, place.Column - padding, size, size);
            float[] filter = filters[channel].Patch;
            terms[channel] = new WindowTerm(channel, size, size, patch, filter, patch.Zip(filter, (a, b) => a * b).Sum());
        }

        return new UnitInspection(value, $"Σ patch × filter over {Counted(terms.Length, "channel")}, plus a bias.")
        {
            Windows = terms,
            Bias = bias[place.Channel],
        };
    }

    private static UnitInspection MaxPool(LayerValues input, LayerValues output, UnitPlace place, float value)
    {
        WindowTerm window = PoolWindow(input, output, place);
        return new UnitInspection(value, $"The largest of {window.Rows}×{window.Columns} values; its position is marked.")
        {
            Windows = [window],
        };
    }

    private static WindowTerm PoolWindow(LayerValues input, LayerValues output, UnitPlace place)
    {
        int rows = input.Rows / output.Rows, columns = input.Columns / output.Columns;
        float[] patch = input.Window(place.Channel, place.Row * rows, place.Column * columns, rows, columns);
        float largest = patch.Max();
        return new WindowTerm(place.Channel, rows, columns, patch, null, largest, Array.IndexOf(patch, largest));
    }

    private static UnitInspection Linear(Network network, string name, LayerValues input, LayerValues? image, int neuron, float value)
    {
        Parameter weight = network.Parameters.First(parameter => parameter.Name == $"{name}.weight");
        float[] bias = ValuesOf(network.Parameters.First(parameter => parameter.Name == $"{name}.bias"));
        int count = input.Values.Length;
        if (neuron >= bias.Length)
            return new UnitInspection(0, "No value lies here.");
        float[] weights = ValuesOf(weight)[(neuron * count)..((neuron + 1) * count)];
        return new UnitInspection(value, $"Σ input × weight over {Counted(count, "input")}, plus a bias. The inputs that count most:")
        {
            Bias = bias[neuron],
            Inputs =
            [
                .. input.Values.Select((number, index) => new WeightedInput(index, number, weights[index]))
                    .OrderByDescending(term => Math.Abs(term.Product)).Take(MostInputs),
            ],
            WeightImages = image is null ? [] :
            [
                .. Enumerable.Range(0, image.Channels).Select(channel => new WindowTerm(
                    channel, image.Rows, image.Columns,
                    weights[(channel * image.Rows * image.Columns)..((channel + 1) * image.Rows * image.Columns)], null, 0)),
            ],
        };
    }

    // Where a linear layer follows a Flatten, its weights are pictures over the image before that.
    private static LayerValues? ImageBefore(ReadOnlySpan<float> sample, IReadOnlyList<LayerActivation> layers, int layer) =>
        layer > 0 && layers[layer - 1].Kind == "Flatten" ? InputOf(sample, layers, layer - 1) : null;

    private static float[] ValuesOf(Parameter parameter)
    {
        float[] values = new float[parameter.Count];
        parameter.Values.FlattenTo(values);
        return values;
    }

    private static string Counted(int count, string noun) => count == 1 ? $"one {noun}" : $"{count} {noun}s";
}
