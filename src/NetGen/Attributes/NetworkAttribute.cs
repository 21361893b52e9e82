namespace NetGen;

/// <summary>Marks a class as a neural network: its other attributes are the layers, read top to bottom and left to right, and its other part is generated.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>
    /// Whether convolutions with 3×3 windows may be computed by Winograd's F(4×4, 3×3), which takes a quarter of the
    /// multiplications. Its results differ from those of the direct sum by a few millionths of the largest value.
    /// </summary>
    public bool Winograd { get; set; } = true;
}
