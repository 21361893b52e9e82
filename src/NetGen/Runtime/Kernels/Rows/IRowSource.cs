namespace NetGen.Runtime;

/// <summary>The elements of a matrix, in memory or computed where they are read.</summary>
/// <typeparam name="V">A vector of floats.</typeparam>
public interface IRowSource<V>
    where V : struct
{
    /// <summary>The elements of columns [column, column + lanes) of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The first column.</param>
    V Load(nint row, nint column);
}
