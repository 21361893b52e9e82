using NetGen;
using NetGen.Tests.Data;

namespace MnistTrainer.Tests;

/// <summary>A folder with a small set of drawn digits in MNIST's files, and the trainer run on it.</summary>
public sealed class TrainerFixture : IDisposable
{
    public TrainerFixture()
    {
        WriteSet("train", 1000, seed: 1);
        WriteSet("t10k", 200, seed: 2);
    }

    internal TemporaryFolder Folder { get; } = new();

    /// <summary>Where the files lie.</summary>
    public string Data => Folder.Path;

    /// <summary>A file beside them.</summary>
    public string Path(string name) => System.IO.Path.Combine(Data, name);

    public void Dispose() => Folder.Dispose();

    internal Task<TrainerProcess.Result> RunAsync(params string[] arguments) => TrainerProcess.RunAsync(Data, arguments);

    private void WriteSet(string name, int count, int seed)
    {
        Mnist set = SyntheticDigits.Draw(count, seed);
        byte[] pixels = [.. Enumerable.Range(0, count).SelectMany(i => set.Pixels(i).ToArray())];
        Folder.Write($"{name}-images-idx3-ubyte", [.. IdxBytes.Header(8, (uint)count, 28, 28), .. pixels]);
        byte[] labels = [.. Enumerable.Range(0, count).Select(i => (byte)set.Label(i))];
        Folder.Write($"{name}-labels-idx1-ubyte.gz", IdxBytes.Gzip(IdxBytes.Labels(labels)));
    }
}
