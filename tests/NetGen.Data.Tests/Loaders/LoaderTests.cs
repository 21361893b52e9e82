using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Data.Tests.Loaders;

public sealed class LoaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Relatives_of_mnist_are_read_by_its_names()
    {
        WriteIdx("train", [3, 0, 9], isPacked: true);
        WriteIdx("t10k", [1, 2], isPacked: false);
        var fashion = FashionMnist.Train(folder.Path);
        Assert.Equal(("fashion-mnist", 3, 784, 10), (fashion.Name, fashion.Count, fashion.SampleSize, fashion.Classes));
        Assert.Equal("Ankle boot", fashion.ClassNames[fashion.Label(2)]);
        Assert.Equal(Pixel(2, 5, 7), fashion.Pixels(2)[(5 * 28) + 7]);
        AssertNormalised(fashion, 0.2860, 0.3530);
        var kuzushiji = Kmnist.Test(folder.Path);
        Assert.Equal(("kmnist", 2, "ki"), (kuzushiji.Name, kuzushiji.Count, kuzushiji.ClassNames[kuzushiji.Label(0)]));
        AssertNormalised(kuzushiji, 0.1918, 0.3483);
        Assert.Equal([1, 28, 28], ((IDataSet)kuzushiji).Shape);
        Assert.False(FashionMnist.IsPublished(folder.Path));
    }

    [Fact]
    public void Images_of_emnist_are_set_upright_and_letters_counted_from_zero()
    {
        WriteIdx("emnist-letters-train", [1, 26], isPacked: true);
        var letters = EmnistLetters.Train(folder.Path);
        Assert.Equal(("A", "Z", 26), (letters.ClassNames[letters.Label(0)], letters.ClassNames[letters.Label(1)], letters.Classes));
        Assert.Equal(Pixel(1, 7, 5), letters.Pixels(1)[(5 * 28) + 7]);
        WriteIdx("emnist-balanced-test", [46, 36], isPacked: false);
        var balanced = EmnistBalanced.Test(folder.Path);
        Assert.Equal(("t", "a", 47), (balanced.ClassNames[46], balanced.ClassNames[36], balanced.Classes));
        WriteIdx("emnist-byclass-test", [61], isPacked: false);
        Assert.Equal(("z", 62), (EmnistByClass.Test(folder.Path).ClassNames[61], EmnistByClass.Test(folder.Path).Classes));
        WriteIdx("emnist-digits-test", [9], isPacked: false);
        Assert.Equal("9", EmnistDigits.Test(folder.Path).ClassNames[9]);
        WriteIdx("emnist-bymerge-train", [9], isPacked: false);
        Assert.Equal(47, EmnistByMerge.Train(folder.Path).Classes);
    }

    [Fact]
    public void Classes_are_those_that_the_types_state()
    {
        Type[] all = typeof(StoredImages).Assembly.GetTypes();
        foreach (Type type in all.Where(type => type.IsSubclassOf(typeof(StoredImages)) && !type.IsAbstract))
            Assert.NotNull(Attribute.GetCustomAttribute(type, typeof(ClassesAttribute)));
        WriteIdx("emnist-letters-train", [1], isPacked: false);
        var stated = (ClassesAttribute)Attribute.GetCustomAttribute(typeof(EmnistLetters), typeof(ClassesAttribute))!;
        Assert.Equal(stated.Count, EmnistLetters.Train(folder.Path).Classes);
    }

    [Fact]
    public void Wrong_labels_and_missing_files_are_named()
    {
        WriteIdx("emnist-letters-train", [1, 0], isPacked: false);
        Assert.Contains(
            "is 0; expected 1 to 26", Assert.Throws<InvalidDataException>(() => EmnistLetters.Train(folder.Path)).Message,
            StringComparison.Ordinal);
        string says = Assert.Throws<FileNotFoundException>(() => Kmnist.Train(folder.Path)).Message;
        Assert.Contains("No KMNIST file", says, StringComparison.Ordinal);
        Assert.Contains("'train-images-idx3-ubyte.gz'", says, StringComparison.Ordinal);
    }

    [Fact]
    public void Batches_of_cifar_are_joined()
    {
        for (int batch = 1; batch <= 5; batch++)
            folder.Write($"cifar-10-batches-bin/data_batch_{batch}.bin", [.. Record(batch), .. Record(batch + 1)]);
        folder.Write("test_batch.bin", Record(9));
        var train = Cifar10.Train(folder.Path);
        Assert.Equal((10, 3072, 10), (train.Count, train.SampleSize, train.Classes));
        Assert.Equal([1, 2, 2, 3, 3, 4, 4, 5, 5, 6], Enumerable.Range(0, 10).Select(train.Label));
        float[] sample = new float[3072];
        train.CopySamples([9], sample);
        Assert.Equal(((6 / 255.0) - 0.4914) / 0.2470, sample[0], 1e-6);
        Assert.Equal(((16 / 255.0) - 0.4822) / 0.2435, sample[1024], 1e-6);
        Assert.Equal(((26 / 255.0) - 0.4465) / 0.2616, sample[3071], 1e-6);
        Assert.Equal("truck", Cifar10.Test(folder.Path).ClassNames[Cifar10.Test(folder.Path).Label(0)]);
        Assert.False(Cifar10.IsPublished(Path.Combine(folder.Path, "test_batch.bin")));
    }

    [Fact]
    public void Broken_batches_of_cifar_are_named()
    {
        string path = folder.Write("test_batch.bin", Record(1)[1..]);
        Assert.Contains($"'{path}' has 3072 bytes", Error(), StringComparison.Ordinal);
        folder.Write("test_batch.bin", [.. Record(1), .. Record(10)]);
        Assert.Contains($"Label 1 of '{path}' is 10; expected 0 to 9", Error(), StringComparison.Ordinal);
        Assert.Contains(
            "data_batch_1.bin", Assert.Throws<FileNotFoundException>(() => Cifar10.Train(folder.Path)).Message, StringComparison.Ordinal);

        string Error() => Assert.Throws<InvalidDataException>(() => Cifar10.Test(folder.Path)).Message;
    }

    private static byte[] Record(int label) =>
        [(byte)label, .. Enumerable.Range(0, 3).SelectMany(channel => Enumerable.Repeat((byte)(label + (10 * channel)), 1024))];

    private static byte Pixel(int image, int y, int x) => (byte)((image * 50) + (y * 7) + x);

    private static void AssertNormalised(StoredImages data, double mean, double deviation)
    {
        float[] samples = new float[2 * 784];
        data.CopySamples([1, 0], samples);
        Assert.Equal(((data.Pixels(1)[200] / 255.0) - mean) / deviation, samples[200], 1e-5);
        Assert.Equal(((data.Pixels(0)[783] / 255.0) - mean) / deviation, samples[1567], 1e-5);
    }

    private void WriteIdx(string part, byte[] labels, bool isPacked)
    {
        byte[] pixels = [.. labels.SelectMany((_, image) => Enumerable.Range(0, 784).Select(i => Pixel(image, i / 28, i % 28)))];
        byte[] images = [0, 0, 8, 3, .. Word(labels.Length), .. Word(28), .. Word(28), .. pixels];
        byte[] numbers = [0, 0, 8, 1, .. Word(labels.Length), .. labels];
        folder.Write($"{part}-images-idx3-ubyte{(isPacked ? ".gz" : "")}", isPacked ? Gzip(images) : images);
        folder.Write($"{part}-labels-idx1-ubyte{(isPacked ? ".gz" : "")}", isPacked ? Gzip(numbers) : numbers);
    }

    private static byte[] Word(int value)
    {
        byte[] word = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, value);
        return word;
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }
}
