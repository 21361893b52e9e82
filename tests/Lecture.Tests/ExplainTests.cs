using System.Text.Json;
using System.Text.RegularExpressions;
using Lecture.Explain;
using NetGen;

namespace Lecture.Tests;

/// <summary>What the page says of neurons is what the network computes.</summary>
public partial class ExplainTests
{
    private static readonly Lazy<(DigitCnn Network, DigitView View, Evaluation HeldOut)> Trained = new(() =>
        new DigitLesson(new Lesson("unused", TextWriter.Null) { Threads = 1 }) { Train = 1500, Test = 300, Seen = 4500 }.Run());

    [Fact]
    public void The_network_that_is_explained_reads_digits()
    {
        Assert.True(Trained.Value.HeldOut.Accuracy > 0.9, $"{Trained.Value.HeldOut.Accuracy}");
        Assert.Equal(1, Trained.Value.View.Probabilities.Sum(), 1e-5f);
    }

    [Fact]
    public void A_neuron_of_a_convolution_is_its_window_times_the_kernel_and_the_bias()
    {
        IReadOnlyList<LayerView> layers = Trained.Value.View.Layers;
        foreach (int index in new[] { 1, 4 })
        {
            (LayerView before, LayerView layer) = (layers[index - 1], layers[index]);
            Assert.Equal("Conv2d", layer.Kind);
            (int channels, int height, int width) = (layer.Shape[0], layer.Shape[1], layer.Shape[2]);
            for (int place = 0; place < channels * height * width; place += 7)
            {
                (int channel, int y, int x) = (place / (height * width), place / width % height, place % width);
                Assert.Equal(layer.Values[place], Sum(before, layer, channel, y, x), 1e-3f);
            }
        }
    }

    [Fact]
    public void A_neuron_sees_its_square_of_the_digit_and_no_more()
    {
        (DigitCnn network, DigitView view, _) = Trained.Value;
        (Neuron chosen, LayerView layer) = (view.Chosen, view.Layers[view.Chosen.Layer]);
        Assert.Equal(("conv2d2", 10), (layer.Name, layer.Field.Size));
        (int top, int left) = (layer.Field.Start(chosen.Y), layer.Field.Start(chosen.X));
        float[] outside = [.. view.Layers[0].Values], inside = [.. view.Layers[0].Values];
        for (int i = 0; i < outside.Length; i++)
        {
            (int y, int x) = (i / Mnist.Side, i % Mnist.Side);
            bool isSeen = y >= top && y < top + layer.Field.Size && x >= left && x < left + layer.Field.Size;
            (isSeen ? ref inside[i] : ref outside[i]) = 1.5f;
        }

        Assert.Equal(Value(view), Value(DigitView.Of(network, outside, view.Label)), 1e-3f);
        Assert.True(Math.Abs(Value(view) - Value(DigitView.Of(network, inside, view.Label))) > 0.1f);

        float Value(DigitView other) =>
            other.Layers[chosen.Layer].Values[(((chosen.Channel * layer.Shape[1]) + chosen.Y) * layer.Shape[2]) + chosen.X];
    }

    [Fact]
    public void The_page_has_all_layers_and_loads_nothing()
    {
        string page = ExplainPage.Html(Trained.Value.View);
        Assert.DoesNotContain("{{", page);
        Assert.DoesNotMatch(Loading(), page);
        string json = DataOfPage().Match(page).Groups[1].Value;
        JsonElement layers = JsonDocument.Parse(json).RootElement.GetProperty("layers");
        Assert.Equal(
            ["input", "conv2d1", "relu1", "maxpool2d1", "conv2d2", "relu2", "maxpool2d2", "flatten1", "linear1", "probability"],
            layers.EnumerateArray().Select(layer => layer.GetProperty("name").GetString()));
        Assert.All(layers.EnumerateArray(), layer => Assert.Equal(
            layer.GetProperty("shape").EnumerateArray().Aggregate(1, (product, size) => product * size.GetInt32()),
            layer.GetProperty("values").GetArrayLength()));
    }

    private static float Sum(LayerView before, LayerView layer, int channel, int y, int x)
    {
        (int inputs, int height, int width, int size) = (before.Shape[0], before.Shape[1], before.Shape[2], layer.Window);
        float sum = layer.Bias![channel];
        for (int input = 0; input < inputs; input++)
        {
            for (int i = 0; i < size * size; i++)
            {
                sum += before.Values[(((input * height) + y + (i / size)) * width) + x + (i % size)]
                    * layer.Weight![(((channel * inputs) + input) * size * size) + i];
            }
        }

        return sum;
    }

    [GeneratedRegex("https?:|src=|href=|@import|url\\(|fetch\\(")]
    private static partial Regex Loading();

    [GeneratedRegex("id=\"data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex DataOfPage();
}
