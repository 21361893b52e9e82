namespace NetGen.Data.Tests;

public class PreparationTests
{
    [Fact]
    public void Weights_alone_are_refused()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");
        try
        {
            new Weights(seed: 1).Save(path);
            var error = Assert.Throws<InvalidDataException>(() => Preparation.Read<Preparation>(path));
            Assert.Contains("holds weights alone", error.Message, StringComparison.Ordinal);
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

[Network]
[Input(2)]
[Linear(3)]
[CrossEntropy]
public partial class Weights;
