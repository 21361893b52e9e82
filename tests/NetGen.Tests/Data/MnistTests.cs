namespace NetGen.Tests.Data;

public sealed class MnistTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("train-images-idx3-ubyte", "train-labels-idx1-ubyte", false)]
    [InlineData("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", true)]
    [InlineData("train-images.idx3-ubyte", "train-labels.idx1-ubyte", false)]
    [InlineData("train-images.idx3-ubyte.gz", "train-labels-idx1-ubyte", true)]
    public void Reads_the_training_images_under_each_of_their_names(string images, string labels, bool packed)
    {
        folder.Write(images, packed ? IdxBytes.Gzip(IdxBytes.Images(3)) : IdxBytes.Images(3));
        folder.Write(labels, IdxBytes.Labels(7, 0, 9));

        Mnist set = Mnist.Train(folder.Path);

        Assert.Equal("mnist", set.Name);
        Assert.Equal(3, set.Count);
        Assert.Equal([7, 0, 9], Enumerable.Range(0, 3).Select(set.Label));
        Assert.Equal(2, set.Pixels(2)[0]);
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte/train-images-idx3-ubyte", "train-labels-idx1-ubyte/train-labels-idx1-ubyte")]
    [InlineData("train-images.idx3-ubyte/train-images.idx3-ubyte", "train-labels.idx1-ubyte/train-labels-idx1-ubyte")]
    public void Reads_the_files_in_folders_of_their_names(string images, string labels)
    {
        foreach (string file in new[] { images, labels })
            Directory.CreateDirectory(Path.Combine(folder.Path, Path.GetDirectoryName(file)!));
        folder.Write(images, IdxBytes.Images(3));
        folder.Write(labels, IdxBytes.Labels(7, 0, 9));
        Assert.Equal(3, Mnist.Train(folder.Path).Count);
    }

    [Fact]
    public void Reads_the_test_images()
    {
        folder.Write("t10k-images-idx3-ubyte", IdxBytes.Images(2));
        folder.Write("t10k-labels-idx1-ubyte", IdxBytes.Labels(4, 5));
        Assert.Equal(2, Mnist.Test(folder.Path).Count);
    }

    [Fact]
    public void Copies_normalized_samples_and_labels_in_the_order_asked_for()
    {
        Mnist set = Set(5);
        var samples = new float[2 * 784];
        var labels = new int[2];

        set.CopySamples([4, 1], samples);
        set.CopyLabels([4, 1], labels);

        Assert.Equal([4, 1], labels);
        for (int i = 0; i < 784; i++)
        {
            Assert.Equal((set.Pixels(4)[i] / 255.0 - 0.1307) / 0.3081, samples[i], 1e-6);
            Assert.Equal((set.Pixels(1)[i] / 255.0 - 0.1307) / 0.3081, samples[784 + i], 1e-6);
        }
    }

    [Fact]
    public void Copying_allocates_nothing()
    {
        Mnist set = Set(5);
        var samples = new float[5 * 784];
        var labels = new int[5];
        int[] indices = [0, 1, 2, 3, 4];
        set.CopySamples(indices, samples);
        set.CopyLabels(indices, labels);

        long before = GC.GetAllocatedBytesForCurrentThread();
        set.CopySamples(indices, samples);
        set.CopyLabels(indices, labels);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Wrong_arguments_say_what_was_expected_and_what_came()
    {
        Mnist set = Set(5);
        Assert.Contains(
            "exactly 784 values; got 783", Assert.Throws<ArgumentException>(() => set.CopySamples([0], new float[783])).Message);
        Assert.Contains("exactly 2 values; got 3", Assert.Throws<ArgumentException>(() => set.CopyLabels([0, 1], new int[3])).Message);
        Assert.Contains("from 0 to 4", Assert.Throws<ArgumentOutOfRangeException>(() => set.CopySamples([5], new float[784])).Message);
        Assert.Contains("from 0 to 4", Assert.Throws<ArgumentOutOfRangeException>(() => set.CopyLabels([-1], new int[1])).Message);
        Assert.Contains("no targets", Assert.Throws<NotSupportedException>(() => set.CopyTargets([0], new float[1])).Message);
        Assert.Contains("1568 pixels; got 784", Assert.Throws<ArgumentException>(() => new Mnist("x", new byte[784], new byte[2])).Message);
        Assert.Contains("Label 1 is 10", Assert.Throws<ArgumentException>(() => new Mnist("x", new byte[1568], [0, 10])).Message);
        Assert.Throws<ArgumentException>(() => new Mnist("x", [], []));
    }

    [Fact]
    public void A_missing_folder_or_file_is_named()
    {
        string absent = Path.Combine(folder.Path, "absent");
        Assert.Contains(absent, Assert.Throws<DirectoryNotFoundException>(() => Mnist.Train(absent)).Message);
        string says = Assert.Throws<FileNotFoundException>(() => Mnist.Test(folder.Path)).Message;
        Assert.Contains(folder.Path, says);
        Assert.Contains("'t10k-images-idx3-ubyte'", says);
        Assert.Contains("'t10k-images.idx3-ubyte.gz'", says);
    }

    [Fact]
    public void Files_that_do_not_belong_together_are_named()
    {
        string images = folder.Write("train-images-idx3-ubyte", IdxBytes.Images(3));
        string labels = folder.Write("train-labels-idx1-ubyte", IdxBytes.Labels(1, 2));
        string says = Assert.Throws<InvalidDataException>(() => Mnist.Train(folder.Path)).Message;
        Assert.Contains($"'{images}' holds 3 images and '{labels}' 2 labels", says);
    }

    [Fact]
    public void Wrong_dimensions_are_named()
    {
        string images = folder.Write("train-images-idx3-ubyte", IdxBytes.Images(1, 28, 27));
        string labels = folder.Write("train-labels-idx1-ubyte", IdxBytes.Labels(1));
        Assert.Contains($"'{images}' has the dimensions [1, 28, 27]; expected [images, 28, 28]", Error());

        folder.Write("train-images-idx3-ubyte", IdxBytes.Images(1));
        folder.Write("train-labels-idx1-ubyte", IdxBytes.Images(1));
        Assert.Contains($"'{labels}' has the dimensions [1, 28, 28]; expected [labels]", Error());

        string Error() => Assert.Throws<InvalidDataException>(() => Mnist.Train(folder.Path)).Message;
    }

    [Fact]
    public void A_label_out_of_range_is_named()
    {
        folder.Write("train-images-idx3-ubyte", IdxBytes.Images(3));
        string labels = folder.Write("train-labels-idx1-ubyte", IdxBytes.Labels(1, 9, 10));
        Assert.Contains(
            $"Label 2 of '{labels}' is 10; expected 0 to 9", Assert.Throws<InvalidDataException>(() => Mnist.Train(folder.Path)).Message);
    }

    private static Mnist Set(int count) =>
        new("set", IdxBytes.Images(count)[16..], [.. Enumerable.Range(0, count).Select(n => (byte)n)]);
}
