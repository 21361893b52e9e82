namespace NetGen;

/// <summary>Marks a type as a data set, so that networks take its shapes by [Input&lt;T&gt;] and are checked against it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = true)]
public sealed class DataSetAttribute : Attribute
{
    /// <summary>
    /// About how many samples there are to learn from, or 0 where the type does not say. A network with far more parameters than that is
    /// pointed out.
    /// </summary>
    public long Samples { get; init; }
}
