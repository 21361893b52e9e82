using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>Looks up rows of a table by tokens, and adds gradients to the rows that were looked up.</summary>
[CLSCompliant(false)]
public static class Gathers
{
    /// <summary>output[sample, step] = epilogue(table[tokens[sample, step]]), for the samples [begin, end).</summary>
    /// <typeparam name="S">The vector width; its lanes divide the columns.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="E">What follows; a row is a step, counted over the batch.</typeparam>
    /// <param name="tokens">The tokens, [samples, steps]; each names a row of the table.</param>
    /// <param name="steps">Tokens of a sample.</param>
    /// <param name="table">The table, [rows, columns].</param>
    /// <param name="output">The result, [samples, steps, columns].</param>
    /// <param name="sampleStride">Floats from one sample of the result to the next.</param>
    /// <param name="columns">Floats of a row, padding included.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    /// <param name="epilogue">What follows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Rows<S, V, E>(
        ref int tokens, int steps, ref float table, ref float output, int sampleStride, int columns, int begin, int end,
        scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        E finish = epilogue;
        for (int sample = begin; sample < end; sample++)
        {
            ref float result = ref Unsafe.Add(ref output, (nint)sample * sampleStride);
            for (int step = 0; step < steps; step++)
            {
                nint row = ((nint)sample * steps) + step;
                ref float source = ref Unsafe.Add(ref table, (nint)Unsafe.Add(ref tokens, row) * columns);
                for (int column = 0; column < columns; column += S.Lanes)
                    S.Store(finish.Apply(S.Load(ref Unsafe.Add(ref source, column)), row, column), ref Unsafe.Add(ref result, column));
                result = ref Unsafe.Add(ref result, columns);
            }
        }
    }

    /// <summary>
    /// mask[sample, step] = 1 where the token is none of padding, else 0, for the samples [begin, end). The first step of a sample that is
    /// all padding is a true one.
    /// </summary>
    /// <param name="tokens">The tokens, [samples, steps].</param>
    /// <param name="steps">Tokens of a sample.</param>
    /// <param name="paddingToken">The token that pads samples.</param>
    /// <param name="mask">The result, [samples, steps].</param>
    /// <param name="sampleStride">Floats from one sample of the result to the next.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    public static void Mask(ref int tokens, int steps, int paddingToken, ref float mask, int sampleStride, int begin, int end)
    {
        for (int sample = begin; sample < end; sample++)
        {
            ReadOnlySpan<int> own = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref tokens, (nint)sample * steps), steps);
            Span<float> result = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref mask, (nint)sample * sampleStride), steps);
            for (int step = 0; step < steps; step++)
                result[step] = own[step] == paddingToken ? 0 : 1;
            if (!own.ContainsAnyExcept(paddingToken))
                result[0] = 1;
        }
    }

    /// <summary>
    /// mask[sample, step] = 1 for as many steps as the sample has, else 0, for the samples [begin, end). The first step of a sample without
    /// any is a true one.
    /// </summary>
    /// <param name="lengths">How many steps are true, [samples].</param>
    /// <param name="steps">Steps of a sample.</param>
    /// <param name="mask">The result, [samples, steps].</param>
    /// <param name="sampleStride">Floats from one sample of the result to the next.</param>
    /// <param name="begin">The first sample.</param>
    /// <param name="end">The sample after the last.</param>
    public static void MaskOfLengths(ref int lengths, int steps, ref float mask, int sampleStride, int begin, int end)
    {
        for (int sample = begin; sample < end; sample++)
        {
            Span<float> result = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref mask, (nint)sample * sampleStride), steps);
            int length = Math.Clamp(Unsafe.Add(ref lengths, sample), 1, steps);
            result[..length].Fill(1);
            result[length..].Clear();
        }
    }

    /// <summary>
    /// The gradient of <see cref="Rows"/> by the rows [beginRow, endRow) of the table: each is the sum of the gradients of the steps whose
    /// token names it, in the order of samples and steps. A row that no token names gets zeros.
    /// </summary>
    /// <remarks>
    /// Each call reads all tokens, which are few bytes beside the gradients, and adds those of its rows: so rows can be shared by threads,
    /// and no sum depends on how.
    /// </remarks>
    /// <typeparam name="S">The vector width; its lanes divide the columns.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <param name="tokens">The tokens, [samples, steps].</param>
    /// <param name="steps">Tokens of a sample.</param>
    /// <param name="outputGradient">The gradient of what was looked up, [samples, steps, columns].</param>
    /// <param name="sampleStride">Floats from one sample of it to the next.</param>
    /// <param name="tableGradient">The gradient of the table, [rows, columns].</param>
    /// <param name="columns">Floats of a row, padding included.</param>
    /// <param name="samples">Samples of the batch.</param>
    /// <param name="beginRow">The first row.</param>
    /// <param name="endRow">The row after the last.</param>
    /// <param name="paddingRow">The row whose gradient is 0, or -1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddRows<S, V>(
        ref int tokens, int steps, ref float outputGradient, int sampleStride, ref float tableGradient, int columns, int samples,
        int beginRow, int endRow, int paddingRow = -1)
        where S : ISimd<V>
        where V : struct
    {
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref tableGradient, (nint)beginRow * columns), (endRow - beginRow) * columns).Clear();
        for (int sample = 0; sample < samples; sample++)
        {
            ref float gradient = ref Unsafe.Add(ref outputGradient, (nint)sample * sampleStride);
            for (int step = 0; step < steps; step++)
            {
                int token = Unsafe.Add(ref tokens, ((nint)sample * steps) + step);
                if (token >= beginRow && token < endRow && token != paddingRow)
                {
                    ref float row = ref Unsafe.Add(ref tableGradient, (nint)token * columns);
                    for (int column = 0; column < columns; column += S.Lanes)
                    {
                        ref float sum = ref Unsafe.Add(ref row, column);
                        S.Store(S.Add(S.Load(ref sum), S.Load(ref Unsafe.Add(ref gradient, column))), ref sum);
                    }
                }

                gradient = ref Unsafe.Add(ref gradient, columns);
            }
        }
    }
}
