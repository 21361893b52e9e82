using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>Gives the labels of padding steps the value that the loss ignores, whatever they were.</summary>
internal static class PaddedLabels
{
    /// <param name="network">A network whose loss has a label for each step.</param>
    /// <param name="samples">The samples of the batch, as the workspace passes them on.</param>
    /// <param name="labels">The labels, [samples, steps].</param>
    public static void Ignore(Network network, ReadOnlySpan<float> samples, Span<int> labels)
    {
        if (network.Description.PaddingOfLabels is not { } padding || network.Description.Loss is not { IgnoreIndex: { } ignored } loss)
            return;
        ReadOnlySpan<int> rows = MemoryMarshal.Cast<float, int>(samples);
        InputDescription[] inputs = network.Description.Inputs;
        int row = network.InputSize, start = inputs.Length == 0 ? 0 : network.OffsetOfInput(padding.Input);
        int steps = inputs.Length == 0 ? row : inputs[padding.Input].Steps, each = loss.LabelsPerSample;
        for (int sample = 0; sample < rows.Length / row; sample++)
        {
            ReadOnlySpan<int> own = rows.Slice((sample * row) + start, inputs.Length == 0 ? row : inputs[padding.Input].RowSize);
            Span<int> ofSteps = labels.Slice((sample * each) + padding.TrueSteps, steps);
            if (padding.Token is not int token)
            {
                ofSteps[Math.Max(1, own[^1])..].Fill(ignored);
                continue;
            }

            // The first step of a sample that is all padding is a true one.
            for (int step = own[..steps].ContainsAnyExcept(token) ? 0 : 1; step < steps; step++)
            {
                if (own[step] == token)
                    ofSteps[step] = ignored;
            }
        }
    }
}
