namespace NetGen;

public static partial class Loss
{
    /// <summary>−log softmax(output)[label] (<c>F.cross_entropy</c> with class indices).</summary>
    /// <remarks>
    /// A mean divides by the number of the labels that are not ignored; with weights, by the sum of theirs. Where none counts it is NaN,
    /// and the gradient 0.
    /// </remarks>
    /// <param name="outputs">
    /// The scores of the classes, [samples, classes], or [samples, classes, ..positions] with <paramref name="positions"/>; not yet
    /// probabilities.
    /// </param>
    /// <param name="labels">Class indices, [samples], or [samples, ..positions]. Their number says how many classes there are.</param>
    /// <param name="gradient">Receives the gradient of the outputs; empty if not wanted.</param>
    /// <param name="weight">The weight of each class; empty for 1.</param>
    /// <param name="ignoreIndex">The ignored label, which may be a class or not.</param>
    /// <param name="labelSmoothing">Label smoothing: the part of the target that is spread over all classes, 0 to 1.</param>
    /// <param name="reduction">The reduction of the losses to one number.</param>
    /// <param name="positions">
    /// The positions that have a label of their own behind each class: height · width of an image. Steps whose scores lie side by side,
    /// [samples, steps, classes], have 1.
    /// </param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a label names no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The smoothing is not between 0 and 1, the reduction is neither mean nor sum, or the number of positions is below 1.
    /// </exception>
    public static float CrossEntropy(
        ReadOnlySpan<float> outputs,
        ReadOnlySpan<int> labels,
        Span<float> gradient = default,
        ReadOnlySpan<float> weight = default,
        int ignoreIndex = -100,
        double labelSmoothing = 0,
        Reduction reduction = Reduction.Mean,
        int positions = 1)
    {
        int classes = RequireLabels(outputs, labels, gradient, weight, ignoreIndex, positions);
        RequireSmoothing(labelSmoothing);
        double divisor = DivisorOfLabels(labels, weight, ignoreIndex, reduction);
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            var scores = new ClassRow(row, classes, positions);
            int label = labels[row];
            if (label == ignoreIndex)
            {
                scores.Clear(gradient);
                continue;
            }

            double norm = scores.LogSumExp(outputs);
            double spread = labelSmoothing / classes;
            double total = 0;
            for (int c = 0; c < classes; c++)
            {
                double part = ClassWeight(weight, c) * ((c == label ? 1 - labelSmoothing : 0) + spread);
                if (part != 0)
                    sum += part * (norm - outputs[scores[c]]);
                total += part;
            }

            for (int c = 0; c < classes && !gradient.IsEmpty; c++)
            {
                double part = ClassWeight(weight, c) * ((c == label ? 1 - labelSmoothing : 0) + spread);
                gradient[scores[c]] = Scaled((Math.Exp(outputs[scores[c]] - norm) * total) - part, divisor);
            }
        }

        return (float)(sum / divisor);
    }

    /// <summary>
    /// −Σ target · log softmax(output) over the classes (<c>F.cross_entropy</c> with probabilities). A mean divides by the number of rows,
    /// whatever their classes weigh.
    /// </summary>
    /// <param name="outputs">
    /// The scores of the classes, [samples, classes], or [samples, classes, ..positions] with <paramref name="positions"/>; not yet
    /// probabilities.
    /// </param>
    /// <param name="targets">Probabilities, of the same length and order.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="gradient">Receives the gradient of the outputs; empty if not wanted.</param>
    /// <param name="weight">The weight of each class; empty for 1.</param>
    /// <param name="labelSmoothing">Label smoothing: the part of the target that is spread over all classes, 0 to 1.</param>
    /// <param name="reduction">The reduction of the losses to one number.</param>
    /// <param name="positions">The positions that have probabilities of their own behind each class: height · width of an image.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The smoothing is not between 0 and 1, the reduction is neither mean nor sum, or a number is too small.
    /// </exception>
    public static float CrossEntropy(
        ReadOnlySpan<float> outputs,
        ReadOnlySpan<float> targets,
        int classes,
        Span<float> gradient = default,
        ReadOnlySpan<float> weight = default,
        double labelSmoothing = 0,
        Reduction reduction = Reduction.Mean,
        int positions = 1)
    {
        Require(outputs, targets, gradient);
        RequirePositions(positions);
        RequireSmoothing(labelSmoothing);
        if (classes < 2)
        {
            throw new ArgumentOutOfRangeException(
                nameof(classes), classes,
                $"Expected at least 2 classes; got {classes}. For two classes in one number use {nameof(BCEWithLogits)}.");
        }

        if (outputs.Length % ((long)classes * positions) != 0)
        {
            throw new ArgumentException(
                $"There are {outputs.Length} outputs; expected a multiple of {classes} classes{OfPositions(positions)}.",
                nameof(outputs));
        }

        RequireClassWeights(weight, classes);
        int rows = outputs.Length / classes;
        double divisor = Divisor(reduction, rows);
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            var scores = new ClassRow(row, classes, positions);
            double norm = scores.LogSumExp(outputs);
            double total = 0;
            for (int c = 0; c < classes; c++)
            {
                double part = ClassWeight(weight, c) * ((targets[scores[c]] * (1 - labelSmoothing)) + (labelSmoothing / classes));
                if (part != 0)
                    sum += part * (norm - outputs[scores[c]]);
                total += part;
            }

            for (int c = 0; c < classes && !gradient.IsEmpty; c++)
            {
                double part = ClassWeight(weight, c) * ((targets[scores[c]] * (1 - labelSmoothing)) + (labelSmoothing / classes));
                gradient[scores[c]] = Scaled((Math.Exp(outputs[scores[c]] - norm) * total) - part, divisor);
            }
        }

        return (float)(sum / divisor);
    }

    /// <summary>−output[label] (<c>F.nll_loss</c>): outputs are log probabilities.</summary>
    /// <remarks>
    /// A mean divides by the number of the labels that are not ignored; with weights, by the sum of theirs. Where none counts it is NaN,
    /// and the gradient 0.
    /// </remarks>
    /// <param name="outputs">
    /// Log probabilities as LogSoftmax gives them, [samples, classes], or [samples, classes, ..positions] with <paramref
    /// name="positions"/>.
    /// </param>
    /// <param name="labels">Class indices, [samples], or [samples, ..positions]. Their number says how many classes there are.</param>
    /// <param name="gradient">Receives the gradient of the outputs; empty if not wanted.</param>
    /// <param name="weight">The weight of each class; empty for 1.</param>
    /// <param name="ignoreIndex">The ignored label, which may be a class or not.</param>
    /// <param name="reduction">The reduction of the losses to one number.</param>
    /// <param name="positions">The positions that have a label of their own behind each class: height · width of an image.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or a label names no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The reduction is neither mean nor sum, or the number of positions is below 1.
    /// </exception>
    public static float NLL(
        ReadOnlySpan<float> outputs,
        ReadOnlySpan<int> labels,
        Span<float> gradient = default,
        ReadOnlySpan<float> weight = default,
        int ignoreIndex = -100,
        Reduction reduction = Reduction.Mean,
        int positions = 1)
    {
        int classes = RequireLabels(outputs, labels, gradient, weight, ignoreIndex, positions);
        double divisor = DivisorOfLabels(labels, weight, ignoreIndex, reduction);
        gradient.Clear();
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            if (labels[row] == ignoreIndex)
                continue;
            int output = new ClassRow(row, classes, positions)[labels[row]];
            double factor = ClassWeight(weight, labels[row]);
            sum -= factor * outputs[output];
            if (!gradient.IsEmpty)
                gradient[output] = Scaled(-factor, divisor);
        }

        return (float)(sum / divisor);
    }

    /// <summary>Checks a loss of class indices, and gives the number of classes.</summary>
    private static int RequireLabels(
        ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> gradient, ReadOnlySpan<float> weight, int ignoreIndex,
            int positions)
    {
        RequireOutputs(outputs, gradient);
        RequirePositions(positions);
        if (labels.IsEmpty || labels.Length % positions != 0)
        {
            throw new ArgumentException(
                $"There are {labels.Length} labels; expected one for each sample{OfPositions(positions)}.",
                nameof(labels));
        }

        int classes = outputs.Length / labels.Length;
        if (outputs.Length % labels.Length != 0 || classes < 2)
        {
            throw new ArgumentException(
                $"There are {outputs.Length} outputs and {labels.Length} labels; expected for each label the scores of at least 2 classes. "
                + $"For two classes in one number use {nameof(BCEWithLogits)}.",
                nameof(labels));
        }

        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes && labels[i] != ignoreIndex)
            {
                throw new ArgumentException(
                    $"Label {i} is {labels[i]}; expected 0 to {classes - 1}, or {ignoreIndex}, which is ignored.",
                    nameof(labels));
            }
        }

        RequireClassWeights(weight, classes);
        return classes;
    }

    private static string OfPositions(int positions) => positions == 1 ? "" : $" at each of {positions} positions";

    private static void RequireSmoothing(double labelSmoothing)
    {
        if (!(labelSmoothing is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(labelSmoothing), labelSmoothing,
                $"Expected a number from 0 to 1; got {labelSmoothing}.");
        }
    }

    private static void RequireClassWeights(ReadOnlySpan<float> weight, int classes)
    {
        if (!weight.IsEmpty && weight.Length != classes)
            throw new ArgumentException($"There are {weight.Length} weights and {classes} classes; expected one for each.", nameof(weight));
        RequireNotNegative(weight, nameof(weight));
    }

    private static double ClassWeight(ReadOnlySpan<float> weight, int label) => weight.IsEmpty ? 1 : weight[label];

    private static double DivisorOfLabels(ReadOnlySpan<int> labels, ReadOnlySpan<float> weight, int ignoreIndex, Reduction reduction)
    {
        double divisor = 0;
        foreach (int label in labels)
            divisor += label == ignoreIndex ? 0 : ClassWeight(weight, label);
        return reduction == Reduction.Mean ? divisor : Divisor(reduction, labels.Length);
    }

    // If all labels are ignored, the mean is 0 / 0 and the gradient 0.
    private static float Scaled(double slope, double divisor) => divisor == 0 ? 0 : (float)(slope / divisor);

    /// <summary>Where the scores of one label lie among the outputs, [samples, classes, positions].</summary>
    private readonly struct ClassRow(int row, int classes, int positions)
    {
        private readonly int first = (row / positions * classes * positions) + (row % positions);

        public int this[int label] => first + (label * positions);

        /// <summary>log Σ exp(score), without overflow.</summary>
        public double LogSumExp(ReadOnlySpan<float> outputs)
        {
            double max = double.NegativeInfinity;
            for (int c = 0; c < classes; c++)
                max = Math.Max(max, outputs[this[c]]);
            double sum = 0;
            for (int c = 0; c < classes; c++)
                sum += Math.Exp(outputs[this[c]] - max);
            return max + Math.Log(sum);
        }

        public void Clear(Span<float> gradient)
        {
            for (int c = 0; c < classes && !gradient.IsEmpty; c++)
                gradient[this[c]] = 0;
        }
    }
}
