namespace NetGen.Runtime;

/// <summary>[element][sixteen channels][tile][channel].</summary>
internal readonly struct ByElement16 : ITileLayout
{
    public static int Lanes => 16;
}
