namespace NetGen.Runtime;

/// <summary>The elements of a matrix, in memory or computed where they are read.</summary>
/// <typeparam name="V">A vector of floats.</typeparam>
public interface IRowSource<V>
    where V : struct
{
    /// <summary>Whether they are computed by many operations: the JIT inlines only so much into a loop.</summary>
    static abstract bool IsLong { get; }

    /// <summary>The elements of columns [column, column + lanes) of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The first column.</param>
    V Load(nint row, nint column);
}
