using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Finds what must not enter a training step: numbers that are none, and labels that name no class.</summary>
internal static class BatchCheck
{
    /// <exception cref="ArgumentException">A value is NaN or infinite; the message names its place.</exception>
    public static void RequireFinite(ReadOnlySpan<float> values, int sampleSize, string argument)
    {
        // 0 · x is 0 for every finite x and NaN otherwise, so one sum tells of all.
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        Vector<float> sum = Vector<float>.Zero;
        foreach (Vector<float> vector in vectors)
            sum += vector * Vector<float>.Zero;
        float rest = 0;
        foreach (float value in values[(vectors.Length * Vector<float>.Count)..])
            rest += value * 0;
        if (Vector.Sum(sum) + rest != 0)
            ThrowNotFinite(values, sampleSize, argument);
    }

    /// <exception cref="ArgumentException">A label is negative or not below the number of classes; the message names its place.</exception>
    public static void RequireClasses(ReadOnlySpan<int> labels, int classes, string argument)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
                throw new ArgumentException($"Label {i} is {labels[i]}; expected 0 to {classes - 1}.", argument);
        }
    }

    private static void ThrowNotFinite(ReadOnlySpan<float> values, int sampleSize, string argument)
    {
        int i = 0;
        while (float.IsFinite(values[i]))
            i++;
        throw new ArgumentException($"Value {i} (sample {i / sampleSize}, value {i % sampleSize} of it) is {values[i]}; expected finite numbers.", argument);
    }
}
