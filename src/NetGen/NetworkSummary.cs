using System.Globalization;
using System.Text;
using NetGen.Runtime;

namespace NetGen;

/// <summary>Writes the table of a network's layers.</summary>
internal static class NetworkSummary
{
    private const string Gap = "  ";
    private static readonly string[] Head = ["Layer", "Kind", "Output shape", "Parameters", "Multiply-adds"];

    public static string Of(NetworkDescription network)
    {
        List<string[]> rows = [Head, ["input", "", ShapeText.OfBatch(network.InputShape), "", ""]];
        foreach (LayerDescription layer in network.Layers)
            rows.Add([layer.Name, layer.Kind, ShapeText.OfBatch(layer.OutputShape), Number(layer.Parameters), Number(layer.MultiplyAdds)]);
        int[] widths = [.. Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length))];
        string rule = new('─', widths.Sum() + (Gap.Length * (Head.Length - 1)));

        var text = new StringBuilder();
        text.Append(network.Name).Append('\n').Append(rule).Append('\n');
        for (int row = 0; row < rows.Count; row++)
        {
            text.Append(Line(rows[row], widths)).Append('\n');
            if (row == 0)
                text.Append(rule).Append('\n');
        }

        long parameters = network.Parameters.Sum(tensor => (long)StridedLayout.Elements(tensor.Shape));
        text.Append(rule).Append('\n');
        if (network.Loss is LossDescription loss)
            text.Append($"Loss: {loss.Kind}\n");
        text.Append($"Parameters: {Number(parameters)} ({Number(parameters * sizeof(float))} bytes)\n");
        text.Append($"Multiply-adds for one sample: {Number(network.MultiplyAdds)}\n");
        text.Append($"Memory for one sample: {Number(network.Predict.ActivationSize * sizeof(float))} bytes predicting, ");
        text.Append($"{Number(network.Training.ActivationSize * sizeof(float))} training\n");
        return text.ToString();
    }

    // Text to the left, numbers to the right.
    private static string Line(string[] cells, int[] widths) =>
        string.Join(Gap, cells.Select((cell, column) => column < 3 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd();

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
