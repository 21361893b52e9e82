using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Attention, written once for all vector widths.</summary>
/// <remarks>The README of this folder leads from the formula to the code.</remarks>
[CLSCompliant(false)]
public static class Attentions
{
    /// <summary>Terms of the weighted sums of values that follow each other before the next ones do.</summary>
    internal const int TermsAtOnce = 96;

    /// <summary>
    /// output[i] = Σⱼ softmaxⱼ(queries[i] · keys[j] / √features) · values[j] in each head, for the work items [begin, end).
    /// </summary>
    /// <typeparam name="S">The vector width.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="queries">The queries.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="values">The values, of as many steps as the keys.</param>
    /// <param name="mask">Which steps are keys. A query without keys gets 0.</param>
    /// <param name="heads">The heads. With rotary positions there are no more queries than keys.</param>
    /// <param name="dropout">What drops weights.</param>
    /// <param name="output">Gets the heads of the result; other columns stay as they are.</param>
    /// <param name="sums">Gets what the gradient needs.</param>
    /// <param name="begin">The first work item: a head of a sample.</param>
    /// <param name="end">The work item after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Attend<S, V>(
        scoped in AttentionRows queries, scoped in AttentionRows keys, scoped in AttentionRows values, scoped in KeyMask mask,
        in AttentionHeads heads, in AttentionDropout dropout, scoped in AttentionRows output, scoped in AttentionSums sums,
        int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        int features = heads.Features, count = keys.Steps;
        int width = (features + S.Lanes - 1) / S.Lanes * S.Lanes, rows = AttentionBlock.RowsOf(in heads, count);
        RotaryTable? rotary = heads.IsRotary ? RotaryTable.Of(count, features) : null;
        var memory = new AttentionMemory(count, features, width, rows);
        ref float scores = ref memory.Scores, packedQueries = ref memory.Queries, results = ref memory.Results;
        int packed = -1;
        for (int item = begin; item < end; item++)
        {
            int sample = item / heads.Heads, head = item % heads.Heads;
            ref float sampleMask = ref mask.Of(sample);
            if (packed != item / heads.Shared)
            {
                packed = item / heads.Shared;
                int shared = head / heads.Shared;
                HeadRows.Pack<S, V>(
                    ref keys.Head(sample, 0, shared, features), keys.Stride, count, features, 1, ref sampleMask, ref memory.Values, width);
                rotary?.Rotate<S, V>(ref memory.Values, width, count, features, 0, isBackward: false);
                HeadRows.Transpose(ref memory.Values, width, count, features, ref memory.KeyPanels);
                HeadRows.Pack<S, V>(
                    ref values.Head(sample, 0, shared, features), values.Stride, count, features, 1, ref sampleMask,
                    ref memory.Values, width);
            }

            for (int first = 0; first < queries.Steps; first += rows)
            {
                var block = new AttentionBlock(in heads, sample, head, first, queries.Steps, count);
                int reach = block.Columns, columns = (reach + S.Lanes - 1) / S.Lanes * S.Lanes;
                HeadRows.Pack<S, V>(
                    ref queries.Head(sample, first, head, features), queries.Stride, block.Rows, features, heads.Scale,
                    ref Unsafe.NullRef<float>(), ref packedQueries, width);
                rotary?.Rotate<S, V>(ref packedQueries, width, block.Rows, features, block.Step, isBackward: false);
                Products.OfPanels<S, V>(
                    ref packedQueries, width, ref memory.KeyPanels, ref scores, memory.ScoreStride, features, columns, block.Rows);
                AttentionWeights.Exponentials<S, V>(
                    ref scores, memory.ScoreStride, columns, in block, ref sampleMask, in dropout,
                    ref memory.Maxima, ref memory.Factors, ref sums.At(sample, head, first));
                Products.Rows<S, V, Unchanged<V>>(
                    ref scores, memory.ScoreStride, ref memory.Values, ref results, width,
                    reach, TermsAtOnce, width, 0, block.Rows, default);
                for (int row = 0; row < block.Rows; row++)
                    HeadRows.Unpack<S, V>(
                        ref Unsafe.Add(ref results, row * width), features, Unsafe.Add(ref memory.Factors, row),
                        ref output.Head(sample, first + row, head, features));
            }
        }
    }
}
