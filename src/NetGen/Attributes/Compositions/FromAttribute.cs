namespace NetGen;

/// <summary>
/// Begins a block that is an operand, such as the skip of <c>[Concat&lt;Identity, Skip&gt;]</c>, with the result of an element that stands
/// before it instead of what comes in.
/// </summary>
/// <param name="name">
/// What <c>Name</c> calls a layer, the use of a block or a composition before it, or an input; looked for from the innermost block
/// outwards, as it is written or as a path, <c>stage1.conv2</c>. Of what is repeated, the last repetition.
/// </param>
/// <example><code>
/// [Concat&lt;Identity, Skip&gt;]
/// …
/// [From("encoder1")]
/// partial class Skip : Block;
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FromAttribute(string name) : Attribute
{
    /// <summary>The element's name.</summary>
    public string Name { get; } = name;
}
