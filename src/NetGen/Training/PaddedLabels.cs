using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Gives the labels of padding steps the value that the loss ignores, whatever they were.</summary>
internal static class PaddedLabels
{
    /// <param name="network">A network whose loss has a label for each step.</param>
    /// <param name="samples">The tokens of the batch, as the workspace passes them on.</param>
    /// <param name="labels">The labels, [samples, steps].</param>
    public static void Ignore(Network network, ReadOnlySpan<float> samples, Span<int> labels)
    {
        if (network.Description.PaddingOfLabels is not { } padding || network.Description.Loss is not { IgnoreIndex: { } ignored } loss)
            return;
        ReadOnlySpan<int> tokens = MemoryMarshal.Cast<float, int>(samples);
        int steps = network.InputSize, each = loss.LabelsPerSample;
        for (int sample = 0; sample < tokens.Length / steps; sample++)
        {
            ReadOnlySpan<int> own = tokens.Slice(sample * steps, steps);

            // The first step of a sample that is all padding is a true one.
            int first = own.ContainsAnyExcept(padding.Token) ? 0 : 1;
            for (int step = first; step < steps; step++)
            {
                if (own[step] == padding.Token)
                    labels[(sample * each) + padding.TrueSteps + step] = ignored;
            }
        }
    }
}
