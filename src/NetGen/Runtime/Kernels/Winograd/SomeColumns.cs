namespace NetGen.Runtime;

/// <summary>Any columns of a tile.</summary>
/// <param name="first">The first column.</param>
/// <param name="end">The column after the last.</param>
internal readonly struct SomeColumns(int first, int end) : ITileColumns
{
    public int First { get; } = first;

    public int End { get; } = end;
}
