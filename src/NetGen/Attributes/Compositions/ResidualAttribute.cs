namespace NetGen;

/// <summary>x + A(x). [batch, …] → the same shape.</summary>
/// <typeparam name="A">The block whose output is added.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ResidualAttribute<A> : CompositionAttribute
    where A : Block
{
    /// <summary>Whether x is added only where A keeps the shape; if false, a changed shape is an error.</summary>
    public bool WhenShapeKept { get; init; }
}

/// <summary>A(x) + x where A keeps the shape, A(x) + P(x) where it does not. [batch, …] → what A gives.</summary>
/// <typeparam name="A">The block whose output is added.</typeparam>
/// <typeparam name="P">The projection of x onto A's shape, which exists only where it is needed.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ResidualAttribute<A, P> : CompositionAttribute
    where A : Block
    where P : Block;
