namespace NetGen.Compiler.Graph;

/// <summary>
/// A weight [r, r, in, out] as Winograd's algorithm multiplies by it: G·w·Gᵀ for each pair of channels, [6, 6, in, out]. It is
/// computed once for all samples.
/// </summary>
internal sealed class WinogradWeight(Origin origin, Tensor weight) : Tensor(
    weight.Program, origin, weight.Shape.With([WinogradSize.Places, WinogradSize.Places, weight.Shape[2], weight.Shape[3]]), [weight])
{
    public WinogradSize Size { get; } = new(weight.Shape[0]);

    public override string Operation => "WinogradWeight";
}
