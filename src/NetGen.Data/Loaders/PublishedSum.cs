using System.Security.Cryptography;

namespace NetGen.Data;

/// <summary>
/// Compares files with the MD5 sums that their publishers state, against damage on the way; MD5 is no proof against intent.
/// </summary>
internal static class PublishedSum
{
    /// <summary>Whether a file has this sum.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool IsMd5(string path, string sum)
    {
        using FileStream file = File.OpenRead(path);
#pragma warning disable CA5351 // The publishers state no other sums.
        return Convert.ToHexStringLower(MD5.HashData(file)) == sum;
#pragma warning restore CA5351
    }
}
