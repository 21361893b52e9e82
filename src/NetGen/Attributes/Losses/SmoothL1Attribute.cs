namespace NetGen;

/// <summary>
/// With d = |output − target|: ½ d² / β where d is below β, d − ½ β elsewhere; the target has the output's shape, [batch, …].
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html">PyTorch's SmoothL1Loss</see>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SmoothL1Attribute : Attribute
{
    /// <summary>β, not negative.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>The reduction of the losses to one number.</summary>
    public Reduction Reduction { get; init; }

    /// <summary>The target: the data set's labels, or the input.</summary>
    public Target Target { get; init; }

    /// <summary>The loss's name in messages; by default its kind and a number.</summary>
    public string? Name { get; init; }
}
