using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// value × (1 where input[row, column] is greater than 0, else slope): the gradient of a <see cref="LeakyRelu{S, V}"/> whose input is
/// computed again.
/// </summary>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <typeparam name="TSource">The elements of the input.</typeparam>
/// <param name="input">What it got, [rows, columns].</param>
/// <param name="slope">The slope below 0.</param>
[CLSCompliant(false)]
public readonly ref struct LeakyReluGradientOf<S, V, TSource>(TSource input, float slope) : IEpilogue<V>
    where S : ISimd<V>
    where V : struct
    where TSource : struct, IRowSource<V>, allows ref struct
{
    private readonly TSource input = input;
    private readonly float slope = slope;

    /// <inheritdoc/>
    public static bool IsLong => TSource.IsLong;

    /// <inheritdoc/>
    public static int Operations => 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V value, nint row, nint column) =>
        S.Multiply(value, S.SelectGreater(input.Load(row, column), default, S.One, S.Create(slope)));

    /// <inheritdoc/>
    public void PrefetchBlock(nint row, int lines, int lineStep, int rows)
    {
    }
}
