namespace NetGen;

/// <summary>
/// What comes in: as an operand of a composition, [Concat&lt;Lower, Identity&gt;], or as a layer. Any shape, [batch, …], which is kept.
/// </summary>
/// <remarks>See <see href="https://pytorch.org/docs/stable/generated/torch.nn.Identity.html">PyTorch's Identity</see>.</remarks>
public sealed class Identity : Block;
