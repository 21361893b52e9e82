namespace NetGen.Data.Tests.Csv;

[Network]
[Input<Houses>]
[Concat<Identity, Town>]
[Linear(16), ReLU]
[Linear(1)]
[MSE]
public partial class HouseNet
{
    [From("town"), Embedding(4, 2), Flatten]
    partial class Town : Block;
}
