using Lecture.Pictures;
using NetGen;

namespace Lecture.Explain;

/// <summary>One digit through a convolutional network: every layer's maps, and what a neuron sees, as a page.</summary>
internal sealed class ExplainTopic() : Topic("explain", "Shows what each layer of a CNN makes of one digit, and what each neuron sees.")
{
    public override void Run(Lesson lesson)
    {
        (_, DigitView view, Evaluation heldOut) = new DigitLesson(lesson).Run();
        lesson.Say($"Accuracy on {heldOut.Samples} digits that are held out: {heldOut.Accuracy:P2}. One of them:");
        foreach (string line in Blocks.Lines(DigitImage.Of(view.Layers[0].Values)))
            lesson.Say(line);
        lesson.Say();
        lesson.Say($"{"layer",-14}{"kind",-11}{"shape",-11}{"smallest",10}{"largest",10}   a neuron sees");
        foreach (LayerView layer in view.Layers)
        {
            string shape = string.Join("×", layer.Shape);
            lesson.Say($"{layer.Name,-14}{layer.Kind,-11}{shape,-11}{layer.Values.Min(),10:F2}{layer.Values.Max(),10:F2}"
                + $"   {layer.Field.Size}×{layer.Field.Size} pixels");
        }

        LayerView last = view.Layers.Last(layer => layer.Kind == "MaxPool2d");
        lesson.Say();
        lesson.Say($"The maps of {last.Name}, {string.Join("×", last.Shape)}:");
        foreach (string line in Blocks.Lines(Maps(last)))
            lesson.Say(line);
        TellNeuron(lesson, view);
        lesson.Say();
        for (int digit = 0; digit < view.Probabilities.Length; digit++)
        {
            string bar = new('█', (int)MathF.Round(view.Probabilities[digit] * 50));
            lesson.Say($"{digit} {view.Probabilities[digit],8:P2} {bar}{(digit == view.Label ? " ← the digit" : "")}");
        }

        File.WriteAllText(lesson.Picture("explain.html"), ExplainPage.Html(view));
    }

    private static void TellNeuron(Lesson lesson, DigitView view)
    {
        (Neuron neuron, LayerView layer) = (view.Chosen, view.Layers[view.Chosen.Layer]);
        (int top, int left, int size) = (layer.Field.Start(neuron.Y), layer.Field.Start(neuron.X), layer.Field.Size);
        lesson.Say($"The strongest neuron of {layer.Name} is [{neuron.Channel}, {neuron.Y}, {neuron.X}]. It gives "
            + $"{layer.Values.Max():F2}, and sees");
        lesson.Say($"rows {top} to {top + size - 1} and columns {left} to {left + size - 1} of the digit:");
        ReadOnlySpan<float> digit = view.Layers[0].Values;
        var seen = new float[size * size];
        for (int y = 0; y < size; y++)
            digit.Slice(((top + y) * Mnist.Side) + left, size).CopyTo(seen.AsSpan(y * size));
        foreach (string line in Blocks.Lines(GreyImage.Stretched(size, size, seen)))
            lesson.Say("  " + line);
    }

    /// <summary>All maps of a layer, six a row, all in the same shades.</summary>
    private static GreyImage Maps(LayerView layer)
    {
        (int height, int width) = (layer.Shape[1], layer.Shape[2]);
        float largest = layer.Values.Max();
        return ImageGrid.Of(
            [
                .. layer.Values.Chunk(height * width)
                    .Select(map => new GreyImage(width, height, [.. map.Select(value => value / largest)])),
            ],
            columns: 6, gap: 1, background: 0.5f);
    }
}
