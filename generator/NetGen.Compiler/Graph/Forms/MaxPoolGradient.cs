namespace NetGen.Compiler.Graph;

/// <summary>Form Window: each gradient goes to the position that held the maximum.</summary>
internal sealed class MaxPoolGradient(
    Origin origin, Tensor outputGradient, MaxPoolArgmax tap, TensorShape image, PoolAxis height, PoolAxis width)
    : Tensor(outputGradient.Program, origin, image, [outputGradient, tap])
{
    public PoolAxis Height { get; } = height;

    public PoolAxis Width { get; } = width;

    public override string Operation => "MaxPoolGradient";
}
