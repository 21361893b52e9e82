namespace NetGen.Data.Tests.Documentation;

/// <summary>The programs of docs/images.md, line by line as they stand there.</summary>
internal static class PetProgram
{
    public static void Train()
    {
        var train = new Pets("pets/train");
        var network = new PetNet(seed: 1);
        var augmented = new Augmented(train, seed: 1) { Rotate = 10, Shift = 3, Flip = FlipMode.Random };
        network.Fit(augmented, new Adam(0.002), epochs: 20, options: new FitOptions { Prefetch = true });
        Console.WriteLine(network.Evaluate(new Pets("pets/test")));
        network.Save("pets.safetensors", train);
    }

    public static void Predict()
    {
        ImageModel model = ImageModel.Load("pets.safetensors", new PetNet(seed: 0));
        Console.WriteLine(model.Predict("photo.jpg"));     // cat (97.3 %)
    }
}

[DataSet, Sample(3, 32, 32), Classes(2)]
public sealed class Pets(string folder) : ImageFolder(folder);

[Network, Input<Pets>]
[Conv2d(16, 3, Padding = 1), ReLU, MaxPool2d(2), Conv2d(32, 3, Padding = 1), ReLU, MaxPool2d(2)]
[Flatten, Linear(2), CrossEntropy]
public partial class PetNet;
