namespace NetGen.Runtime;

/// <summary>[element][eight channels][tile][channel].</summary>
internal readonly struct ByElement8 : ITileLayout
{
    public static int Lanes => 8;
}
