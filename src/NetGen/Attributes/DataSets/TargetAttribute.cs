namespace NetGen;

/// <summary>A data set's labels are numbers of these sizes for each sample.</summary>
/// <param name="sizes">One to three sizes.</param>
[CLSCompliant(false)] // It takes a list, which attributes of some languages cannot.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = true)]
public sealed class TargetAttribute(params int[] sizes) : Attribute
{
    /// <summary>The sizes of one target.</summary>
    public int[] Sizes { get; } = sizes;
}
