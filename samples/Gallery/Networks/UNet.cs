namespace Gallery.Networks;

/// <summary>
/// A U-Net of levels that wrap the one below: <see href="https://arxiv.org/abs/1505.04597">Ronneberger et al. 2015</see>.
/// 7,763,041 parameters: that of PyTorch Hub, <c>mateuszbuda/brain-segmentation-pytorch</c>, with 32 channels at the top.
/// </summary>
[Network]
[Input(3, 128, 128)]
[TwoConvolutions(32, Name = "encoder1"), Concat<Second, Identity>, TwoConvolutions(32, Name = "decoder1"), Conv2d(1, 1, Name = "conv")]
[BCEWithLogits]
public partial class UNet
{
    [MaxPool2d(2), TwoConvolutions(64, Name = "encoder2")]
    [Concat<Third, Identity>, TwoConvolutions(64, Name = "decoder2")]
    [ConvTranspose2d(32, 2, Stride = 2, Name = "upconv1")]
    private partial class Second : Block;

    [MaxPool2d(2), TwoConvolutions(128, Name = "encoder3")]
    [Concat<Fourth, Identity>, TwoConvolutions(128, Name = "decoder3")]
    [ConvTranspose2d(64, 2, Stride = 2, Name = "upconv2")]
    private partial class Third : Block;

    [MaxPool2d(2), TwoConvolutions(256, Name = "encoder4")]
    [Concat<Bottom, Identity>, TwoConvolutions(256, Name = "decoder4")]
    [ConvTranspose2d(128, 2, Stride = 2, Name = "upconv3")]
    private partial class Fourth : Block;

    [MaxPool2d(2), TwoConvolutions(512, Name = "bottleneck")]
    [ConvTranspose2d(256, 2, Stride = 2, Name = "upconv4")]
    private partial class Bottom : Block;
}

/// <summary>
/// The same U-Net from top to bottom, whose way up looks for what the way down left: the same names, weights and function.
/// </summary>
[Network]
[Input(3, 128, 128)]
[TwoConvolutions(32, Name = "encoder1"), MaxPool2d(2)]
[TwoConvolutions(64, Name = "encoder2"), MaxPool2d(2)]
[TwoConvolutions(128, Name = "encoder3"), MaxPool2d(2)]
[TwoConvolutions(256, Name = "encoder4"), MaxPool2d(2)]
[TwoConvolutions(512, Name = "bottleneck")]
[ConvTranspose2d(256, 2, Stride = 2, Name = "upconv4"), Concat<Identity, Skip4>, TwoConvolutions(256, Name = "decoder4")]
[ConvTranspose2d(128, 2, Stride = 2, Name = "upconv3"), Concat<Identity, Skip3>, TwoConvolutions(128, Name = "decoder3")]
[ConvTranspose2d(64, 2, Stride = 2, Name = "upconv2"), Concat<Identity, Skip2>, TwoConvolutions(64, Name = "decoder2")]
[ConvTranspose2d(32, 2, Stride = 2, Name = "upconv1"), Concat<Identity, Skip1>, TwoConvolutions(32, Name = "decoder1")]
[Conv2d(1, 1, Name = "conv")]
[BCEWithLogits]
public partial class UNetWithSkips
{
    [From("encoder1")]
    private partial class Skip1 : Block;

    [From("encoder2")]
    private partial class Skip2 : Block;

    [From("encoder3")]
    private partial class Skip3 : Block;

    [From("encoder4")]
    private partial class Skip4 : Block;
}

/// <summary>What each level does on its way down, and on its way up.</summary>
[Conv2d(Width, 3, Padding = 1, Bias = false, Name = "conv1"), BatchNorm(Name = "norm1"), ReLU]
[Conv2d(Width, 3, Padding = 1, Bias = false, Name = "conv2"), BatchNorm(Name = "norm2"), ReLU]
public partial class TwoConvolutions(int width) : Block;
