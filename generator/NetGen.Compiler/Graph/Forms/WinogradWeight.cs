namespace NetGen.Compiler.Graph;

/// <summary>
/// A weight [r, r, in, out] as Winograd's algorithm multiplies by it: G·w·Gᵀ for each pair of channels, [6, 6, in, out]. It is
/// computed once for all samples. Of a weight [1, r, in, out] it is G·w, [1, 6, in, out].
/// </summary>
internal sealed class WinogradWeight(Origin origin, Tensor weight) : Tensor(
    weight.Program, origin,
    weight.Shape.With([weight.Shape[0] == 1 ? 1 : WinogradSize.Places, WinogradSize.Places, weight.Shape[2], weight.Shape[3]]), [weight])
{
    public WinogradSize Size { get; } = new(weight.Shape[1], weight.Shape[0] == 1);

    public override string Operation => "WinogradWeight";
}
