namespace NetGen.Compiler.Graph;

/// <summary>
/// The gradient of a weight, [r, r, in, out], from that by its <see cref="WinogradWeight"/>: Gᵀ·u·G for each pair of channels, or Gᵀ·u of
/// a line, u being the sum of all blocks.
/// </summary>
internal sealed class WinogradWeightGradient(Origin origin, WinogradTransformedGradient gradient) : Tensor(
    gradient.Program, origin,
        gradient.Shape.With([gradient.Size.WindowHeight, gradient.Size.Window, gradient.Shape[2], gradient.Shape[3]]), [gradient])
{
    public WinogradSize Size { get; } = gradient.Size;

    /// <summary>The sums over blocks of samples that are added first.</summary>
    public int Blocks { get; } = gradient.Blocks;

    public override string Operation => "WinogradWeightGradient";
}
