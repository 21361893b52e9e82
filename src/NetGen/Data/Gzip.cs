using System.IO.Compression;

namespace NetGen;

/// <summary>Files that may be packed with gzip, once or, by a server and a tool after it, twice.</summary>
internal static class Gzip
{
    private const int FirstByte = 0x1F;
    private const int SecondByte = 0x8B;
    private const int MostLayers = 3;

    /// <summary>
    /// Opens a file and gives its unpacked content; that it is packed is told from the first two bytes, of the content too.
    /// </summary>
    /// <remarks>Members one after another are one content (RFC 1952, section 2.2), and what pads the last one is passed over.</remarks>
    /// <exception cref="InvalidDataException">The file is packed, and damaged or cut short; reading on throws it as well.</exception>
    public static Stream OpenUnpacked(string path)
    {
        int layers = 0;
        while (layers < MostLayers && IsPacked(path, layers))
            layers++;
        return Open(path, layers);
    }

    /// <summary>The content of a stream that is packed.</summary>
    public static Stream Unpacked(Stream packed) => new GZipStream(new GzipSource(packed), CompressionMode.Decompress);

    /// <summary>Whether a stream begins as gzip does; its position is at its beginning then.</summary>
    public static bool IsPacked(Stream file)
    {
        bool packed = BeginsAsPacked(file);
        file.Position = 0;
        return packed;
    }

    private static bool IsPacked(string path, int layers)
    {
        using Stream content = Open(path, layers);
        return BeginsAsPacked(content);
    }

    private static bool BeginsAsPacked(Stream content) => content.ReadByte() == FirstByte && content.ReadByte() == SecondByte;

    private static Stream Open(string path, int layers)
    {
        Stream content = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        for (int layer = 0; layer < layers; layer++)
            content = Unpacked(content);
        return content;
    }
}
