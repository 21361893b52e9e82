namespace Gallery.Networks;

/// <summary>
/// The generator of a DCGAN: <see href="https://arxiv.org/abs/1511.06434">Radford et al. 2015</see>, from 100 numbers an image.
/// 3,576,704 parameters: that of PyTorch's DCGAN tutorial, whose convolutions begin with N(0, 0.02²).
/// </summary>
[Network]
[Input(100)]
[Reshape(100, 1, 1), ConvTranspose2d(512, 4, Bias = false, Std = 0.02), BatchNorm, ReLU]
[Twofold(256), Twofold(128), Twofold(64)]
[ConvTranspose2d(3, 4, Stride = 2, Padding = 1, Bias = false, Std = 0.02), Tanh]
public partial class DcganGenerator;

/// <summary>
/// The discriminator of a DCGAN: <see href="https://arxiv.org/abs/1511.06434">Radford et al. 2015</see>, is an image a real one?
/// 2,765,568 parameters: that of PyTorch's DCGAN tutorial.
/// </summary>
[Network]
[Input<DcganGenerator>]
[Conv2d(64, 4, Stride = 2, Padding = 1, Bias = false, Std = 0.02), LeakyReLU(0.2)]
[Halved(128), Halved(256), Halved(512)]
[Conv2d(1, 4, Bias = false, Std = 0.02), Flatten]
[BCEWithLogits]
public partial class DcganDiscriminator;

/// <summary>An image of twice the sides.</summary>
[ConvTranspose2d(Width, 4, Stride = 2, Padding = 1, Bias = false, Std = 0.02), BatchNorm, ReLU]
public partial class Twofold(int width) : Block;

/// <summary>An image of half the sides.</summary>
[Conv2d(Width, 4, Stride = 2, Padding = 1, Bias = false, Std = 0.02), BatchNorm, LeakyReLU(0.2)]
public partial class Halved(int width) : Block;
