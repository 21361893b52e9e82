namespace NetGen.Data.Tests.Csv;

public class CsvModelTests
{
    [Fact]
    public void A_class_is_predicted_from_one_file()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("penguins.csv", Penguins.Text(400, seed: 1)), weights = folder.PathOf("penguins.safetensors");
        (IDataSet train, IDataSet test) = new Penguins(path).Split(0.8, seed: 1);
        var network = new PenguinNet(seed: 1);
        network.Fit(train, new Adam(0.01), epochs: 30);
        Evaluation evaluation = network.Evaluate(test);
        Assert.InRange(evaluation.Accuracy, 0.95, 1);
        network.Save(weights, train);

        var model = CsvModel.Load(weights, new PenguinNet());
        CsvPrediction prediction = model.Predict(("bill_length_mm", 39.1), ("island", "Torgersen"), ("body_mass_g", 3750));
        Assert.Equal("Adelie", prediction.Class);
        Assert.InRange(prediction.Probability, 0.9f, 1f);
        Assert.Equal(1, prediction.Probabilities.Values.Sum(), 1e-5);
        Assert.Equal(["Adelie", "Chinstrap", "Gentoo"], prediction.Probabilities.Keys);
    }
}
