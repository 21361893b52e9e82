namespace NetGen.Runtime;

/// <summary>One column of six is right of the image: the last tile of a row where the padding is 1.</summary>
internal readonly struct ColumnsBeforeLast : ITileColumns
{
    public int First => 0;

    public int End => 5;
}
