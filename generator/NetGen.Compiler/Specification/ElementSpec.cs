using NetGen.Compiler.Collections;

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
    /// <summary>The kind of the attribute that states a budget, which is no layer.</summary>
    public const string BudgetKind = "Budget";
}
