using NetGen;

[Network]
[Input(1, 12, 12)]
[Conv2d(8, 3, Stride = 2, Padding = 1, Name = "c1"), ReLU, Flatten, Reparameterize<Mean, LogVariance>(Beta = 0.5)]
[Linear(288, Name = "up"), ReLU, Reshape(8, 6, 6), ConvTranspose2d(1, 4, Stride = 2, Padding = 1, Name = "d1")]
[BCEWithLogits(Target = Target.Input)]
public partial class SmallVae
{
    [Linear(6, Name = "mean")] partial class Mean : Block;
    [Linear(6, Name = "spread")] partial class LogVariance : Block;
}
