using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>What an epilogue makes of the elements of a source.</summary>
/// <typeparam name="V">A vector of floats.</typeparam>
/// <typeparam name="TSource">The source.</typeparam>
/// <typeparam name="E">The epilogue.</typeparam>
/// <param name="source">The source, [rows, columns].</param>
/// <param name="epilogue">What happens to its elements.</param>
public readonly ref struct Mapped<V, TSource, E>(TSource source, E epilogue) : IRowSource<V>
    where V : struct
    where TSource : struct, IRowSource<V>, allows ref struct
    where E : struct, IEpilogue<V>, allows ref struct
{
    private readonly TSource source = source;
    private readonly E epilogue = epilogue;

    /// <inheritdoc/>
    public static bool IsLong => TSource.IsLong || E.IsLong;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Load(nint row, nint column) => epilogue.Apply(source.Load(row, column), row, column);
}
