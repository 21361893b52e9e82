namespace NetGen.Runtime;

/// <summary>One column is left of the image: the first tile of a row where the padding is 1.</summary>
internal readonly struct ColumnsFromSecond : ITileColumns
{
    public int First => 1;

    public int End => 6;
}
