namespace NetGen.Runtime;

/// <summary>The tile is inside the image.</summary>
internal readonly struct AllColumns : ITileColumns
{
    public int First => 0;

    public int End => 6;
}
