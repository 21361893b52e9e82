namespace NetGen.Compiler.Graph;

/// <summary>
/// A function of one number with its derivative. <paramref name="Derivative"/> gets the argument x and the result y and uses
/// the one that costs less to keep: from that follows what the backward pass needs.
/// </summary>
/// <param name="Name">The name as it is printed, with its constants: two functions of one name are the same function.</param>
/// <param name="IsMonotone">Whether it never decreases, so that it commutes with taking the maximum.</param>
internal sealed record ScalarFunction(
    string Name,
    Func<ScalarExpression, ScalarExpression> Value,
    Func<ScalarExpression, ScalarExpression, ScalarExpression> Derivative,
    bool IsMonotone)
{
    /// <summary>The attribute of the layer that is this function and has no options, or "".</summary>
    public string Layer { get; init; } = "";

    /// <summary>Names of that layer in other frameworks that are more than a few letters away.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>The values that it gives.</summary>
    public ValueRange Range { get; init; } = ValueRange.Any;

    /// <summary>Whether it takes a comparison or two, as ReLU does, and no exponential.</summary>
    public bool IsCheap { get; init; }

    public bool Equals(ScalarFunction? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
