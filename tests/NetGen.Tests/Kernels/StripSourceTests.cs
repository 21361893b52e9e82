using System.Runtime.CompilerServices;

namespace NetGen.Tests.Kernels;

/// <summary>
/// The unrolled sources of the library are what <see cref="StripWriter"/> writes. What it writes now stands beside a source that differs.
/// </summary>
public class StripSourceTests
{
    [Theory]
    [InlineData("Products", "Products")]
    [InlineData("Products", "WeightGradients")]
    [InlineData("Convolutions", "ConvolutionWeightGradients")]
    [InlineData("Convolutions", "PhaseTiles")]
    [InlineData("Winograd", "WinogradProducts")]
    [InlineData("Convolutions", "ConvolutionTiles")]
    [InlineData("Convolutions", "BatchLaneTiles")]
    [InlineData("Convolutions", "SparseWeightGradients")]
    [InlineData("Convolutions", "SparseInputGradients")]
    [InlineData("Rows", "ColumnSums")]
    [InlineData("Rows", "ColumnMoments")]
    public void The_source_is_what_is_written(string folder, string name)
    {
        string written = name switch
        {
            "Products" => StripWriter.Products(),
            "WeightGradients" => StripWriter.WeightGradients(),
            "ConvolutionTiles" => StripWriter.Convolutions(),
            "BatchLaneTiles" => StripWriter.BatchLaneConvolutions(),
            "SparseWeightGradients" => StripWriter.SparseWeightGradients(),
            "SparseInputGradients" => StripWriter.SparseInputGradients(),
            "ConvolutionWeightGradients" => StripWriter.ConvolutionWeightGradients(),
            "PhaseTiles" => StripWriter.PhaseTiles(),
            "ColumnSums" => StripWriter.ColumnSums(),
            "ColumnMoments" => StripWriter.ColumnMoments(),
            _ => StripWriter.WinogradProducts(),
        };
        string source = Path.Combine(Folder(folder), name + ".Strips.cs");
        string received = Path.Combine(Folder(folder), name + ".Strips.received.txt");
        File.Delete(received);
        if (File.Exists(source) && File.ReadAllText(source).ReplaceLineEndings("\n") == written)
            return;
        File.WriteAllText(received, written);
        Assert.Fail($"{source} is not what StripWriter writes: compare {received}, and put it in its place.");
    }

    private static string Folder(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "NetGen", "Runtime", "Kernels", name));
}
