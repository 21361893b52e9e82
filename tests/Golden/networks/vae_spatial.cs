using NetGen;

[Network]
[Input(1, 12, 12)]
[Conv2d(8, 3, Stride = 2, Padding = 1, Name = "c1"), ReLU, Reparameterize<Mean, LogVariance>(Beta = 2)]
[ConvTranspose2d(1, 4, Stride = 2, Padding = 1, Name = "d1"), Sigmoid]
[MSE(Reduction = Reduction.Sum, Target = Target.Input)]
public partial class SpatialVae
{
    [Conv2d(5, 1, Name = "mean")] partial class Mean : Block;
    [Conv2d(5, 3, Padding = 1, Name = "spread")] partial class LogVariance : Block;
}
