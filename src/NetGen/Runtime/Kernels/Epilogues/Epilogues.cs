using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Long epilogues, in a loop of their own.</summary>
internal static class Epilogues
{
    /// <summary>output[row, column] = epilogue(output[row, column]) for the rows [begin, end) and columns [column, endColumn).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Apply<S, V, E>(ref float output, nint stride, int column, int endColumn, int begin, int end, scoped in E epilogue)
        where S : ISimd<V>
        where V : struct
        where E : struct, IEpilogue<V>, allows ref struct
    {
        E finish = epilogue;
        for (int row = begin; row < end; row++)
        {
            ref float results = ref Unsafe.Add(ref output, row * stride);
            for (int i = column; i < endColumn; i += S.Lanes)
                S.Store(finish.Apply(S.Load(ref Unsafe.Add(ref results, i)), row, i), ref Unsafe.Add(ref results, i));
        }
    }
}
