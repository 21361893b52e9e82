namespace NetGen.Compiler.Graph;

/// <summary>The origin of a node: its layer, forward or backward. Emitted names and the order of the passes depend on it.</summary>
/// <param name="Layer">The layer's name, as diagnostics say it.</param>
/// <param name="IsBackward">Whether the node belongs to the backward pass.</param>
internal readonly record struct Origin(string Layer, bool IsBackward = false)
{
    /// <summary>The same layer in the backward pass.</summary>
    public Origin Backward => this with { IsBackward = true };
}
