namespace NetGen.Compiler.Graph;

/// <summary>Form Window: the mean over windows of [height, width, channels].</summary>
internal sealed class AveragePool(Origin origin, Tensor image, PoolAxis height, PoolAxis width, AveragePoolDivisor divisor)
    : Tensor(image.Program, origin, image.Shape.With([height.Count, width.Count, image.Shape[2]]), [image])
{
    public PoolAxis Height { get; } = height;

    public PoolAxis Width { get; } = width;

    public AveragePoolDivisor Divisor { get; } = divisor;

    public override bool SupportsEpilogue => true;

    public override string Operation => $"AveragePool {Height.Kernel}×{Width.Kernel}";
}
