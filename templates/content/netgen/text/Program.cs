using NetGen;
using NetGen.Data;

// "dotnet run" trains, and "dotnet run -- predict "The kettle is lovely"" names the class of a text.
const string Weights = "messages.safetensors";
if (args is ["predict", string text])
{
    Console.WriteLine(TextModel.Load(Weights, new MessageNet()).Predict(text));
    return;
}

var messages = new Messages(Path.Combine(AppContext.BaseDirectory, "messages.tsv"));
(IDataSet training, IDataSet test) = messages.Split(0.8, seed: 1, stratified: true);
var network = new MessageNet(seed: 0);
Console.WriteLine(MessageNet.Summary);
foreach (EpochResult epoch in network.Fit(training, new Adam(learningRate: 0.01), epochs: 20))
    Console.WriteLine($"epoch {epoch.Epoch}: loss {epoch.Loss:F3}");
Console.WriteLine($"Test accuracy {network.Evaluate(test).Accuracy:P1} ({test.Count} messages)");

// The weights, with the vocabulary and the names of the classes.
network.Save(Weights, training);
