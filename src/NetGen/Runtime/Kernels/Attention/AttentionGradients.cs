using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>Gradients of attention, written once for all vector widths.</summary>
/// <remarks>
/// Weights are computed again, so that no matrix of queries × keys is kept from the forward pass (Dao et al. 2022,
/// https://arxiv.org/abs/2205.14135, algorithm 4). The README of this folder leads from the formula to the code.
/// </remarks>
[CLSCompliant(false)]
public static class AttentionGradients
{
    /// <summary>
    /// The gradients by queries, keys and values, those of them that <paramref name="gradient"/> has, for the samples [begin, end).
    /// </summary>
    /// <typeparam name="S">The vector width.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="queries">The queries.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="values">The values, of as many steps as the keys.</param>
    /// <param name="mask">Which steps are keys: to others no gradient goes.</param>
    /// <param name="heads">The heads.</param>
    /// <param name="dropout">What dropped weights.</param>
    /// <param name="output">What <see cref="Attentions.Attend"/> gave.</param>
    /// <param name="outputGradient">The gradient by it.</param>
    /// <param name="sums">What <see cref="Attentions.Attend"/> kept.</param>
    /// <param name="gradient">Gets the gradients.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void OfAttention<S, V>(
        scoped in AttentionRows queries, scoped in AttentionRows keys, scoped in AttentionRows values, scoped in KeyMask mask,
        in AttentionHeads heads, in AttentionDropout dropout, scoped in AttentionRows output, scoped in AttentionRows outputGradient,
        scoped in AttentionSums sums, scoped in AttentionGradientRows gradient, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        int features = heads.Features, count = keys.Steps;
        int width = (features + S.Lanes - 1) / S.Lanes * S.Lanes, rows = AttentionBlock.RowsOf(in heads, count);
        RotaryTable? rotary = heads.IsRotary ? RotaryTable.Of(count, features) : null;
        var memory = new AttentionGradientMemory(count, features, width, rows);
        ref float none = ref Unsafe.NullRef<float>();
        for (int sample = begin; sample < end; sample++)
        {
            ClearOthers(in gradient, in heads, sample);
            ref float sampleMask = ref mask.Of(sample);
            for (int shared = 0; shared < heads.KeyValueHeads; shared++)
            {
                HeadRows.Pack<S, V>(
                    ref values.Head(sample, 0, shared, features), values.Stride, count, features, 1, ref sampleMask,
                    ref memory.Keys, width);
                HeadRows.Transpose(ref memory.Keys, width, count, features, ref memory.ValuePanels);
                HeadRows.Pack<S, V>(
                    ref keys.Head(sample, 0, shared, features), keys.Stride, count, features, 1, ref sampleMask, ref memory.Keys, width);
                rotary?.Rotate<S, V>(ref memory.Keys, width, count, features, 0, isBackward: false);
                HeadRows.Transpose(ref memory.Keys, width, count, features, ref memory.KeyPanels);
                memory.ClearSums();
                for (int head = shared * heads.Shared; head < (shared + 1) * heads.Shared; head++)
                {
                    for (int first = 0; first < queries.Steps; first += rows)
                    {
                        var block = new AttentionBlock(in heads, sample, head, first, queries.Steps, count);
                        int reach = block.Columns, columns = (reach + S.Lanes - 1) / S.Lanes * S.Lanes;
                        HeadRows.Pack<S, V>(
                            ref queries.Head(sample, first, head, features), queries.Stride, block.Rows, features, heads.Scale, ref none,
                            ref memory.Queries, width);
                        rotary?.Rotate<S, V>(ref memory.Queries, width, block.Rows, features, block.Step, isBackward: false);
                        HeadRows.Pack<S, V>(
                            ref outputGradient.Head(sample, first, head, features), outputGradient.Stride, block.Rows, features, 1,
                            ref none, ref memory.OutputGradients, width);
                        AttentionWeights.SumProducts<S, V>(
                            ref output.Head(sample, first, head, features), output.Stride, ref memory.OutputGradients, width,
                            block.Rows, features, ref memory.Sums);
                        Products.OfPanels<S, V>(
                            ref memory.Queries, width, ref memory.KeyPanels, ref memory.Scores, memory.ScoreStride,
                            features, columns, block.Rows);
                        Products.OfPanels<S, V>(
                            ref memory.OutputGradients, width, ref memory.ValuePanels, ref memory.ScoreGradients, memory.ScoreStride,
                            features, columns, block.Rows);
                        AttentionWeights.Gradients<S, V>(
                            ref memory.Scores, ref memory.ScoreGradients, memory.ScoreStride, columns, in block, ref sampleMask, in dropout,
                            ref sums.At(sample, head, first), ref memory.Sums);
                        if (gradient.HasValues)
                            WeightGradients.OfProduct<S, V>(
                                ref memory.Scores, memory.ScoreStride, ref memory.OutputGradients, width,
                                ref memory.ValueGradients, width, width, block.Rows, 0, reach, adds: true);
                        if (gradient.HasKeys)
                            WeightGradients.OfProduct<S, V>(
                                ref memory.ScoreGradients, memory.ScoreStride, ref memory.Queries, width,
                                ref memory.KeyGradients, width, width, block.Rows, 0, reach, adds: true);
                        if (gradient.HasQueries)
                        {
                            // The queries of the block are not needed any more: their gradient lies in their place.
                            Products.Rows<S, V, Unchanged<V>>(
                                ref memory.ScoreGradients, memory.ScoreStride, ref memory.Keys, ref memory.Queries, width,
                                reach, Attentions.TermsAtOnce, width, 0, block.Rows, default);
                            rotary?.Rotate<S, V>(ref memory.Queries, width, block.Rows, features, block.Step, isBackward: true);
                            HeadRows.Unpack<S, V>(
                                ref memory.Queries, width, block.Rows, features, heads.Scale,
                                ref gradient.At(sample, first, gradient.QueryColumn + (head * features)), gradient.Stride);
                        }
                    }
                }

                if (gradient.HasKeys)
                {
                    rotary?.Rotate<S, V>(ref memory.KeyGradients, width, count, features, 0, isBackward: true);
                    HeadRows.Unpack<S, V>(
                        ref memory.KeyGradients, width, count, features, 1,
                        ref gradient.At(sample, 0, gradient.KeyColumn + (shared * features)), gradient.Stride);
                }

                if (gradient.HasValues)
                    HeadRows.Unpack<S, V>(
                        ref memory.ValueGradients, width, count, features, 1,
                        ref gradient.At(sample, 0, gradient.ValueColumn + (shared * features)), gradient.Stride);
            }
        }
    }

    /// <summary>Writes 0 to columns that are no head's, padding included.</summary>
    private static void ClearOthers(scoped in AttentionGradientRows gradient, in AttentionHeads heads, int sample)
    {
        int queries = gradient.HasQueries ? heads.Heads : 0, shared = (gradient.HasKeys ? 1 : 0) + (gradient.HasValues ? 1 : 0);
        if ((queries + (shared * heads.KeyValueHeads)) * heads.Features == gradient.Stride)
            return;
        MemoryMarshal.CreateSpan(ref gradient.At(sample, 0, 0), gradient.Steps * gradient.Stride).Clear();
    }
}
