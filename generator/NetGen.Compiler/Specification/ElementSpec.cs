using NetGen.Compiler.Language;

namespace NetGen.Compiler.Specification;

/// <summary>
/// One attribute of a network or block as it is written: a layer, loss or statement by the attribute's name, a composition
/// with its operands, or the use of a block.
/// </summary>
/// <param name="Kind">"Conv2d", "Residual", or the block's simple name.</param>
/// <param name="Block">The key of the used block in <see cref="NetworkSpec.Blocks"/>, or "" where this is no use of a block.</param>
/// <param name="Operands">What stands between &lt; and &gt;.</param>
/// <param name="Arguments">In the order written.</param>
/// <param name="Text">As written, for messages: "BasicBlock(128, stride: 2)".</param>
/// <param name="Site">Where the attribute stands.</param>
internal sealed record ElementSpec(
    string Kind, string Block, EquatableArray<OperandSpec> Operands, EquatableArray<ArgumentSpec> Arguments, string Text, int Site)
{
    /// <summary>The site of what stands in another assembly: faults there are shown where its block is used.</summary>
    public const int Elsewhere = -2;
}

/// <summary>
/// What stands between &lt; and &gt;: a block by its key, "" for Identity; of an input, the key of a data set or a network.
/// </summary>
internal sealed record OperandSpec(string Key, string Text, int Site);

/// <summary>An argument: <paramref name="Name"/> is null where it is known by its position alone.</summary>
internal sealed record ArgumentSpec(string? Name, ConstantExpression Value, int Site);
