namespace NetGen.Compiler.Graph;

/// <summary>A second result of a <see cref="MaxPool"/>: the argmax index, ky·kernelWidth + kx.</summary>
internal sealed class MaxPoolArgmax(Origin origin, MaxPool pool) : Tensor(pool.Program, origin, pool.Shape, [pool])
{
    public override string Operation => "MaxPoolArgmax";
}
