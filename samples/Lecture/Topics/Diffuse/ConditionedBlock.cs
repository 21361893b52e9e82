using NetGen;

namespace Lecture.Diffuse;

/// <summary>
/// Two convolutions that are added to what comes in; between them the condition adds a number to each channel.
/// </summary>
[Residual<Path, Projection>]
internal sealed partial class ConditionedBlock(int width) : Block
{
    [GroupNorm(8), SiLU, Conv2d(Width, 3, Padding = 1)]
    [Sum<Identity, Shift>(Stretch = true)]
    [GroupNorm(8), SiLU, Conv2d(Width, 3, Padding = 1)]
    private partial class Path : Block;

    [From("condition"), Linear(64), SiLU, Linear(Width), Reshape(Width, 1, 1)]
    private partial class Shift : Block;

    [Conv2d(Width, 1)]
    private partial class Projection : Block;
}
