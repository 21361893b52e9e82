namespace NetGen.Compiler.Specification;

/// <summary>
/// What stands between &lt; and &gt;: a block by its key, "" for Identity; of an input, the key of a data set or a network.
/// </summary>
internal sealed record OperandSpec(string Key, string Text, int Site);
