namespace NetGen;

/// <summary>What comes in is what a data set holds, or what another network gives.</summary>
/// <typeparam name="T">A type with [DataSet] and [Sample(…)], or a class with [Network].</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class InputAttribute<T> : Attribute
{    /// <summary>
    /// What operands begin with it by, <c>[From("time")]</c>, and callers hand it over by; each input behind the first needs one. The first
    /// is called input otherwise.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// The token that pads samples to their length. Steps that hold it are no keys of an attention, and have no label; a sample that is all
    /// padding counts its first step as true.
    /// </summary>
    public int PaddingToken { get; init; }
}
