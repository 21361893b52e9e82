namespace NetGen;

/// <summary>A data set's labels are probabilities of classes, [classes] for each sample.</summary>
/// <param name="count">The number of classes.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = true)]
public sealed class OneHotAttribute(int count) : Attribute
{
    /// <summary>The number of classes.</summary>
    public int Count { get; } = count;
}
