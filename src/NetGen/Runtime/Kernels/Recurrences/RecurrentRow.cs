using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>Rows of states between a tensor, whose rows may be shorter than a vector, and the memory of the loop.</summary>
internal static class RecurrentRow
{
    /// <summary>A float behind a place, or none where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Offset(ref float place, int count) =>
        ref Unsafe.IsNullRef(ref place) ? ref place : ref Unsafe.Add(ref place, count);

    /// <summary>Copies a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<S, V>(ref float from, ref float to, int count)
        where S : ISimd<V>
        where V : struct
    {
        int i = 0;
        for (; i + S.Lanes <= count; i += S.Lanes)
            S.Store(S.Load(ref Unsafe.Add(ref from, i)), ref Unsafe.Add(ref to, i));
        for (; i < count; i++)
            Unsafe.Add(ref to, i) = Unsafe.Add(ref from, i);
    }

    /// <summary>Adds a row to another one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<S, V>(ref float from, ref float to, int count)
        where S : ISimd<V>
        where V : struct
    {
        int i = 0;
        for (; i + S.Lanes <= count; i += S.Lanes)
            S.Store(S.Add(S.Load(ref Unsafe.Add(ref to, i)), S.Load(ref Unsafe.Add(ref from, i))), ref Unsafe.Add(ref to, i));
        for (; i < count; i++)
            Unsafe.Add(ref to, i) += Unsafe.Add(ref from, i);
    }

    /// <summary>Fills a row with zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear<S, V>(ref float row, int count)
        where S : ISimd<V>
        where V : struct
    {
        int i = 0;
        for (; i + S.Lanes <= count; i += S.Lanes)
            S.Store(S.Zero, ref Unsafe.Add(ref row, i));
        for (; i < count; i++)
            Unsafe.Add(ref row, i) = 0;
    }
}
