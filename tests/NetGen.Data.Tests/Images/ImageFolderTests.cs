namespace NetGen.Data.Tests.Images;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Classes_are_the_folders_in_ordinal_order_and_hidden_files_are_passed_over()
    {
        WritePictures();
        folder.Write("dog/.hidden.png", [1]);
        folder.Write(".git/x.png", [1]);
        folder.Write("dog/notes.txt", [1]);
        folder.Write("readme.txt", [1]);
        var pets = new Pets(folder.Path);
        Assert.Equal(["Zebra", "dog"], pets.ClassNames);
        Assert.Equal(2, pets.Classes);
        Assert.Equal(
            ["Zebra/1.png", "dog/1.png", "dog/below/2.JPG"],
            pets.Paths.Select(path => Path.GetRelativePath(folder.Path, path).Replace('\\', '/')));
        int[] labels = new int[3];
        pets.CopyLabels([2, 0, 1], labels);
        Assert.Equal([1, 0, 1], labels);
        Assert.Equal(Path.GetFileName(folder.Path), pets.Name);
    }

    [Fact]
    public void Samples_are_normalised_channels_first()
    {
        WritePictures();
        var pets = new Pets(folder.Path, new ImageOptions { Mean = [0.1f, 0.2f, 0.3f], Deviation = [0.5f] });
        float[] samples = new float[2 * 12];
        pets.CopySamples([1, 0], samples);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(((10 / 255.0) - 0.1) / 0.5, samples[i], 1e-6);
            Assert.Equal(((20 / 255.0) - 0.2) / 0.5, samples[4 + i], 1e-6);
            Assert.Equal(((30 / 255.0) - 0.3) / 0.5, samples[8 + i], 1e-6);
            Assert.Equal(((255 / 255.0) - 0.1) / 0.5, samples[12 + i], 1e-6);
        }
    }

    [Fact]
    public void Decoded_pictures_are_kept_as_far_as_the_cache_goes()
    {
        WritePictures();
        var kept = new Pets(folder.Path);
        var half = new Pets(folder.Path, new ImageOptions { CacheBytes = 12 });
        float[] samples = new float[12], again = new float[12];
        kept.CopySamples([0], samples);
        half.CopySamples([0], samples);
        half.CopySamples([1], samples);
        File.Delete(kept.Paths[0]);
        File.Delete(kept.Paths[1]);
        kept.CopySamples([0], samples);
        half.CopySamples([0], again);
        Assert.Equal(samples, again);
        Assert.Throws<FileNotFoundException>(() => half.CopySamples([1], again));
    }

    [Fact]
    public void Copying_what_is_in_memory_allocates_nothing()
    {
        WritePictures();
        var pets = new Pets(folder.Path);
        float[] samples = new float[36];
        int[] indices = [0, 1, 2];
        pets.CopySamples(indices, samples);
        long before = GC.GetAllocatedBytesForCurrentThread();
        pets.CopySamples(indices, samples);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_broken_picture_is_named()
    {
        WritePictures();
        string broken = folder.Write("dog/3.png", PngBytes.Of(2, 2, 2, new byte[12])[..60]);
        var pets = new Pets(folder.Path);
        string says = Assert.Throws<InvalidDataException>(() => pets.CopySamples([0, 2, 1], new float[36])).Message;
        Assert.StartsWith($"'{broken}' is cut short", says, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_folders_are_named()
    {
        string absent = Path.Combine(folder.Path, "absent");
        Assert.Contains(absent, Assert.Throws<DirectoryNotFoundException>(() => new Pets(absent)).Message, StringComparison.Ordinal);
        WritePictures();
        folder.Write("cat/1.png", PngBytes.Of(1, 1, 0, [1]));
        string says = Assert.Throws<InvalidDataException>(() => new Pets(folder.Path)).Message;
        Assert.Contains("has 3 folders; expected one for each of the 2 classes", says, StringComparison.Ordinal);
        Assert.Contains("'Zebra', 'cat', 'dog'", says, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder.Path, "cat", "1.png"));
        folder.Write("cat/1.webp", [1]);
        says = Assert.Throws<InvalidDataException>(() => new Pets(folder.Path)).Message;
        Assert.Contains($"'{Path.Combine(folder.Path, "cat")}' has no picture", says, StringComparison.Ordinal);
        Assert.Contains("1 of other kinds, such as '1.webp'", says, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_types_and_options_are_refused()
    {
        WritePictures();
        Assert.Contains(
            "[Sample(3, height, width)]", Error<InvalidOperationException>(() => new Shapeless(folder.Path)), StringComparison.Ordinal);
        Assert.Contains(
            "got [Sample(2, 4, 4)]", Error<InvalidOperationException>(() => new TwoChannels(folder.Path)), StringComparison.Ordinal);
        Assert.Contains(
            "Mean has one number for each of 3 channels; got 2",
            Error<ArgumentException>(() => new Pets(folder.Path, new ImageOptions { Mean = [0, 1] })), StringComparison.Ordinal);
        Assert.Contains(
            "above 0; got 0",
            Error<ArgumentException>(() => new Pets(folder.Path, new ImageOptions { Deviation = [0] })), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageOptions { MaximalPixels = 0 });

        static string Error<T>(Func<object> make)
            where T : Exception => Assert.Throws<T>(make).Message;
    }

    private void WritePictures()
    {
        folder.Write("dog/1.png", PngBytes.Of(3, 2, 2, [.. Enumerable.Repeat(new byte[] { 10, 20, 30 }, 6).SelectMany(pixel => pixel)]));
        folder.Write("dog/below/2.JPG", JpegBytes.Of(16, 16, new byte[16 * 16 * 3]));
        folder.Write("Zebra/1.png", PngBytes.Of(2, 2, 0, [255, 255, 255, 255]));
    }

    [DataSet, Sample(3, 2, 2), Classes(2)]
    private sealed class Pets(string folder, ImageOptions? options = null) : ImageFolder(folder, options);

    [DataSet, Classes(2)]
    private sealed class Shapeless(string folder) : ImageFolder(folder);

    [DataSet, Sample(2, 4, 4), Classes(2)]
    private sealed class TwoChannels(string folder) : ImageFolder(folder);
}
