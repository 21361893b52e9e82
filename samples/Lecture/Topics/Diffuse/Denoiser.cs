using NetGen;

namespace Lecture.Diffuse;

/// <summary>
/// A U-Net: down to 7×7, where a pixel knows of the whole digit, and up again, joined with what was there on the way down.
/// Works on 14×14 patches of 2×2 pixels, which costs a quarter of working on pixels.
/// </summary>
[Network]
[Input(1, 28, 28, Name = "noisy"), Input(Condition.Size, Name = "condition")]
[PixelUnshuffle(2), Conv2d(32, 3, Padding = 1)]
[ConditionedBlock(32), Concat<Below, Identity>, ConditionedBlock(32)]
[GroupNorm(8), SiLU, Conv2d(4, 3, Padding = 1, Name = "last"), PixelShuffle(2)]
[MSE]
internal sealed partial class Denoiser
{
    [Conv2d(64, 3, Stride = 2, Padding = 1), ConditionedBlock(64, Repeat = 2), ConvTranspose2d(32, 2, Stride = 2)]
    private partial class Below : Block;
}
