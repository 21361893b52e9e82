using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

/// <summary>A ReLU that says it takes long, and follows in a loop of its own.</summary>
internal readonly struct LongRelu<S, V> : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
{
    public static bool IsLong => true;

    public V Apply(V value, nint row, nint column) => S.Max(S.Zero, value);

    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
