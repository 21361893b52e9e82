using NetGen.Data.Tests.Csv;

namespace NetGen.Data.Tests.Images;

public sealed class ImageNormalizationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ImageNormalizationTests()
    {
        var random = new Random(1);
        for (int i = 0; i < 24; i++)
        {
            byte[] pixels = new byte[3 * 4];
            for (int pixel = 0; pixel < pixels.Length; pixel++)
                pixels[pixel] = (byte)random.Next((pixel % 3) * 20, 100 + ((pixel % 3) * 70));
            folder.Write($"pets/{(i % 3 == 0 ? "Zebra" : "dog")}/{i:D2}.png", PngBytes.Of(2, 2, 2, pixels));
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_training_part_of_a_split_has_mean_0_and_deviation_1_and_gives_its_statistics_to_the_others()
    {
        IReadOnlyList<IDataSet> parts = Adapted().Split([0.5, 0.25, 0.25], seed: 3, stratified: true);
        RequireStandard(parts[0]);
        RequireSameStatistics(parts[0], parts[1], parts[2]);
        Assert.NotEqual(0, MeansAndDeviations(parts[1])[0].Mean, 0.01);
        Assert.NotEqual(Json(Adapted()), Json(parts[0]));
        RequireStandard(Adapted());
    }

    [Fact]
    public void Each_fold_learns_from_its_own_training_part()
    {
        IReadOnlyList<(IDataSet Train, IDataSet Validation)> folds = Adapted().KFold(3, seed: 2);
        foreach ((IDataSet train, IDataSet validation) in folds)
        {
            RequireStandard(train);
            RequireSameStatistics(train, validation);
        }

        Assert.Equal(3, folds.Select(fold => Json(fold.Train)).Distinct().Count());
    }

    [Fact]
    public void A_part_that_is_split_again_learns_anew_and_a_subset_does_not()
    {
        (IDataSet train, IDataSet test) = Adapted().Split(0.75, seed: 4);
        (IDataSet inner, IDataSet validation) = train.Split(0.5, seed: 5);
        RequireStandard(inner);
        RequireSameStatistics(inner, validation);
        Assert.NotEqual(Json(train), Json(inner));
        RequireSameStatistics(train, train.Subset([3, 1]), test, train.Concat(test));
        (IDataSet wrapped, _) = new Augmented(Adapted(), seed: 1).Cached().Split(0.5, seed: 6);
        RequireStandard(wrapped);
    }

    [Fact]
    public void Another_folder_takes_what_was_learnt_and_classes_by_their_names()
    {
        IDataSet train = Adapted();
        folder.Write("test/Zebra/1.png", PngBytes.Of(2, 2, 2, new byte[12]));
        folder.Write("test/dog/1.png", PngBytes.Of(2, 2, 2, new byte[12]));
        IDataSet test = new Beasts(folder.PathOf("test"), Options).PreparedAs(train);
        RequireSameStatistics(train, test);
        float[] sample = new float[12];
        test.CopySamples([0], sample);
        var learnt = (ImagePreparation)DataSetFitting.PreparationOf(train)!;
        Assert.Equal(-learnt.Mean[2] / learnt.Deviation[2], sample[8], 1e-6);

        folder.Write("other/Zebra/1.png", PngBytes.Of(2, 2, 2, new byte[12]));
        string cat = folder.Write("other/cat/1.png", PngBytes.Of(2, 2, 2, new byte[12]));
        string says = Assert.Throws<InvalidDataException>(() => new Beasts(folder.PathOf("other"), Options).PreparedAs(train)).Message;
        Assert.Contains($"'{cat}' is of the class 'cat', which is none of those of the training part: 'Zebra', 'dog'", says,
            StringComparison.Ordinal);
        says = Assert.Throws<ArgumentException>(
            () => new Beasts(folder.PathOf("test"), Options with { Fit = ImageFit.Pad }).PreparedAs(train)).Message;
        Assert.Contains("pictures of [3, 2, 2] by ImageFit.Pad; it was to be prepared as pictures of [3, 2, 2] by ImageFit.Crop", says,
            StringComparison.Ordinal);
    }

    /// <summary>
    /// The statistics are those of whole numbers, whatever the order and the number of pictures that are decoded at a time.
    /// </summary>
    [Fact]
    public void The_same_pictures_give_the_same_bits_in_any_order()
    {
        IFittedDataSet pets = Adapted();
        int[] indices = [.. Enumerable.Range(0, pets.Count)], reversed = [.. indices.Reverse()];
        Assert.Equal(Json(pets.FitTo(indices)), Json(pets.FitTo(reversed)));
        var uncached = new Beasts(folder.PathOf("pets"), Options with { CacheBytes = 0 });
        Assert.Equal(Json(pets.FitTo(indices)), Json(uncached.FitTo(reversed)));
    }

    [Fact]
    public void Pictures_of_one_colour_are_not_divided_by_0()
    {
        foreach (string name in (string[])["Zebra", "dog"])
            folder.Write($"plain/{name}/1.png", PngBytes.Of(2, 2, 2, [.. Enumerable.Repeat((byte)51, 12)]));
        var plain = new Beasts(folder.PathOf("plain"), Options);
        Assert.Equal(new float[12], Table.SamplesOf(plain)[0]);
        Assert.Equal([1f, 1f, 1f], ((ImagePreparation)plain.Preparation).Deviation);
    }

    [Fact]
    public void What_was_learnt_is_saved_and_prepares_pictures_to_predict()
    {
        (IDataSet train, _) = Adapted().Split(0.5, seed: 7);
        var network = new BeastReader(seed: 1);
        string weights = folder.PathOf("pets.safetensors"), picture = Path.Combine(folder.Path, "pets", "Zebra", "00.png");
        network.Save(weights, train);
        var model = ImageModel.Load(weights, new BeastReader(seed: 2));
        Assert.Equal(Json(train), model.Preparation.ToJson());
        IDataSet prepared = Adapted().PreparedAs(train);
        Assert.Equal(Table.SamplesOf(prepared)[0], model.Preparation.Prepare(picture));
    }

    [Fact]
    public void Statistics_that_are_stated_and_learnt_are_refused_and_stated_ones_stay()
    {
        string path = folder.PathOf("pets");
        Assert.Contains("learns mean and deviation",
            Assert.Throws<ArgumentException>(() => new Beasts(path, Options with { Mean = [0.4f] })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Beasts(path, Options with { Normalize = (ImageNormalization)7 }));
        var stated = new Beasts(path);
        (IDataSet train, IDataSet test) = stated.Split(0.5, seed: 1);
        RequireSameStatistics(stated, train, test);
        IDataSet joined = stated.Concat(new Beasts(path));
        Assert.Equal(24, joined.Split(0.5, seed: 1).Train.Count);
    }

    private static ImageOptions Options { get; } = new() { Normalize = ImageNormalization.Adapted };

    private IFittedDataSet Adapted() => new Beasts(folder.PathOf("pets"), Options);

    private static string Json(IDataSet data) => DataSetFitting.PreparationOf(data)!.ToJson();

    private static void RequireSameStatistics(IDataSet first, params IDataSet[] others) =>
        Assert.All(others, other => Assert.Equal(Json(first), Json(other)));

    private static void RequireStandard(IDataSet data) => Assert.All(MeansAndDeviations(data), channel =>
    {
        Assert.Equal(0, channel.Mean, 1e-5);
        Assert.Equal(1, channel.Deviation, 1e-5);
    });

    private static (double Mean, double Deviation)[] MeansAndDeviations(IDataSet data)
    {
        float[][] samples = Table.SamplesOf(data);
        return
        [
            .. Enumerable.Range(0, 3).Select(channel =>
            {
                double[] values =
                [
                    .. samples.SelectMany(sample => sample[(4 * channel)..(4 * (channel + 1))]).Select(value => (double)value),
                ];
                double mean = values.Average();
                return (mean, Math.Sqrt(values.Average(value => (value - mean) * (value - mean))));
            }),
        ];
    }
}

[DataSet, Sample(3, 2, 2), Classes(2)]
public sealed class Beasts(string folder, ImageOptions? options = null) : ImageFolder(folder, options);

[Network, Input<Beasts>]
[Flatten, Linear(2)]
[CrossEntropy]
public partial class BeastReader;
