namespace NetGen.Execution.Tests.Golden;

/// <summary>The golden files are whole, and the reader refuses those that are not.</summary>
public class GoldenFilesTests
{
    [Fact]
    public void Every_case_has_its_tensors_in_the_shapes_that_the_manifest_states()
    {
        Assert.NotEmpty(GoldenFolder.Cases);
        foreach (GoldenCase golden in GoldenFolder.Cases)
        {
            SafetensorsFile file = GoldenFolder.Tensors(golden);
            Assert.Equal(golden.InputShape, file["input"].Shape);
            Assert.Equal(golden.OutputShape, file["output"].Shape);
            Assert.True(
                file.Has("grad_output") || file.Has("loss") || !golden.IsTraining,
                $"{golden.Name} has neither an upstream gradient nor a loss");
        }
    }

    [Fact]
    public void A_truncated_file_is_refused()
    {
        byte[] whole = File.ReadAllBytes(GoldenFolder.PathOf(GoldenFolder.Cases[0].TensorsFile));
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.safetensors");
        try
        {
            File.WriteAllBytes(path, whole[..^1]);
            Assert.Throws<InvalidDataException>(() => SafetensorsFile.Read(path));
            File.WriteAllBytes(path, [.. whole, 0]);
            Assert.Throws<InvalidDataException>(() => SafetensorsFile.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
