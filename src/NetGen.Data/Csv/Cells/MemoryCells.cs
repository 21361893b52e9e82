namespace NetGen.Data;

/// <summary>Cells in an array.</summary>
internal sealed class MemoryCells(int[] cells, int rows, int width) : CellStore(rows, width)
{
    public override ReadOnlySpan<int> this[int row] => cells.AsSpan(row * Width, Width);
}
