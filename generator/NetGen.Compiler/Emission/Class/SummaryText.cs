using System.Globalization;
using System.Text;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Emission;

/// <summary>The table that a network has as its constant Summary, in the manner of PyTorch's torchinfo.</summary>
internal static class SummaryText
{
    private const string Gap = "  ";
    private const int TextColumns = 3;
    private static readonly string[] Head = ["Layer", "Kind", "Output shape", "Parameters", "Multiply-adds"];

    /// <summary>The table's lines.</summary>
    /// <param name="network">The network.</param>
    /// <param name="predictionBytes">Bytes of activations for each sample of a prediction.</param>
    /// <param name="trainingBytes">Bytes of activations for each sample of a training step.</param>
    public static IReadOnlyList<string> Lines(ShapedNetwork network, long predictionBytes, long trainingBytes)
    {
        List<string[]> rows = [Head, .. network.Inputs.Select(input => new[] { input.Name, "", OfBatch(input.Shape), "", "" })];
        foreach (SummaryRow row in SummaryTree.Rows(network))
            rows.Add([row.Label, row.Kind, OfBatch(row.Output), Number(row.Parameters), Number(row.MultiplyAdds)]);
        int[] widths = [.. Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length))];
        string rule = new('─', widths.Sum() + (Gap.Length * (Head.Length - 1)));

        List<string> lines = [network.Class.Name, rule, Line(rows[0], widths), rule];
        lines.AddRange(rows.Skip(1).Select(row => Line(row, widths)));
        lines.Add(rule);
        if (network.Loss is { } loss)
            lines.Add($"Loss: {loss.Loss.Kind}");
        lines.Add($"Total parameters: {Number(network.ParameterCount)} ({Number(sizeof(float) * network.ParameterCount)} bytes)");
        lines.Add($"Trainable parameters: {Number(network.ParameterCount - network.FrozenCount)}");
        if (network.FrozenCount > 0)
            lines.Add($"Frozen parameters: {Number(network.FrozenCount)}");
        if (network.StatisticCount > 0)
            lines.Add($"Running statistics: {Number(network.StatisticCount)}");
        lines.Add($"Multiply-adds of a sample: {Number(network.MultiplyAdds)}");
        lines.Add($"Activations of a sample: {Number(predictionBytes)} bytes in prediction, {Number(trainingBytes)} in training");
        return lines;
    }

    // Text to the left, numbers to the right.
    private static string Line(string[] cells, int[] widths)
    {
        var line = new StringBuilder();
        for (int column = 0; column < cells.Length; column++)
            line.Append(column == 0 ? "" : Gap)
                .Append(column < TextColumns ? cells[column].PadRight(widths[column]) : cells[column].PadLeft(widths[column]));
        return line.ToString().TrimEnd();
    }

    private static string OfBatch(Shape shape) => $"[batch, {string.Join(", ", shape.Sizes)}]";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
