namespace NetGen.Compiler.Emission;

/// <summary>How much of a tile lies beyond the image: columns of it, and rows of the highest and the lowest tile.</summary>
internal readonly record struct WinogradOverhang(int Left, int Right, int Above, int Below)
{
    public bool MissesRows => Above > 0 || Below > 0;
}
