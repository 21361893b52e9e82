namespace NetGen.Compiler.Graph;

/// <summary>Form Window: the maximum over windows of [height, width, channels]; the first of equal values counts.</summary>
internal sealed class MaxPool(Origin origin, Tensor image, PoolAxis height, PoolAxis width)
    : Tensor(image.Program, origin, image.Shape.With([height.Count, width.Count, image.Shape[2]]), [image])
{
    public PoolAxis Height { get; } = height;

    public PoolAxis Width { get; } = width;

    public override bool SupportsEpilogue => true;

    public override string Operation => $"MaxPool {Height.Kernel}×{Width.Kernel}";
}
