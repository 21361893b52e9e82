using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Matrices computed element by element, as an activation or a norm's output.</summary>
[CLSCompliant(false)]
public static class RowMaps
{
    /// <summary>output[row, column] = epilogue(source[row, column]) for the rows [begin, end).</summary>
    /// <typeparam name="S">The vector width; its lanes divide <paramref name="columns"/>.</typeparam>
    /// <typeparam name="V">A vector of floats.</typeparam>
    /// <typeparam name="TSource">The elements.</typeparam>
    /// <typeparam name="E">What happens to them.</typeparam>
    /// <param name="source">The elements, [rows, columns].</param>
    /// <param name="output">The first float of the output, [rows, columns].</param>
    /// <param name="stride">Floats from one of its rows to the next.</param>
    /// <param name="columns">Columns of a row, padding included.</param>
    /// <param name="begin">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="epilogue">What happens to the elements.</param>
    public static void Apply<S, V, TSource, E>(
        scoped in TSource source, ref float output, int stride, int columns, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        if (columns == S.Lanes)
            ApplyToVectors<S, V, TSource, E>(in source, ref output, stride, begin, end, in epilogue);
        else if (columns % (2 * S.Lanes) == 0 && !TSource.IsLong && !E.IsLong)
            ApplyToPairs<S, V, TSource, E>(in source, ref output, stride, columns, begin, end, in epilogue);
        else
            ApplyToRows<S, V, TSource, E>(in source, ref output, stride, columns, begin, end, in epilogue);
    }

    /// <summary>A row is one vector: there is nothing to loop over in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void ApplyToVectors<S, V, TSource, E>(
        scoped in TSource source, ref float output, int stride, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        // Copies can stay in registers, while elements are stored.
        TSource elements = source;
        E finish = epilogue;
        for (nint row = begin; row < end; row++)
            S.Store(finish.Apply(elements.Load(row, 0), row, 0), ref Unsafe.Add(ref output, row * stride));
    }

    /// <summary>
    /// Two vectors at a time: one does not wait for the other. A source or an epilogue of many operations
    /// would need more registers than there are.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void ApplyToPairs<S, V, TSource, E>(
        scoped in TSource source, ref float output, int stride, int columns, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        TSource elements = source;
        E finish = epilogue;
        for (nint row = begin; row < end; row++)
        {
            ref float results = ref Unsafe.Add(ref output, row * stride);
            for (nint i = 0; i < columns; i += 2 * S.Lanes)
            {
                nint next = i + S.Lanes;
                V first = finish.Apply(elements.Load(row, i), row, i), second = finish.Apply(elements.Load(row, next), row, next);
                S.Store(first, ref Unsafe.Add(ref results, i));
                S.Store(second, ref Unsafe.Add(ref results, next));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void ApplyToRows<S, V, TSource, E>(
        scoped in TSource source, ref float output, int stride, int columns, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where TSource : struct, IRowSource<V>, allows ref struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        // Copies can stay in registers, while elements are stored.
        TSource elements = source;
        E finish = epilogue;
        for (nint row = begin; row < end; row++)
        {
            ref float results = ref Unsafe.Add(ref output, row * stride);
            for (nint i = 0; i < columns; i += S.Lanes)
                S.Store(finish.Apply(elements.Load(row, i), row, i), ref Unsafe.Add(ref results, i));
        }
    }
}
