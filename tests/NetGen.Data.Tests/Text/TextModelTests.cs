namespace NetGen.Data.Tests.Text;

public sealed class TextModelTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_text_is_classified_from_one_file()
    {
        string weights = folder.PathOf("reviews.safetensors");
        (IDataSet train, IDataSet test) =
            new Reviews(folder.Write("reviews.tsv", Reviews.Lines(400, seed: 1))).Split(0.8, seed: 1, stratified: true);
        var network = new ReviewNet(seed: 1);
        network.Fit(train, new Adam(0.02), epochs: 10, cancellation: TestContext.Current.CancellationToken);
        Assert.InRange(network.Evaluate(test).Accuracy, 0.98, 1);
        network.Save(weights, train);

        TextModel model = TextModel.Load(weights, new ReviewNet());
        ClassPrediction prediction = model.Predict("A CLEVER plot, and great music!");
        Assert.Equal("good", prediction.ClassName);
        Assert.InRange(prediction.Probability, 0.8, 1);
        Assert.Equal(1, prediction.Probabilities.Sum(ofClass => ofClass.Probability), 1e-9);
        Assert.Matches(@"^bad \(\d+\.\d %\)$", model.Predict("dull and weak").ToString());
        Assert.Throws<InvalidOperationException>(() => model.Write("The", 3));
    }

    /// <summary>With a stream and without one: the same scores, as long as the window holds the text.</summary>
    [Fact]
    public void A_language_model_goes_on_with_a_text()
    {
        string weights = folder.PathOf("rhyme.safetensors");
        var rhyme = new Rhyme(folder.Write("rhyme.txt", string.Concat(Enumerable.Repeat(Rhyme.Line, 40))), stride: 3);
        var network = new RhymeNet(seed: 1);
        network.Fit(rhyme, new Adam(0.01), epochs: 30, batchSize: 16, cancellation: TestContext.Current.CancellationToken);
        network.Save(weights, rhyme);

        TextModel model = TextModel.Load(weights, new RhymeNet());
        Assert.Equal("picked a peck\npeter piper picked", model.Write("peter piper ", 32, new TokenSampler(temperature: 0)));
        TextModel withoutStream = TextModel.Load(weights, new RhymeWindowNet());
        Assert.Equal(model.Write("peter", 3, new TokenSampler(seed: 7)), withoutStream.Write("peter", 3, new TokenSampler(seed: 7)));
        Assert.Equal(40, withoutStream.Write("", 40, new TokenSampler(temperature: 3)).Length);
        Assert.Equal("picked a", withoutStream.Write("a very long beginning: peter piper ", 8, new TokenSampler(temperature: 0)));
        Assert.Throws<InvalidOperationException>(() => model.Predict("peter"));
    }

    [Theory]
    [InlineData(float.NaN, "An output of the network is NaN")]
    [InlineData(float.PositiveInfinity, "An output of the network is infinite")]
    [InlineData(float.NegativeInfinity, "An output of the network is infinite for each token")]
    public void Outputs_that_are_no_scores_are_told(float value, string expected)
    {
        string weights = folder.PathOf("rhyme.safetensors");
        var rhyme = new Rhyme(folder.Write("rhyme.txt", string.Concat(Enumerable.Repeat(Rhyme.Line, 4))));
        var network = new RhymeNet(seed: 1);
        network.Linear1.Bias.Values.Fill(value);
        network.Save(weights, rhyme);
        TextModel model = TextModel.Load(weights, new RhymeNet());
        Assert.Contains(
            expected, Assert.Throws<InvalidOperationException>(() => model.Write("peter", 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_network_is_refused()
    {
        string weights = folder.PathOf("reviews.safetensors");
        var reviews = new Reviews(folder.Write("reviews.tsv", "good\tyes\nbad\tno\n"));
        new ReviewNet(seed: 1).Save(weights, reviews);
        Assert.Contains(
            $"'{weights}' was saved with 2 classes ('no', 'yes'); TagNet gives [8, 24]",
            Assert.Throws<ArgumentException>(() => TextModel.Load(weights, new TagNet())).Message, StringComparison.Ordinal);
        Assert.Contains(
            "texts of 8 steps and 40 tokens; RhymeNet takes 8 steps and 24 tokens",
            Assert.Throws<ArgumentException>(() => TextModel.Load(weights, new RhymeNet())).Message, StringComparison.Ordinal);

        Assert.Contains(
            $"'{weights}' was saved with texts, which TextModel loads; expected a CsvPreparation.",
            Assert.Throws<InvalidDataException>(() => CsvModel.Load(weights, new ReviewNet())).Message, StringComparison.Ordinal);

        string rhyme = folder.PathOf("rhyme.safetensors");
        new RhymeNet(seed: 1).Save(rhyme, new Rhyme(folder.Write("rhyme.txt", Rhyme.Line)));
        Assert.Contains("[8, 24]: a score for each token at each step; ReviewNet gives [2]",
            Assert.Throws<ArgumentException>(() => TextModel.Load(rhyme, new ReviewNet())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Tokens\":[\"bad\",\"good\"]", "\"Tokens\":[\"good\",\"good\"]", "'good' is listed twice")]
    [InlineData("\"Tokens\":[\"bad\",\"good\"]", "\"Tokens\":[\"bad\",null]", "incomplete")]
    [InlineData("\"Vocabulary\":40", "\"Vocabulary\":3", "4 tokens; expected at most 3")]
    [InlineData("\"Steps\":8", "\"Steps\":0", "0 steps")]
    [InlineData("\"Tokenizer\":0", "\"Tokenizer\":9", "TokenizerKind")]
    public void A_vocabulary_that_a_file_states_wrongly_is_refused(string text, string other, string message)
    {
        string weights = folder.PathOf("reviews.safetensors");
        Preparation learnt = new Reviews(folder.Write("reviews.tsv", "good\tyes\nbad\tno\n")).Preparation;
        string json = learnt.ToJson();
        Assert.Contains(text, json, StringComparison.Ordinal);
        new ReviewNet(seed: 1).Save(weights, new Dictionary<string, string>
        {
            [Preparation.MetadataName] = json.Replace(text, other, StringComparison.Ordinal),
        });
        string said = Assert.Throws<InvalidDataException>(() => TextModel.Load(weights, new ReviewNet())).Message;
        Assert.Contains(message, said, StringComparison.Ordinal);
        Assert.Contains(weights, said, StringComparison.Ordinal);
    }
}
