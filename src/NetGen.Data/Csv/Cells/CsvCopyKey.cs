using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NetGen.Data;

/// <summary>By what the binary copy of CSV files is known: where they lie, which version they are, and what is read of them.</summary>
/// <param name="Files">The full paths.</param>
/// <param name="Stamp">The lengths of the files, and when they were last written.</param>
/// <param name="Columns">The fields that are read, and how.</param>
internal sealed record CsvCopyKey(string Files, string Stamp, string Columns)
{
    // Raised when the form of the copies changes.
    private const int Version = 1;

    /// <summary>The whole key, which a copy repeats.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Version}\n{Files}\n{Stamp}\n{Columns}");

    /// <summary>The name of the copy.</summary>
    public string FileName => $"{PrefixOfCurrent}{Hash(string.Create(CultureInfo.InvariantCulture, $"{Version} {Columns}"))}.cells";

    /// <summary>What matches the names of all copies of these files.</summary>
    public string NamesOfAll => $"{Hash(Files)}-*";

    /// <summary>How the names of copies of these files begin, where they are of this version of the files.</summary>
    public string PrefixOfCurrent => $"{Hash(Files)}-{Hash(Stamp)}-";

    /// <summary>The key of files as they are now.</summary>
    /// <exception cref="IOException">A file does not exist.</exception>
    public static CsvCopyKey Of(IReadOnlyList<string> paths, IReadOnlyList<CsvField> fields, CsvOptions options)
    {
        var stamp = new StringBuilder();
        foreach (string path in paths)
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw Directory.Exists(path)
                    ? new IOException($"'{path}' is a folder; expected a CSV file.")
                    : new FileNotFoundException($"There is no file '{path}'.", path);
            }


            stamp.Append(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks};");
        }

        return new CsvCopyKey(
            string.Join('\n', paths.Select(Path.GetFullPath)),
            stamp.ToString(),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{options.Separator} {options.HasHeader} {options.Encoding.WebName} "
                    + $"{string.Join('|', options.MissingTexts)}\n{string.Join('\n', fields)}"));
    }

    // 64 bits keep apart the files of one user.
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
