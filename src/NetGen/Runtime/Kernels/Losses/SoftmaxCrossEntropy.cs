using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Softmax, cross-entropy and its gradient of short rows, vectorised over the batch: the rows of as many samples as a vector has lanes are
/// transposed, so that a vector holds one class of each. A row by itself would wait for one sum, exponential and logarithm after the other.
/// </summary>
/// <remarks>
/// loss = Σ −tᵢ·log pᵢ with p = softmax(x); softmax and logarithm cancel in the gradient, p·Σt − t
/// (https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html).
/// </remarks>
[CLSCompliant(false)]
public static class SoftmaxCrossEntropy
{
    /// <summary>The most classes: a row of more fills its vectors, and needs no lanes of samples.</summary>
    public const int MostClasses = AlignedBlock.FloatsPerLine;

    private const int MostLanes = AlignedBlock.FloatsPerLine;

    /// <summary>Of class indices: the target is 1 for the label and 0 for other classes; a negative label has none.</summary>
    /// <typeparam name="S">The vector width.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="logits">The first float of the scores, [samples, classes].</param>
    /// <param name="stride">
    /// Floats from one row of scores, losses and gradients to the next; those behind the classes of a gradient become 0.
    /// </param>
    /// <param name="labels">The labels of all samples.</param>
    /// <param name="losses">Gets Σ tᵢ·log pᵢ of each sample: the negated loss.</param>
    /// <param name="gradient">Gets (p·Σt − t)·scale.</param>
    /// <param name="classes">How many classes there are, at most <see cref="MostClasses"/>.</param>
    /// <param name="scale">By what the gradient is multiplied.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void OfIndices<S, V>(
        ref float logits, int stride, ReadOnlySpan<int> labels, ref float losses, ref float gradient,
        int classes, float scale, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        ref float scratch = ref StackScratch.Aligned(stackalloc float[(4 * MostClasses + 3) * MostLanes]);
        ref float targets = ref Unsafe.Add(ref scratch, 3 * MostClasses * MostLanes);
        ref float own = ref Unsafe.Add(ref scratch, (4 * MostClasses + 1) * MostLanes);
        for (int first = begin; first < end; first += S.Lanes)
        {
            int samples = Math.Min(S.Lanes, end - first);
            for (int lane = 0; lane < samples; lane++)
                Unsafe.Add(ref own, lane) = labels[first + lane];
            V label = S.Load(ref own);
            for (int i = 0; i < classes; i++)
                S.Store(S.SelectEqual(label, S.Create(i), S.One, S.Zero), ref Unsafe.Add(ref targets, i * S.Lanes));
            Block<S, V>(ref logits, stride, ref losses, ref gradient, classes, scale, first, samples, ref scratch);
        }
    }

    /// <summary>Of target values for each class, as probabilities.</summary>
    /// <typeparam name="S">The vector width.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="logits">The first float of the scores, [samples, classes].</param>
    /// <param name="stride">
    /// Floats from one row of scores, targets, losses and gradients to the next; those behind the classes of a gradient become 0.
    /// </param>
    /// <param name="target">The first float of the targets, [samples, classes].</param>
    /// <param name="losses">Gets Σ tᵢ·log pᵢ of each sample: the negated loss.</param>
    /// <param name="gradient">Gets (p·Σt − t)·scale.</param>
    /// <param name="classes">How many classes there are, at most <see cref="MostClasses"/>.</param>
    /// <param name="scale">By what the gradient is multiplied.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void OfValues<S, V>(
        ref float logits, int stride, ref float target, ref float losses, ref float gradient, int classes, float scale, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        ref float scratch = ref StackScratch.Aligned(stackalloc float[(4 * MostClasses + 3) * MostLanes]);
        ref float targets = ref Unsafe.Add(ref scratch, 3 * MostClasses * MostLanes);
        for (int first = begin; first < end; first += S.Lanes)
        {
            int samples = Math.Min(S.Lanes, end - first);
            Panel.Transpose(ref Unsafe.Add(ref target, (nint)first * stride), stride, samples, classes, ref targets, S.Lanes);
            Block<S, V>(ref logits, stride, ref losses, ref gradient, classes, scale, first, samples, ref scratch);
        }
    }

    /// <summary>As many samples as a vector has lanes, or those left over: other lanes count for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Block<S, V>(
        ref float logits, int stride, ref float losses, ref float gradient,
        int classes, float scale, int first, int samples, ref float scratch)
        where S : ISimd<V>
        where V : struct
    {
        ref float x = ref scratch, exponentials = ref Unsafe.Add(ref scratch, MostClasses * MostLanes);
        ref float slopes = ref Unsafe.Add(ref scratch, 2 * MostClasses * MostLanes);
        ref float targets = ref Unsafe.Add(ref scratch, 3 * MostClasses * MostLanes);
        ref float loss = ref Unsafe.Add(ref scratch, 4 * MostClasses * MostLanes);
        Panel.Transpose(ref Unsafe.Add(ref logits, (nint)first * stride), stride, samples, classes, ref x, S.Lanes);
        V max = S.Create(float.NegativeInfinity), sumOfTargets = S.Zero;
        for (int i = 0; i < classes; i++)
        {
            max = S.Max(max, S.Load(ref Unsafe.Add(ref x, i * S.Lanes)));
            sumOfTargets = S.Add(sumOfTargets, S.Load(ref Unsafe.Add(ref targets, i * S.Lanes)));
        }

        V sum = S.Zero;
        for (int i = 0; i < classes; i++)
        {
            V exponential = S.Exp(S.Subtract(S.Load(ref Unsafe.Add(ref x, i * S.Lanes)), max));
            sum = S.Add(sum, exponential);
            S.Store(exponential, ref Unsafe.Add(ref exponentials, i * S.Lanes));
        }

        V logarithm = S.Log(sum), share = S.Divide(S.One, sum), factor = S.Create(scale), total = S.Zero;
        for (int i = 0; i < classes; i++)
        {
            // A class with target 0 adds 0, even where its logarithm is −∞.
            V target = S.Load(ref Unsafe.Add(ref targets, i * S.Lanes));
            V logProbability = S.Subtract(S.Subtract(S.Load(ref Unsafe.Add(ref x, i * S.Lanes)), max), logarithm);
            total = S.Add(total, S.SelectGreater(S.Abs(target), S.Zero, S.Multiply(target, logProbability), target));

            // An exponential that vanishes keeps a little, so that a gradient of 0 times infinity does not become NaN.
            V probability = S.Multiply(S.ClampMin(S.Load(ref Unsafe.Add(ref exponentials, i * S.Lanes)), S.Create(1e-30f)), share);
            V slope = S.Multiply(S.Subtract(S.Multiply(probability, sumOfTargets), target), factor);
            S.Store(slope, ref Unsafe.Add(ref slopes, i * S.Lanes));
        }

        for (int i = classes; i < stride; i++)
            S.Store(S.Zero, ref Unsafe.Add(ref slopes, i * S.Lanes));
        S.Store(total, ref loss);
        Panel.Transpose(ref loss, S.Lanes, 1, samples, ref Unsafe.Add(ref losses, (nint)first * stride), stride);
        Panel.Transpose(ref slopes, S.Lanes, stride, samples, ref Unsafe.Add(ref gradient, (nint)first * stride), stride);
    }
}
