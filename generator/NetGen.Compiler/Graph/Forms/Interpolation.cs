namespace NetGen.Compiler.Graph;

/// <summary>Form Window: an image [height, width, channels] resized, each pixel interpolated from those around its place.</summary>
internal sealed class Interpolation(Origin origin, Tensor image, InterpolationAxis height, InterpolationAxis width)
    : Tensor(image.Program, origin, image.Shape.With([height.Count, width.Count, image.Shape[2]]), [image])
{
    public InterpolationAxis Height { get; } = height;

    public InterpolationAxis Width { get; } = width;

    public override bool SupportsEpilogue => true;

    public override string Operation => $"Interpolation {Height}, {Width}";
}
