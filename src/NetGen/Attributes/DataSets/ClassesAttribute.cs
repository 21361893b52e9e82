namespace NetGen;

/// <summary>A data set's labels are class indices, 0 to count − 1.</summary>
/// <param name="count">The number of classes.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = true)]
public sealed class ClassesAttribute(int count) : Attribute
{
    /// <summary>The number of classes.</summary>
    public int Count { get; } = count;

    /// <summary>What has an index of its own.</summary>
    public Per Per { get; init; }
}
