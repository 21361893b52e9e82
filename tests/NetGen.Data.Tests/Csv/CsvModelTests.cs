using System.Globalization;

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
        network.Fit(train, new Adam(0.01), epochs: 30, cancellation: TestContext.Current.CancellationToken);
        Evaluation evaluation = network.Evaluate(test);
        Assert.InRange(evaluation.Accuracy, 0.95, 1);
        network.Save(weights, train);

        var model = CsvModel.Load(weights, new PenguinNet());
        Assert.Equal(["bill_length_mm", "body_mass_g", "island"], model.Columns);
        CsvPrediction prediction = model.Predict(("bill_length_mm", 39.1), ("island", "Torgersen"), ("body_mass_g", null));
        Assert.Equal("Adelie", prediction.Class);
        Assert.InRange(prediction.Probability, 0.9f, 1f);
        Assert.Equal(1, prediction.Probabilities.Values.Sum(), 1e-5);
        Assert.Equal(["Adelie", "Chinstrap", "Gentoo"], prediction.Probabilities.Keys);

        IReadOnlyList<CsvPrediction> all = model.PredictFile(path);
        string[] species = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',')[0])];
        Assert.Equal(400, all.Count);
        Assert.InRange(all.Zip(species).Count(pair => pair.First.Class == pair.Second), 380, 400);
    }

    [Fact]
    public void A_number_is_predicted_in_its_own_unit()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("houses.csv", HousesText(600)), weights = folder.PathOf("houses.safetensors");
        (IDataSet train, IDataSet test) = new Houses(path).Split(0.8, seed: 1);
        var network = new HouseNet(seed: 1);
        network.Fit(train, new Adam(0.01), epochs: 60, cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(network.Evaluate(test).Loss, 0, 0.02);
        network.Save(weights, train);
        var model = CsvModel.Load(weights, new HouseNet());
        float price = model.Predict(("area", 100), ("rooms", "4"), ("town", "north")).Value;
        Assert.InRange(price, 0.85 * Price(100, 4, 0), 1.15 * Price(100, 4, 0));
        Assert.Equal(model.PredictFile(folder.Write("new.csv", "town;area;rooms\nnorth;100;4\n"))[0].Value, price, 1e-2f * price);
        Assert.True(float.IsFinite(model.Predict(("area", 100), ("rooms", 4), ("town", "elsewhere")).Value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_next_values_of_a_series_are_predicted(bool asSignal)
    {
        using var folder = new TemporaryFolder();
        string text = "trend,wave\n" + string.Concat(Enumerable.Range(0, 400).Select(
            i => string.Create(CultureInfo.InvariantCulture, $"{i % 7},{20 + (10 * Math.Sin(i * 0.4)):F3}\n")));
        string path = folder.Write("waves.csv", text), weights = folder.PathOf("waves.safetensors");
        (IDataSet train, IDataSet test) = (asSignal ? new WaveSignals(path) : (IDataSet)new Waves(path)).SplitByTime(0.8);
        Network network = asSignal ? new WaveSignalNet(seed: 1) : new WaveNet(seed: 1);
        network.Fit(train, new Adam(0.005), epochs: 60, batchSize: 16, cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(network.Evaluate(test).Loss, 0, 0.02);
        network.Save(weights, train);

        var model = CsvModel.Load(weights, asSignal ? new WaveSignalNet() : new WaveNet());
        double[] last = [.. Enumerable.Range(388, 12).Select(i => 20 + (10 * Math.Sin(i * 0.4)))];
        double[] trend = [.. Enumerable.Range(388, 12).Select(i => (double)(i % 7))];
        CsvPrediction prediction = model.Predict(("wave", last), ("trend", trend));
        Assert.Equal(20 + (10 * Math.Sin(400 * 0.4)), prediction.Values["wave"][0], 1.5);
        Assert.Equal(20 + (10 * Math.Sin(401 * 0.4)), prediction.Values["wave"][1], 1.5);
        IReadOnlyList<CsvPrediction> all = model.PredictFile(path);
        Assert.Equal(389, all.Count);
        Assert.Equal(prediction.Values["wave"][1], all[^1].Values["wave"][1], 1e-2);
    }

    [Fact]
    public void Windows_of_a_file_are_predicted_in_each_group_apart()
    {
        using var folder = new TemporaryFolder();
        string weights = folder.PathOf("pairs.safetensors");
        var data = new Pairs(folder.Write("a.csv", "shop,x\na,1\na,2\na,4\nb,3\nb,5\nb,6\n"));
        var network = new PairNet(seed: 1);
        network.Save(weights, data);
        var model = CsvModel.Load(weights, new PairNet());
        IReadOnlyList<CsvPrediction> all = model.PredictFile(folder.Write("b.csv", "x,shop\n1,a\n2,a\n3,a\n4,b\n5,b\n6,c\n7,a\n8,a\n"));
        Assert.Equal(
            new[] { (1.0, 2.0), (2.0, 3.0), (4.0, 5.0), (7.0, 8.0) }
                .Select(pair => model.Predict(("x", new[] { pair.Item1, pair.Item2 })).Value),
            all.Select(prediction => prediction.Value));
    }

    [Fact]
    public void A_token_may_be_the_first_input_and_one_output_the_second_of_two_classes()
    {
        using var folder = new TemporaryFolder();
        string rows = string.Concat(Enumerable.Repeat("cat,animal\noak,plant\nelm,plant\n", 20));
        string path = folder.Write("words.csv", "word,kind\n" + rows);
        string weights = folder.PathOf("words.safetensors");
        var data = new Words(path);
        var network = new WordNet(seed: 1);
        network.Fit(data, new Adam(0.05), epochs: 30, cancellation: TestContext.Current.CancellationToken);
        network.Save(weights, data);
        var model = CsvModel.Load(weights, new WordNet());
        Assert.Equal(("animal", "plant"), (model.Predict(("word", "cat")).Class, model.Predict(("word", "elm")).Class));
        Assert.InRange(model.Predict(("word", "cat")).Probability, 0.9f, 1f);
        var error = Assert.Throws<ArgumentException>(() => model.Predict(("word", "dog")));
        Assert.Contains(
            "'word' is none of the categories of the training part: expected 'cat', 'elm', 'oak'", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Outputs of NLL are logarithms of probabilities, of CrossEntropy what is before a softmax, of MultiMargin neither.</summary>
    [Fact]
    public void Outputs_are_probabilities_where_the_loss_says_so()
    {
        using var folder = new TemporaryFolder();
        var data = new Penguins(folder.Write("penguins.csv", Penguins.Text(50, seed: 1)));
        float[] logits = new PenguinNet(seed: 1).Predict(Table.SamplesOf(data)[0]);
        IEnumerable<float> softmax = logits.Select(logit => MathF.Exp(logit) / logits.Sum(MathF.Exp));
        Assert.Equal(softmax, Probabilities(new PenguinNet(seed: 1), new PenguinNet()), Near);
        float[] logarithms = new LogNet(seed: 1).Predict(Table.SamplesOf(data)[0]);
        Assert.Equal(logarithms.Select(MathF.Exp), Probabilities(new LogNet(seed: 1), new LogNet()), Near);
        Assert.Empty(Probabilities(new MarginNet(seed: 1), new MarginNet()));

        float[] Probabilities(Network network, Network other)
        {
            string weights = folder.PathOf("weights.safetensors");
            network.Save(weights, data);
            CsvPrediction prediction = CsvModel.Load(weights, other).PredictFile(folder.PathOf("penguins.csv"))[0];
            float[] outputs = network.Predict(Table.SamplesOf(data)[0]);
            Assert.Equal(data.Preparation.ClassNames[Array.IndexOf(outputs, outputs.Max())], prediction.Class);
            return [.. prediction.Probabilities.Values];
        }

        static bool Near(float expected, float actual) => MathF.Abs(expected - actual) < 1e-5f;
    }

    [Fact]
    public void Values_that_are_no_row_are_refused()
    {
        using var folder = new TemporaryFolder();
        CsvModel model = Untrained(folder);
        Refused("'body_mass_g'", ("bill_length_mm", 39.1), ("island", "Dream"));
        Refused("no column 'bill'", ("bill", 39.1));
        Refused("two values of 'island'", ("island", "Dream"), ("island", "Dream"));
        Refused("'bill_length_mm' is 'long'", ("bill_length_mm", "long"));
        Refused("no value of 'bill_length_mm'", ("bill_length_mm", double.NaN), ("body_mass_g", 1), ("island", "Dream"));
        Refused("'island' is none", ("bill_length_mm", 1), ("body_mass_g", 1), ("island", "Elba"));
        Refused("'island' has 2 values; expected 1", ("island", new[] { "Dream", "Dream" }));

        void Refused(string what, params (string, CsvValue?)[] row)
        {
            var error = Assert.Throws<ArgumentException>(() => model.Predict(row));
            Assert.Contains(what, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_is_no_table_of_its_columns_is_refused_with_the_place()
    {
        using var folder = new TemporaryFolder();
        CsvModel model = Untrained(folder);
        string path = folder.Write("new.csv", "bill_length_mm,body_mass_g,island\n39,NA,Dream\n40,1,Elba\n");
        var error = Assert.Throws<InvalidDataException>(() => model.PredictFile(path));
        Assert.Contains($"'{path}', line 3, column 'island'", error.Message, StringComparison.Ordinal);
        path = folder.Write("good.csv", "bill_length_mm,body_mass_g,island\n39,NA,Dream\n");
        Assert.Throws<ArgumentException>(() => model.PredictFile(path, _ => throw new ArgumentException("of the caller")));
        path = folder.Write("new.csv", "bill_length_mm,island\n39,Dream\n");
        error = Assert.Throws<InvalidDataException>(() => model.PredictFile(path));
        Assert.Contains("there is no column 'body_mass_g'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_with_other_inputs_or_outputs_is_refused()
    {
        using var folder = new TemporaryFolder();
        Untrained(folder);
        string weights = folder.PathOf("penguins.safetensors");
        var error = Assert.Throws<ArgumentException>(() => CsvModel.Load(weights, new WaveNet()));
        Assert.Contains($"'{weights}': WaveNet gives [2]; expected 3 classes", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => CsvModel.Load(weights, new ThreeNet()));
        Assert.Contains($"'{weights}': ", error.Message, StringComparison.Ordinal);
        Assert.Contains("the data is 5 numbers", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new PenguinNet().Save(weights, new ArrayDataSet([[1f]])));
    }

    /// <summary>What is saved beside the weights may be damaged, or written by hand: it is read or refused.</summary>
    [Fact]
    public void A_damaged_preparation_is_refused()
    {
        using var folder = new TemporaryFolder();
        Untrained(folder);
        string weights = folder.PathOf("penguins.safetensors");
        string name = Preparation.MetadataName, whole = Network.ReadMetadata(weights)[name];
        var random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 150; i++)
        {
            var text = new System.Text.StringBuilder(whole);
            int position = random.Next(text.Length);
            if (random.Next(2) == 0)
                text.Remove(position, random.Next(1, Math.Min(12, text.Length - position)));
            else
                text[position] = "0123456789-,:[]{}\"en"[random.Next(20)];
            new PenguinNet(seed: 1).Save(weights, new Dictionary<string, string> { [name] = text.ToString() });
            try
            {
                CsvModel.Load(weights, new PenguinNet());
            }
            catch (InvalidDataException error)
            {
                Assert.Contains(weights, error.Message, StringComparison.Ordinal);
                refused++;
            }
            catch (ArgumentException error) when (error.Message.Contains("PenguinNet", StringComparison.Ordinal))
            {
                // It can be read, and is of another network.
                refused++;
            }
        }

        Assert.InRange(refused, 75, 149);
    }

    /// <summary>Sizes whose product overflows, and targets that could not be told apart.</summary>
    [Theory]
    [InlineData("\"Horizon\":2", "\"Horizon\":2147483647", "a window of 12 steps and a horizon of 2147483647")]
    [InlineData("\"Horizon\":2", "\"Horizon\":2147483635", "1 targets and a horizon of 2147483635")]
    [InlineData("\"Name\":\"trend\",\"Role\":0", "\"Name\":\"wave\",\"Role\":4", "two targets have the same name")]
    public void A_preparation_of_impossible_targets_is_refused(string whole, string changed, string says)
    {
        using var folder = new TemporaryFolder();
        string weights = folder.PathOf("waves.safetensors"), name = Preparation.MetadataName;
        new WaveNet(seed: 1).Save(weights, new Waves(folder.Write(
            "waves.csv", "trend,wave\n" + string.Concat(Enumerable.Repeat("1,2\n3,5\n", 20)))));
        string json = Network.ReadMetadata(weights)[name];
        Assert.Contains(whole, json, StringComparison.Ordinal);
        string text = json.Replace(whole, changed, StringComparison.Ordinal);
        new WaveNet(seed: 1).Save(weights, new Dictionary<string, string> { [name] = text });
        string error = Assert.Throws<InvalidDataException>(() => CsvModel.Load(weights, new WaveNet())).Message;
        Assert.Contains(weights, error, StringComparison.Ordinal);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Copying_samples_allocates_nothing()
    {
        using var folder = new TemporaryFolder();
        (IDataSet houses, _) = new Houses(folder.Write("houses.csv", HousesText(100))).Split(0.8, seed: 1);
        (IDataSet penguins, _) = new Penguins(folder.Write("penguins.csv", Penguins.Text(100, seed: 1))).Split(0.8, seed: 1);
        int[] indices = [.. Enumerable.Range(0, 64)], tokens = new int[64], labels = new int[64];
        float[] samples = new float[128], targets = new float[64], birds = new float[64 * 5];
        Copy();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
            Copy();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Copy()
        {
            houses.CopySamples(indices, samples);
            houses.CopyInput("town", indices, tokens);
            houses.CopyTargets(indices, targets);
            penguins.CopySamples(indices, birds);
            penguins.CopyLabels(indices, labels);
        }
    }

    private static CsvModel Untrained(TemporaryFolder folder)
    {
        string weights = folder.PathOf("penguins.safetensors");
        new PenguinNet(seed: 1).Save(weights, new Penguins(folder.Write("penguins.csv", Penguins.Text(50, seed: 1))));
        return CsvModel.Load(weights, new PenguinNet());
    }

    private static double Price(double area, int rooms, int town) => area * 20 * (1 + (rooms * 0.1)) * (1 << town);

    private static string HousesText(int rows)
    {
        var random = new Random(1);
        string[] towns = ["north", "south", "west"];
        return "area,rooms,town,price\n" + string.Concat(Enumerable.Range(0, rows).Select(_ =>
        {
            (double area, int rooms, int town) = (40 + random.Next(160), random.Next(1, 7), random.Next(3));
            return string.Create(CultureInfo.InvariantCulture, $"{area},{rooms},{towns[town]},{Price(area, rooms, town):F0}\n");
        }));
    }
}
