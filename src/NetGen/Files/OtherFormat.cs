using System.Text;

namespace NetGen;

/// <summary>The format of a file of another kind than expected, detected from its first bytes.</summary>
internal static class OtherFormat
{
    /// <summary>The number of bytes that the detection needs.</summary>
    public const int StartLength = 64;

    private static readonly (byte[] Start, string Name)[] Known =
    [
        ([0x50, 0x4B, 0x03, 0x04],
            "a ZIP archive, such as torch.save, NumPy and Kaggle write; unpack it, or save a state dict by safetensors.torch.save_file"),
        ([0x1F, 0x8B], "packed with gzip; unpack it first"),
        ([0x80, 0x02], "a pickle file, such as old versions of torch.save write; save the state dict by safetensors.torch.save_file"),
        ([0x80, 0x04], "a pickle file; save the state dict by safetensors.torch.save_file"),
        ([0x89, 0x48, 0x44, 0x46], "an HDF5 file, such as Keras writes"),
        ([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59], "a NumPy file"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([.. "GGUF"u8], "a GGUF file"),
        ([.. "version https://git-lfs"u8], "a pointer of Git LFS; fetch the file itself by 'git lfs pull'"),
    ];

    /// <summary>The format, such as "a web page (HTML)"; null of a file that none of these is.</summary>
    /// <param name="start">The first bytes, at most <see cref="StartLength"/>.</param>
    public static string? Of(ReadOnlySpan<byte> start)
    {
        foreach ((byte[] known, string name) in Known)
        {
            if (start.StartsWith(known))
                return name;
        }

        ReadOnlySpan<byte> marked = start.StartsWith(Encoding.UTF8.Preamble) ? start[Encoding.UTF8.Preamble.Length..] : start;
        return marked.TrimStart(" \t\r\n"u8) is [(byte)'<', (byte)'!' or (byte)'?' or (byte)'h' or (byte)'H', ..]
            ? "a web page (HTML), such as a server gives in place of a file"
            : null;
    }
}
