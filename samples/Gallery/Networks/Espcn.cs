namespace Gallery.Networks;

/// <summary>
/// ESPCN, three times the sides of a grey image: <see href="https://arxiv.org/abs/1609.05158">Shi et al. 2016</see>.
/// 22,729 parameters: a sum of our own over the layers (5, 64), (3, 32), (3, 3²) of section 3.2, the paper states none.
/// </summary>
[Network]
[Input(1, 17, 17)]
[Conv2d(64, 5, Padding = 2), Tanh]
[Conv2d(32, 3, Padding = 1), Tanh]
[Conv2d(3 * 3, 3, Padding = 1), PixelShuffle(3)]
[MSE]
public partial class Espcn;
