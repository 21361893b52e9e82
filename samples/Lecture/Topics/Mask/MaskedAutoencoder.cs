using NetGen;

namespace Lecture.Mask;

/// <summary>
/// A transformer that fills in hidden patches: each of 49 patches of 4×4 pixels is a step that looks at all others. The loss is the mean
/// squared error of the hidden pixels alone, since the rest of output and target is 0.
/// </summary>
[Network]
[Input(1, 28, 28, Name = "visible"), Input(1, 28, 28, Name = "hidden")]
[Concat<Identity, Hidden>, Conv2d(64, Patches.Size, Stride = Patches.Size), Flatten(Start = 1), Transpose, PositionEmbedding]
[Encoder(heads: 4, Repeat = 3), LayerNorm, Linear(Patches.Size * Patches.Size)]
[Transpose, Reshape(Patches.Size * Patches.Size, Patches.Side, Patches.Side), PixelShuffle(Patches.Size)]
[Multiply<Identity, Hidden>, MSE]
internal sealed partial class MaskedAutoencoder
{
    [From("hidden")]
    private partial class Hidden : Block;
}
