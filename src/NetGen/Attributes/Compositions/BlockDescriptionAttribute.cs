namespace NetGen;

/// <summary>
/// A block's layers as text, by which projects that have the block only as a compiled assembly can use it. The generator writes it on each
/// block that other assemblies can see.
/// </summary>
/// <param name="version">The version of the text's form, which a reader must know.</param>
/// <param name="text">The block and the blocks that it uses.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BlockDescriptionAttribute(int version, string text) : Attribute
{
    /// <summary>The version of the text's form.</summary>
    public int Version { get; } = version;

    /// <summary>The block and the blocks that it uses.</summary>
    public string Text { get; } = text;
}
