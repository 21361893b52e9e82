namespace NetGen.Compiler.Diagnostics;

/// <summary>A block in use.</summary>
/// <param name="Block">The block's key.</param>
/// <param name="Text">The use as it is written: "BasicBlock(128, stride: 2)".</param>
/// <param name="Name">The level it adds to names, or "" for an operand.</param>
/// <param name="Site">Where the use stands.</param>
/// <param name="Number">Tells one use from the next: a repetition has the same site.</param>
internal sealed record BlockUse(string Block, string Text, string Name, int Site, int Number);
