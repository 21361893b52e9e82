namespace NetGen.Compiler.Layers;

/// <summary>How large an image becomes along one axis: a size, or else a factor.</summary>
internal sealed record UpsampleSide(int? Size, double Factor)
{
    /// <summary>The rows that come out, PyTorch's ⌊size · factor⌋; 0 where none is left.</summary>
    public long Output(long size) => Size ?? (long)Math.Floor(size * Factor);

    /// <summary>The factor where rows lie by it and not by the two sizes; else 0.</summary>
    public double FactorOf(long size) => Size is null && Output(size) != size * Factor ? Factor : 0;
}
