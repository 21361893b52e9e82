namespace NetGen;

/// <summary>The base class of blocks: a block is a layer that its user writes, with attributes, and uses as an attribute.</summary>
/// <example><code>
/// [Conv2d(Width, 3, Padding = 1), BatchNorm, ReLU]
/// public partial class ConvNormReLU(int width) : Block;
/// </code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class Block : Attribute
{
    /// <summary>In a block's attributes, the channels or features that come in. Its value here has no meaning.</summary>
    protected const int In = 1;

    /// <summary>In a block's attributes, the size of the first axis that comes in. Its value here has no meaning.</summary>
    protected const int In0 = 1;

    /// <summary>In a block's attributes, the size of the second axis that comes in. Its value here has no meaning.</summary>
    protected const int In1 = 1;

    /// <summary>In a block's attributes, the size of the third axis that comes in. Its value here has no meaning.</summary>
    protected const int In2 = 1;

    /// <summary>
    /// Whether all layers within are frozen: their parameters are loaded, saved and used, but not trained, and running statistics are used
    /// and kept, in training too.
    /// </summary>
    public bool Frozen { get; init; }

    /// <summary>The level that this use adds to layer names; by default the block's name and a number.</summary>
    public string? Name { get; init; }

    /// <summary>How often the block is repeated; 0 omits it.</summary>
    public int Repeat { get; init; } = 1;
}
