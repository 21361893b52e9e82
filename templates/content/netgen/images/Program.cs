using NetGen;
using NetGen.Data;

// "dotnet run" trains, and "dotnet run -- predict shapes/test/circle/0.png" names the class of a picture.
const string Weights = "shapes.safetensors";
if (args is ["predict", string picture])
{
    Console.WriteLine(ImageModel.Load(Weights, new ShapeNet()).Predict(picture));
    return;
}

// Pictures to begin with; yours take their place in folders of the same form.
if (!Directory.Exists("shapes"))
{
    Drawings.Write("shapes/training", count: 200, seed: 1);
    Drawings.Write("shapes/test", count: 50, seed: 2);
}

var training = new Shapes("shapes/training");
var test = new Shapes("shapes/test");
var augmented = new Augmented(training, seed: 0) { Rotate = 10, Shift = 2 };
var network = new ShapeNet(seed: 0);
Console.WriteLine(ShapeNet.Summary);
foreach (EpochResult epoch in network.Fit(augmented, new Adam(learningRate: 0.005), epochs: 12))
    Console.WriteLine($"epoch {epoch.Epoch}: loss {epoch.Loss:F3}");
Console.WriteLine($"Test accuracy {network.Evaluate(test).Accuracy:P1} ({test.Count} pictures)");

// The weights, with the size of the pictures and the names of the classes.
network.Save(Weights, training);
