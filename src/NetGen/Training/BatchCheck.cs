using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Rejects values that are not finite, and labels that are not classes, before a training step or an evaluation.
/// </summary>
internal static class BatchCheck
{
    /// <exception cref="ArgumentException">A value is NaN or infinite; the message names its position.</exception>
    public static void RequireFinite(ReadOnlySpan<float> values, int sampleSize, string argument)
    {
        if (IndexOfNonFinite(values) is >= 0 and int i)
        {
            throw new ArgumentException(
                $"Value {i} (sample {i / sampleSize}, value {i % sampleSize} of it) is {values[i]}; expected finite numbers.",
                argument);
        }
    }

    /// <exception cref="ArgumentException">A token is outside of the vocabulary; the message names its position.</exception>
    public static void RequireTokens(ReadOnlySpan<int> tokens, Network network, string argument)
    {
        if (IndexOfNoToken(tokens, network) is >= 0 and int i)
        {
            throw new ArgumentException(
                $"Token {i} (sample {i / network.InputSize}, step {i % network.InputSize} of it) is {tokens[i]}; {ExpectedToken(network)}.",
                argument);
        }
    }

    /// <summary>The tokens that a network takes, as messages name them.</summary>
    public static string ExpectedToken(Network network) =>
        $"{network.FirstLayer} has rows for 0 to {network.Description.Vocabulary - 1}";

    /// <summary>The index of the first token without a row in each Embedding, or -1.</summary>
    public static int IndexOfNoToken(ReadOnlySpan<int> tokens, Network network)
    {
        uint vocabulary = (uint)network.Description.Vocabulary;
        for (int i = 0; i < tokens.Length; i++)
        {
            if ((uint)tokens[i] >= vocabulary)
                return i;
        }

        return -1;
    }

    /// <summary>What a target of KLDiv is.</summary>
    public const string ExpectedProbability = "KLDiv compares probabilities, at least 0; their logarithms are for LogTarget = true";

    /// <summary>What a target is of a loss that does not take all numbers.</summary>
    public static string ExpectedTarget(Network network) => network.Description.Loss is { Kind: "KLDiv" }
        ? ExpectedProbability
        : $"MultiLabelMargin takes class indices, 0 to {network.OutputSize - 1}, and -1 after the last";

    /// <exception cref="ArgumentException">A target is not finite, or none that the loss takes; the message names its position.</exception>
    public static void RequireTargets(ReadOnlySpan<float> targets, Network network, string argument)
    {
        RequireFinite(targets, network.OutputSize, argument);
        if (IndexOfWrongTarget(targets, network) is >= 0 and int i)
        {
            throw new ArgumentException(
                $"Target {i} (sample {i / network.OutputSize}, target {i % network.OutputSize} of it) is {targets[i]}; "
                    + $"{ExpectedTarget(network)}.",
                argument);
        }
    }

    /// <summary>The index of the first target that the network's loss does not take, or -1.</summary>
    public static int IndexOfWrongTarget(ReadOnlySpan<float> targets, Network network) =>
        network.Description.Loss switch
        {
            { Kind: "KLDiv", LogTarget: false } => IndexOutside(targets, 0, float.MaxValue),
            { Kind: "MultiLabelMargin" } => IndexOutside(targets, -1, network.OutputSize - 1),
            _ => -1,
        };

    /// <summary>Whether the network's loss does not accept all outputs.</summary>
    public static bool ChecksOutputs(Network network) => network.Description.Loss is { Kind: "BCE", OfLogits: false };

    /// <summary>
    /// Requires outputs that the loss accepts: probabilities, for BCE. An output that is NaN gives a loss that is NaN, and is not reported.
    /// </summary>
    /// <exception cref="InvalidOperationException">An output is none; the message names its position.</exception>
    public static void RequireOutputs(ReadOnlySpan<float> outputs, Network network)
    {
        // A mean of ones may round above 1; the loss clamps it.
        const float Rounding = 1e-5f;
        if (!ChecksOutputs(network) || IndexOutside(outputs, -Rounding, 1 + Rounding) is not (>= 0 and int i))
            return;
        throw new InvalidOperationException(
            $"Output {i % network.OutputSize} of sample {i / network.OutputSize}, which {network.LastLayer} gives, is {outputs[i]}; BCE "
                + "takes probabilities from 0 to 1. "
            + "End the network with [Sigmoid], or with [BCEWithLogits], which takes any numbers.");
    }

    /// <exception cref="ArgumentException">
    /// A label names no class and is not the one that the loss ignores; the message names its position.
    /// </exception>
    public static void RequireClasses(ReadOnlySpan<int> labels, LossDescription loss, string argument)
    {
        if (IndexOfNoClass(labels, loss) is >= 0 and int i)
            throw new ArgumentException($"Label {i} is {labels[i]}; expected {Expected(loss)}.", argument);
    }

    /// <summary>The index of the first value that is NaN or infinite, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int IndexOfNonFinite(ReadOnlySpan<float> values)
    {
        // 0 · x is 0 for every finite x and NaN otherwise, so one sum checks all values. Four sums, so that additions overlap.
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        (Vector<float> a, Vector<float> b, Vector<float> c, Vector<float> d) = (
            Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        int next = 0;
        for (; next + 4 <= vectors.Length; next += 4)
        {
            a += vectors[next] * Vector<float>.Zero;
            b += vectors[next + 1] * Vector<float>.Zero;
            c += vectors[next + 2] * Vector<float>.Zero;
            d += vectors[next + 3] * Vector<float>.Zero;
        }

        for (; next < vectors.Length; next++)
            a += vectors[next] * Vector<float>.Zero;
        Vector<float> sum = a + b + c + d;
        float rest = 0;
        foreach (float value in values[(vectors.Length * Vector<float>.Count)..])
            rest += value * 0;
        if (Vector.Sum(sum) + rest == 0)
            return -1;
        int index = 0;
        while (float.IsFinite(values[index]))
            index++;
        return index;
    }

    /// <summary>The index of the first value below the least or above the greatest, or -1; NaN is neither.</summary>
    private static int IndexOutside(ReadOnlySpan<float> values, float least, float greatest)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        Vector<float> low = new(least);
        Vector<float> high = new(greatest);
        int next = 0;
        while (next < vectors.Length && !Vector.LessThanAny(vectors[next], low) && !Vector.GreaterThanAny(vectors[next], high))
            next++;
        for (int i = next * Vector<float>.Count; i < values.Length; i++)
        {
            if (values[i] < least || values[i] > greatest)
                return i;
        }

        return -1;
    }

    /// <summary>The index of the first label that names no class and is not the one that the loss ignores, or -1.</summary>
    public static int IndexOfNoClass(ReadOnlySpan<int> labels, LossDescription loss)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)loss.Classes && labels[i] != loss.IgnoreIndex)
                return i;
        }

        return -1;
    }

    /// <summary>Of a label of a data set that names no class.</summary>
    /// <param name="data">The set.</param>
    /// <param name="sample">The sample's index in the set.</param>
    /// <param name="position">Which of the sample's labels.</param>
    /// <param name="label">The label.</param>
    /// <param name="loss">The loss or network that defines the classes.</param>
    /// <param name="argument">The argument that the set came by.</param>
    public static ArgumentException NoClass(IDataSet data, int sample, int position, int label, LossDescription loss, string argument)
    {
        string which = data.LabelsPerSample == 1 ? "the label" : $"label {position}";
        return new ArgumentException($"Sample {sample} of '{data.Name}' has {which} {label}; expected {Expected(loss)}.", argument);
    }

    /// <summary>Whether a number cannot be the weight of a sample.</summary>
    public static bool IsNoWeight(float weight) => !(weight >= 0 && float.IsFinite(weight));

    /// <summary>Of a weight that is none.</summary>
    /// <param name="data">The set.</param>
    /// <param name="sample">The sample's index in the set.</param>
    /// <param name="weight">Its weight.</param>
    /// <param name="argument">The argument that it came by.</param>
    public static ArgumentException NoWeight(IDataSet data, int sample, float weight, string argument) =>
        new($"Sample {sample} of '{data.Name}' has the weight {weight}; expected a finite number of at least 0.", argument);

    /// <summary>The labels that a loss takes, as messages name them.</summary>
    private static string Expected(LossDescription loss)
    {
        string ignored = loss.IgnoreIndex is int index && (uint)index >= (uint)loss.Classes ? $", or {index}, which is ignored" : "";
        return $"0 to {loss.Classes - 1}{ignored}";
    }
}
