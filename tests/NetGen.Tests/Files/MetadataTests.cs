using NetGen.Tests.Data;

namespace NetGen.Tests.Files;

public class MetadataTests
{
    [Fact]
    public void Texts_are_read_as_they_were_saved()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "weights.safetensors");
        var network = new LinearClassifier();
        network.Save(path, new Dictionary<string, string> { ["classes"] = "[\"Katze\", \"犬\"]", ["empty"] = "" });
        IReadOnlyDictionary<string, string> read = Network.ReadMetadata(path);
        Assert.Equal("[\"Katze\", \"犬\"]", read["classes"]);
        Assert.Equal("", read["empty"]);
        Assert.Equal("pt", read["format"]);
        network.Load(path);
    }
}
