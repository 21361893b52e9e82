namespace NetGen.Compiler.Graph;

/// <summary>Form Window: each gradient is spread evenly over its window.</summary>
internal sealed class AveragePoolGradient(
    Origin origin, Tensor outputGradient, TensorShape image, PoolAxis height, PoolAxis width, AveragePoolDivisor divisor)
    : Tensor(outputGradient.Program, origin, image, [outputGradient])
{
    public PoolAxis Height { get; } = height;

    public PoolAxis Width { get; } = width;

    public AveragePoolDivisor Divisor { get; } = divisor;

    public override string Operation => "AveragePoolGradient";
}
