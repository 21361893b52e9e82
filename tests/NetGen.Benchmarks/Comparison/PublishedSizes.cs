using System.Globalization;
using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Comparison;

/// <summary>What the published programs take on the disk, without what is there for debuggers and editors.</summary>
internal static class PublishedSizes
{
    private const double Mebibyte = 1 << 20;
    private static readonly string[] NotCounted = [".pdb", ".dbg", ".xml"];

    /// <summary>The table of MiB.</summary>
    public static string Table(string netGen, PeersFolder peers)
    {
        var table = new MarkdownTable(words: 1, "published, MiB", "NetGen", "ONNX Runtime", "TorchSharp");
        table.Add("", MebibytesOf(netGen), MebibytesOf(peers.OnnxRuntimeFolder), MebibytesOf(peers.TorchSharpFolder));
        return table.ToString();
    }

    private static string MebibytesOf(string folder) => (new DirectoryInfo(folder)
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => !NotCounted.Contains(file.Extension))
        .Sum(file => file.Length) / Mebibyte).ToString("F1", CultureInfo.InvariantCulture);
}
