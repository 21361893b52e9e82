namespace NetGen.Data.Tests.Images;

public sealed class ImageModelTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_trained_and_saved_classifies_pictures_by_name()
    {
        Colours colours = Trained(out ColourReader network, out string weights);
        Assert.True(network.Evaluate(colours, threads: 1).Accuracy > 0.99);
        ImageModel model = ImageModel.Load(weights, new ColourReader(seed: 9));
        ClassPrediction green = model.Predict(folder.Write("new.png", Plain(20, 220, 30)));
        Assert.Equal("green", green.ClassName);
        Assert.InRange(green.Probability, 0.8, 1);
        Assert.Equal(["blue", "green", "red"], green.Probabilities.Select(pair => pair.ClassName).Order());
        Assert.Equal(1, green.Probabilities.Sum(pair => pair.Probability), 1e-9);
        Assert.StartsWith("green (", green.ToString(), StringComparison.Ordinal);
        Assert.Equal("red", model.Predict(folder.Write("new.jpg", JpegBytes.Of(8, 8, Pixels(64, 240, 10, 20)))).ClassName);
    }

    [Fact]
    public void A_set_that_is_augmented_saves_what_prepares_it()
    {
        Colours colours = Trained(out ColourReader network, out _);
        string path = Path.Combine(folder.Path, "augmented.safetensors");
        network.Save(path, new Augmented(colours, 1) { Shift = 1 });
        Assert.Equal(["blue", "green", "red"], Preparation.Read<ImagePreparation>(path).ClassNames);
    }

    [Fact]
    public void Another_network_is_refused_and_left_as_it_was()
    {
        Trained(out _, out string weights);
        var other = new OtherSize(seed: 1);
        float[] ones = [.. Enumerable.Repeat(1f, 60)], before = other.Predict(ones);
        string says = Assert.Throws<ArgumentException>(() => ImageModel.Load(weights, other)).Message;
        Assert.Contains("pictures of [3, 4, 4]; OtherSize takes [3, 5, 4]", says, StringComparison.Ordinal);
        Assert.Equal(before, other.Predict(ones));
        says = Assert.Throws<ArgumentException>(() => ImageModel.Load(weights, new OtherClasses(seed: 1))).Message;
        Assert.Contains("was saved with 3 classes (", says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Channels\":3", "\"Channels\":30")]
    [InlineData("\"Height\":4", "\"Height\":-4")]
    [InlineData("\"Mean\":[0.5,0.5,0.5]", "\"Mean\":[0.5]")]
    [InlineData("\"Fit\":\"Crop\"", "\"Fit\":\"Cram\"")]
    [InlineData("\"Deviation\":[0.5,", "\"Deviation\":[0,")]
    [InlineData("\"ClassNames\":[", "\"ClassNames\":[null,")]
    public void A_preparation_that_cannot_be_is_refused(string part, string other)
    {
        Trained(out ColourReader network, out string weights);
        string json = Network.ReadMetadata(weights)["netgen.preparation"];
        Assert.Contains(part, json, StringComparison.Ordinal);
        network.Save(
            weights, new Dictionary<string, string> { ["netgen.preparation"] = json.Replace(part, other, StringComparison.Ordinal) });
        string says = Assert.Throws<InvalidDataException>(() => ImageModel.Load(weights, network)).Message;
        Assert.Contains(weights, says, StringComparison.Ordinal);
    }

    [Fact]
    public void One_output_is_the_second_class()
    {
        foreach (string name in new[] { "dark", "light" })
            folder.Write($"{name}/1.png", PngBytes.Of(1, 1, 0, [name == "dark" ? (byte)0 : (byte)255]));
        var network = new Brightness(seed: 1);
        network.Linear1.Weight.Values[0, 0] = 2;
        network.Linear1.Bias.Values[0] = 0;
        string path = Path.Combine(folder.Path, "brightness.safetensors");
        network.Save(path, new Shades(folder.Path));
        ClassPrediction light = ImageModel.Load(path, new Brightness(seed: 2)).Predict(Path.Combine(folder.Path, "light", "1.png"));
        Assert.Equal("light", light.ClassName);
        Assert.Equal(1 / (1 + Math.Exp(-2)), light.Probability, 1e-6);
    }

    private static byte[] Pixels(int count, byte red, byte green, byte blue) =>
        [.. Enumerable.Repeat(new[] { red, green, blue }, count).SelectMany(pixel => pixel)];

    private static byte[] Plain(byte red, byte green, byte blue) => PngBytes.Of(6, 5, 2, Pixels(30, red, green, blue));

    private Colours Trained(out ColourReader network, out string weights)
    {
        var random = new Random(1);
        for (int i = 0; i < 12; i++)
        {
            byte weak = (byte)random.Next(40), strong = (byte)random.Next(200, 256);
            folder.Write($"colours/red/{i}.png", Plain(strong, weak, weak));
            folder.Write($"colours/green/{i}.png", Plain(weak, strong, weak));
            folder.Write($"colours/blue/{i}.png", Plain(weak, weak, strong));
        }

        var colours = new Colours(Path.Combine(folder.Path, "colours"));
        network = new ColourReader(seed: 1);
        network.Fit(colours, new Adam(0.05), epochs: 5, batchSize: 12, threads: 1, options: new FitOptions { Prefetch = true });
        weights = Path.Combine(folder.Path, "weights.safetensors");
        network.Save(weights, colours);
        return colours;
    }
}

[DataSet, Sample(3, 4, 4), Classes(3)]
public sealed class Colours(string folder) : ImageFolder(folder);

[Network]
[Input<Colours>]
[Flatten, Linear(3)]
[CrossEntropy]
public partial class ColourReader;

[Network]
[Input(3, 5, 4)]
[Flatten, Linear(3)]
[CrossEntropy]
public partial class OtherSize;

[Network]
[Input(3, 4, 4)]
[Flatten, Linear(4)]
[CrossEntropy]
public partial class OtherClasses;

[DataSet, Sample(1, 1, 1), Classes(2)]
public sealed class Shades(string folder) : ImageFolder(folder);

[Network]
[Input<Shades>]
[Flatten, Linear(1)]
[BCEWithLogits]
public partial class Brightness;
