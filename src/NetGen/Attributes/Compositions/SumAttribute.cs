namespace NetGen;

/// <summary>The sum of the blocks' outputs for the same input, all of one shape, [batch, …], or stretched to one.</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SumAttribute<A, B> : CompositionAttribute
    where A : Block
    where B : Block
{
    /// <summary>
    /// Whether axes of size 1 are stretched to those of the other operands, [batch, channels, 1, 1] + [batch, channels, height, width].
    /// </summary>
    public bool Stretch { get; init; }
}

/// <summary>The sum of the blocks' outputs for the same input, all of one shape, [batch, …], or stretched to one.</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
/// <typeparam name="C">The third block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SumAttribute<A, B, C> : CompositionAttribute
    where A : Block
    where B : Block
    where C : Block
{
    /// <summary>
    /// Whether axes of size 1 are stretched to those of the other operands, [batch, channels, 1, 1] + [batch, channels, height, width].
    /// </summary>
    public bool Stretch { get; init; }
}

/// <summary>The sum of the blocks' outputs for the same input, all of one shape, [batch, …], or stretched to one.</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
/// <typeparam name="C">The third block.</typeparam>
/// <typeparam name="D">The fourth block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SumAttribute<A, B, C, D> : CompositionAttribute
    where A : Block
    where B : Block
    where C : Block
    where D : Block
{
    /// <summary>
    /// Whether axes of size 1 are stretched to those of the other operands, [batch, channels, 1, 1] + [batch, channels, height, width].
    /// </summary>
    public bool Stretch { get; init; }
}

/// <summary>The sum of the blocks' outputs for the same input, all of one shape, [batch, …], or stretched to one.</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
/// <typeparam name="C">The third block.</typeparam>
/// <typeparam name="D">The fourth block.</typeparam>
/// <typeparam name="E">The fifth block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SumAttribute<A, B, C, D, E> : CompositionAttribute
    where A : Block
    where B : Block
    where C : Block
    where D : Block
    where E : Block
{
    /// <summary>
    /// Whether axes of size 1 are stretched to those of the other operands, [batch, channels, 1, 1] + [batch, channels, height, width].
    /// </summary>
    public bool Stretch { get; init; }
}

/// <summary>The sum of the blocks' outputs for the same input, all of one shape, [batch, …], or stretched to one.</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
/// <typeparam name="C">The third block.</typeparam>
/// <typeparam name="D">The fourth block.</typeparam>
/// <typeparam name="E">The fifth block.</typeparam>
/// <typeparam name="F">The sixth block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SumAttribute<A, B, C, D, E, F> : CompositionAttribute
    where A : Block
    where B : Block
    where C : Block
    where D : Block
    where E : Block
    where F : Block
{
    /// <summary>
    /// Whether axes of size 1 are stretched to those of the other operands, [batch, channels, 1, 1] + [batch, channels, height, width].
    /// </summary>
    public bool Stretch { get; init; }
}

/// <summary>The sum of the blocks' outputs for the same input, all of one shape, [batch, …], or stretched to one.</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
/// <typeparam name="C">The third block.</typeparam>
/// <typeparam name="D">The fourth block.</typeparam>
/// <typeparam name="E">The fifth block.</typeparam>
/// <typeparam name="F">The sixth block.</typeparam>
/// <typeparam name="G">The seventh block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SumAttribute<A, B, C, D, E, F, G> : CompositionAttribute
    where A : Block
    where B : Block
    where C : Block
    where D : Block
    where E : Block
    where F : Block
    where G : Block
{
    /// <summary>
    /// Whether axes of size 1 are stretched to those of the other operands, [batch, channels, 1, 1] + [batch, channels, height, width].
    /// </summary>
    public bool Stretch { get; init; }
}

/// <summary>The sum of the blocks' outputs for the same input, all of one shape, [batch, …], or stretched to one.</summary>
/// <typeparam name="A">The first block.</typeparam>
/// <typeparam name="B">The second block.</typeparam>
/// <typeparam name="C">The third block.</typeparam>
/// <typeparam name="D">The fourth block.</typeparam>
/// <typeparam name="E">The fifth block.</typeparam>
/// <typeparam name="F">The sixth block.</typeparam>
/// <typeparam name="G">The seventh block.</typeparam>
/// <typeparam name="H">The eighth block.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SumAttribute<A, B, C, D, E, F, G, H> : CompositionAttribute
    where A : Block
    where B : Block
    where C : Block
    where D : Block
    where E : Block
    where F : Block
    where G : Block
    where H : Block
{
    /// <summary>
    /// Whether axes of size 1 are stretched to those of the other operands, [batch, channels, 1, 1] + [batch, channels, height, width].
    /// </summary>
    public bool Stretch { get; init; }
}
