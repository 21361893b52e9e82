namespace NetGen.Compiler.Graph;

/// <summary>A second result of a <see cref="MaxPool"/>: which tap (ky·kernelWidth + kx) held the maximum.</summary>
internal sealed class MaxPoolTap(Origin origin, MaxPool pool) : Tensor(pool.Program, origin, pool.Shape, [pool])
{
    public override string Operation => "MaxPoolTap";
}
