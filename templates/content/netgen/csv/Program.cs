using NetGen;
using NetGen.Data;

// "dotnet run" trains, and "dotnet run -- predict 54.5 2 3 harbour" predicts a rent.
const string Weights = "rent.safetensors";
if (args is ["predict", string area, string rooms, string floor, string district])
{
    CsvModel model = CsvModel.Load(Weights, new RentNet());
    Console.WriteLine(model.Predict(("area", area), ("rooms", rooms), ("floor", floor), ("district", district)));
    return;
}

var flats = new Flats(Path.Combine(AppContext.BaseDirectory, "flats.csv"));
(IDataSet training, IDataSet test) = flats.Split(0.8, seed: 1);
var network = new RentNet(seed: 0);
Console.WriteLine(RentNet.Summary);
network.Fit(training, new Adam(learningRate: 0.01), epochs: 60);

// Of the scaled rents: 1 would be no mistake at all.
Console.WriteLine($"Test R² {network.Evaluate(test, metrics: ["r2"])["r2"]:F3} ({test.Count} flats)");

// The weights, with the statistics and categories that prediction needs.
network.Save(Weights, training);
