namespace NetGen.Runtime;

/// <summary>[tile][element][channel].</summary>
internal readonly struct ByTile : ITileLayout
{
    public static int Lanes => 0;
}
