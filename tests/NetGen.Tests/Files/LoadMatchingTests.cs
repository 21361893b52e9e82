using System.Buffers.Binary;
using NetGen.Tests.Data;

namespace NetGen.Tests.Files;

/// <summary>Of another network's file what fits is loaded, and the rest is told.</summary>
public class LoadMatchingTests
{
    [Fact]
    public void What_fits_is_loaded_and_the_rest_is_as_before()
    {
        var network = new LinearClassifier(seed: 1, withStatistics: true);
        float bias = network.Parameters[1].Values[2];
        network.Statistics[2].Batches = 5;
        LoadReport report = network.LoadMatching(new MemoryStream(SafetensorsBytes.Counting(
            ("fc.weight", [3, 5]), ("fc.bias", [1000]), ("bn.running_mean", [3]), ("conv.weight", [2]))));
        Assert.Equal(["fc.weight", "bn.running_mean"], report.Loaded);
        Assert.Equal(["bn.running_var"], report.Missing);
        Assert.Equal(["conv.weight"], report.Unexpected);
        WeightMismatch mismatch = Assert.Single(report.Mismatched);
        Assert.Equal(("fc.bias", "'fc.bias' is [1000] in the file and [3] in the network"), (mismatch.Name, mismatch.ToString()));
        Assert.Equal(
            "2 tensors loaded\nmismatched: 'fc.bias' is [1000] in the file and [3] in the network\nmissing: 'bn.running_var' [3]\n"
                + "unexpected: 'conv.weight' [2]", report.ToString());
        Assert.Equal(14f, network.Weight.Values[2, 4]);
        Assert.Equal(1016f, network.Statistics[0].Values[1]);
        Assert.Equal(bias, network.Parameters[1].Values[2]);
        Assert.Equal(1f, network.Statistics[1].Values[0]);
        Assert.Equal(5, network.Statistics[2].Batches);
    }

    [Fact]
    public void Where_all_fits_it_loads_as_Load_does()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "weights.safetensors");
        var saved = new LinearClassifier(seed: 1, withStatistics: true);
        saved.Statistics[2].CountBatch();
        saved.Save(path);
        var loaded = new LinearClassifier(seed: 2, withStatistics: true);
        LoadReport report = loaded.LoadMatching(path);
        Assert.Equal("5 tensors loaded", report.ToString());
        Assert.Equal(saved.Memory.Parameters, loaded.Memory.Parameters);
        Assert.Equal(saved.Memory.Statistics, loaded.Memory.Statistics);
        Assert.Equal(1, loaded.Statistics[2].Batches);
    }

    [Fact]
    public void A_table_and_what_is_wrong_with_it_are_told()
    {
        byte[] file = SafetensorsBytes.Counting(("model.dense.weight", [5, 3]), ("model.dense.bias", [3]), ("model.mask", [2]));
        var table = new WeightNames
        {
            { "dense.weight", "fc.weight", WeightTransform.Transpose },
            { "dense.bias", "fc.bias" },
            { "mask", null },
        };
        var network = new LinearClassifier(seed: 1);
        LoadReport report = network.LoadMatching(new MemoryStream(file), table);
        Assert.Empty(report.Loaded);
        Assert.Equal(["model.dense.weight", "model.dense.bias", "model.mask"], report.Unexpected);
        Assert.Contains("new WeightNames(prefix: \"model.\") takes it away", report.ToString(), StringComparison.Ordinal);
        Assert.Equal(new LinearClassifier(seed: 1).Memory.Parameters, network.Memory.Parameters);

        report = network.LoadMatching(
            new MemoryStream(file), new WeightNames(prefix: "model.") { { "dense.*", "fc.*" }, { "mask", null } });
        Assert.Equal(["fc.bias"], report.Loaded);
        Assert.Equal(["fc.weight"], report.Mismatched.Select(mismatch => mismatch.Name));
        Assert.Empty(report.Missing);
        Assert.Empty(report.Unexpected);
    }

    /// <summary>The fault lies in the last tensor that is read.</summary>
    [Fact]
    public void A_damaged_file_changes_nothing()
    {
        byte[] file = SafetensorsBytes.Of(
            """{"fc.weight":{"dtype":"F32","shape":[3,5],"data_offsets":[0,60]},"fc.bias":"""
            + """{"dtype":"F64","shape":[3],"data_offsets":[60,84]}}""", 84);
        BinaryPrimitives.WriteDoubleLittleEndian(file.AsSpan(file.Length - 8), 1e300);
        var network = new LinearClassifier(seed: 1);
        Assert.Contains(
            "'the stream', tensor 'fc.bias' has the value 1E+300 at 2",
            Assert.Throws<InvalidDataException>(() => network.LoadMatching(new MemoryStream(file))).Message, StringComparison.Ordinal);
        for (int length = 0; length < file.Length; length++)
            Assert.Throws<InvalidDataException>(() => network.LoadMatching(new MemoryStream(file[..length])));
        Assert.Equal(new LinearClassifier(seed: 1).Memory.Parameters, network.Memory.Parameters);
    }
}
