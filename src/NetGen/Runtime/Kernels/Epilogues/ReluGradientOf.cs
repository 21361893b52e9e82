using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>value where output[row, column] is greater than 0, else 0: the gradient of a ReLU whose output is computed again.</summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <typeparam name="TSource">The elements of the output.</typeparam>
/// <param name="output">What the ReLU gave, [rows, columns].</param>
[CLSCompliant(false)]
public readonly ref struct ReluGradientOf<S, V, TSource>(TSource output) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
    where TSource : struct, IRowSource<V>, allows ref struct
{
    private readonly TSource output = output;

    /// <inheritdoc/>
    public static bool IsLong => TSource.IsLong;

    /// <inheritdoc/>
    public static int Operations => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) => S.SelectGreater(output.Load(row, column), default, value, default);

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
