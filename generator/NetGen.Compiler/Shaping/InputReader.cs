namespace NetGen.Compiler.Shaping;

/// <summary>What reads a network's input first: a layer, a composition with a branch that changes nothing, or a named output.</summary>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Text">The attribute as written.</param>
/// <param name="Site">Where it stands.</param>
internal sealed record InputReader(string Kind, string Text, int Site);
