namespace NetGen.Compiler.Graph;

/// <summary>Form Window: each gradient is distributed to the source pixels by their weights.</summary>
internal sealed class InterpolationGradient(
    Origin origin, Tensor outputGradient, TensorShape image, InterpolationAxis height, InterpolationAxis width)
    : Tensor(outputGradient.Program, origin, image, [outputGradient])
{
    public InterpolationAxis Height { get; } = height;

    public InterpolationAxis Width { get; } = width;

    public override string Operation => $"InterpolationGradient {Height}, {Width}";
}
