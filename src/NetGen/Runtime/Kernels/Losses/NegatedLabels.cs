using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// The negated output of the class that a label names, which is the loss of a sample whose outputs are log probabilities
/// (https://docs.pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html), and its gradient: one number of a row.
/// </summary>
public static class NegatedLabels
{
    /// <summary>The losses.</summary>
    /// <param name="labels">The labels of all samples; negative where one is ignored.</param>
    /// <param name="outputs">The first float of the outputs, [samples, classes].</param>
    /// <param name="outputStride">Floats from one row of outputs to the next.</param>
    /// <param name="losses">Gets −output[label] of each sample, and 0 where the label is ignored.</param>
    /// <param name="lossStride">Floats from one loss to the next.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Losses(
        ReadOnlySpan<int> labels, ref float outputs, int outputStride, ref float losses, int lossStride, int begin, int end)
    {
        for (int sample = begin; sample < end; sample++)
        {
            int label = labels[sample];
            Unsafe.Add(ref losses, (nint)sample * lossStride) =
                label < 0 ? 0 : -Unsafe.Add(ref outputs, ((nint)sample * outputStride) + label);
        }
    }

    /// <summary>The gradient by the outputs: 0 but for the output of the label.</summary>
    /// <param name="labels">The labels of all samples; negative where one is ignored.</param>
    /// <param name="scale">The first float of the gradient by the losses.</param>
    /// <param name="scaleStride">Floats from one sample's to the next.</param>
    /// <param name="gradient">Gets the gradient, [samples, classes].</param>
    /// <param name="gradientStride">Floats from one row of it to the next, all of which are written.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gradient(
        ReadOnlySpan<int> labels, ref float scale, int scaleStride, ref float gradient, int gradientStride, int begin, int end)
    {
        for (int sample = begin; sample < end; sample++)
        {
            ref float row = ref Unsafe.Add(ref gradient, (nint)sample * gradientStride);
            MemoryMarshal.CreateSpan(ref row, gradientStride).Clear();
            if (labels[sample] >= 0)
                Unsafe.Add(ref row, labels[sample]) = -Unsafe.Add(ref scale, (nint)sample * scaleStride);
        }
    }
}
