using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// The margins between the outputs of the classes that a sample has and all others, and their gradient
/// (https://docs.pytorch.org/docs/stable/generated/torch.nn.MultiLabelMarginLoss.html). A sample has few classes: each of them is compared
/// with all others by vectors.
/// </summary>
/// <remarks>
/// loss = Σ max(0, 1 − x[has] + x[not]) / classes. A target lists the classes that the sample has, before its first negative number; a
/// class that is listed twice counts twice.
/// </remarks>
[CLSCompliant(false)]
public static class MultiLabelMargins
{
    /// <summary>The losses.</summary>
    /// <typeparam name="S">The vector width.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="outputs">The first float of the outputs, [samples, classes].</param>
    /// <param name="outputStride">Floats from one row of outputs to the next.</param>
    /// <param name="targets">The first float of the targets, [samples, classes].</param>
    /// <param name="targetStride">Floats from one row of targets to the next.</param>
    /// <param name="losses">Gets the loss of each sample.</param>
    /// <param name="lossStride">Floats from one loss to the next.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Losses<S, V>(
        ref float outputs, int outputStride, ref float targets, int targetStride, ref float losses, int lossStride,
        int classes, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        ref float others = ref Rows(classes);
        for (int sample = begin; sample < end; sample++)
        {
            ref float x = ref Unsafe.Add(ref outputs, (nint)sample * outputStride);
            ref float target = ref Unsafe.Add(ref targets, (nint)sample * targetStride);
            Mark(ref target, ref others, classes);
            float total = 0;
            for (int place = 0; place < classes && !(Unsafe.Add(ref target, place) < 0); place++)
                if (ClassOf(Unsafe.Add(ref target, place), classes) is >= 0 and var has)
                    total += Margins<S, V>(ref x, ref others, 1 - Unsafe.Add(ref x, has), classes);
            Unsafe.Add(ref losses, (nint)sample * lossStride) = total / classes;
        }
    }

    /// <summary>The gradient by the outputs.</summary>
    /// <typeparam name="S">The vector width.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="scale">The first float of the gradient by the losses.</param>
    /// <param name="scaleStride">Floats from one sample's to the next.</param>
    /// <param name="outputs">The first float of the outputs, [samples, classes].</param>
    /// <param name="outputStride">Floats from one row of outputs to the next.</param>
    /// <param name="targets">The first float of the targets, [samples, classes].</param>
    /// <param name="targetStride">Floats from one row of targets to the next.</param>
    /// <param name="gradient">Gets the gradient, [samples, classes].</param>
    /// <param name="gradientStride">Floats from one row of it to the next, all of which are written.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gradient<S, V>(
        ref float scale, int scaleStride, ref float outputs, int outputStride, ref float targets, int targetStride,
        ref float gradient, int gradientStride, int classes, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        ref float others = ref Rows(classes);
        ref float counts = ref Unsafe.Add(ref others, Padded(classes));
        for (int sample = begin; sample < end; sample++)
        {
            ref float x = ref Unsafe.Add(ref outputs, (nint)sample * outputStride);
            ref float target = ref Unsafe.Add(ref targets, (nint)sample * targetStride);
            Mark(ref target, ref others, classes);
            MemoryMarshal.CreateSpan(ref counts, classes).Clear();
            for (int place = 0; place < classes && !(Unsafe.Add(ref target, place) < 0); place++)
                if (ClassOf(Unsafe.Add(ref target, place), classes) is >= 0 and var has)
                    Unsafe.Add(ref counts, has) -=
                        Count<S, V>(ref x, ref others, ref counts, 1 - Unsafe.Add(ref x, has), classes);
            float factor = Unsafe.Add(ref scale, (nint)sample * scaleStride) / classes;
            ref float row = ref Unsafe.Add(ref gradient, (nint)sample * gradientStride);
            int next = 0;
            for (; next <= classes - S.Lanes; next += S.Lanes)
                S.Store(S.Multiply(S.Load(ref Unsafe.Add(ref counts, next)), S.Create(factor)), ref Unsafe.Add(ref row, next));
            for (; next < gradientStride; next++)
                Unsafe.Add(ref row, next) = next < classes ? Unsafe.Add(ref counts, next) * factor : 0;
        }
    }

    private static ref float Rows(int classes) => ref ThreadScratch.Floats(2 * Padded(classes));

    private static int Padded(int classes) =>
        (classes + AlignedBlock.FloatsPerLine - 1) / AlignedBlock.FloatsPerLine * AlignedBlock.FloatsPerLine;

    /// <summary>1 for the classes that a sample has not, 0 for those that it has.</summary>
    private static void Mark(ref float target, ref float others, int classes)
    {
        MemoryMarshal.CreateSpan(ref others, classes).Fill(1);
        for (int place = 0; place < classes && !(Unsafe.Add(ref target, place) < 0); place++)
            if (ClassOf(Unsafe.Add(ref target, place), classes) is >= 0 and var has)
                Unsafe.Add(ref others, has) = 0;
    }

    /// <summary>The class that a number of a target names, or -1 where it names none.</summary>
    private static int ClassOf(float number, int classes)
    {
        float whole = MathF.Round(number);
        return whole >= 0 && whole < classes ? (int)whole : -1;
    }

    /// <summary>Σ max(0, margin + x) over the other classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Margins<S, V>(ref float x, ref float others, float margin, int classes)
        where S : ISimd<V>
        where V : struct
    {
        V first = S.Zero, second = S.Zero, m = S.Create(margin);
        int i = 0;
        for (; i <= classes - (2 * S.Lanes); i += 2 * S.Lanes)
        {
            first = S.Add(first, Missing<S, V>(ref Unsafe.Add(ref x, i), ref Unsafe.Add(ref others, i), m));
            second = S.Add(second, Missing<S, V>(ref Unsafe.Add(ref x, i + S.Lanes), ref Unsafe.Add(ref others, i + S.Lanes), m));
        }

        float sum = S.Sum(S.Add(first, second));
        for (; i < classes; i++)
            if (Unsafe.Add(ref others, i) > 0)
                sum += Math.Max(margin + Unsafe.Add(ref x, i), 0);
        return sum;
    }

    /// <summary>max(0, margin + x) of a vector of other classes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Missing<S, V>(ref float x, ref float others, V margin)
        where S : ISimd<V>
        where V : struct =>
        S.SelectGreater(S.Load(ref others), S.Zero, S.Max(S.Add(margin, S.Load(ref x)), S.Zero), S.Zero);

    /// <summary>Adds 1 to the count of each other class with margin + x above 0, and returns how many these are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Count<S, V>(ref float x, ref float others, ref float counts, float margin, int classes)
        where S : ISimd<V>
        where V : struct
    {
        V total = S.Zero, m = S.Create(margin);
        int i = 0;
        for (; i <= classes - S.Lanes; i += S.Lanes)
        {
            V counted = S.SelectGreater(
                S.Add(m, S.Load(ref Unsafe.Add(ref x, i))), S.Zero, S.Load(ref Unsafe.Add(ref others, i)), S.Zero);
            total = S.Add(total, counted);
            S.Store(S.Add(S.Load(ref Unsafe.Add(ref counts, i)), counted), ref Unsafe.Add(ref counts, i));
        }

        float count = S.Sum(total);
        for (; i < classes; i++)
            if (margin + Unsafe.Add(ref x, i) > 0)
            {
                count += Unsafe.Add(ref others, i);
                Unsafe.Add(ref counts, i) += Unsafe.Add(ref others, i);
            }

        return count;
    }
}
