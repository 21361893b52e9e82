using System.Globalization;

namespace NetGen.Data.Tests.Images;

/// <summary>
/// Files with a few bytes changed, cut out, doubled or cut off: they are read, or refused by an error that names the file. The environment
/// variable NETGEN_FUZZ states another number of them.
/// </summary>
public sealed class PictureFuzzTests : IDisposable
{
    private const int MostAllocated = 16 << 20;

    private readonly TemporaryFolder folder = new();

    private static int Cases => int.Parse(Environment.GetEnvironmentVariable("NETGEN_FUZZ") ?? "300", CultureInfo.InvariantCulture);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("png")]
    [InlineData("png with right checksums")]
    [InlineData("jpeg")]
    [InlineData("jpeg with orientation")]
    public void A_mutated_file_is_read_or_refused_by_name(string kind)
    {
        var random = new Random(7);
        byte[] pixels = new byte[24 * 20 * 3];
        random.NextBytes(pixels);
        byte[] whole = kind.StartsWith("png", StringComparison.Ordinal)
            ? PngBytes.Of(24, 20, 2, pixels, ("tEXt", "Title\0fuzz"u8.ToArray())) : JpegBytes.Of(24, 20, pixels, quality: 60);
        if (kind == "jpeg with orientation")
            whole = JpegBytes.WithOrientation(whole, 6, isBigEndian: true);
        int refused = 0;
        for (int i = 0; i < Cases; i++)
        {
            byte[] mutated = kind == "png with right checksums" ? WithRightChecksums(Mutated(whole, random)) : Mutated(whole, random);
            string path = folder.Write("mutated", mutated);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                Picture picture = PictureFile.Read(path, 3, 100_000_000);
                PictureFit.ToSample(picture, 8, 8, ImageFit.Crop);
            }
            catch (InvalidDataException error)
            {
                refused++;
                Assert.StartsWith($"'{path}' ", error.Message, StringComparison.Ordinal);
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
        }

        Assert.InRange(refused, Cases / 20, Cases);
    }

    private static byte[] Mutated(byte[] whole, Random random)
    {
        List<byte> file = [.. whole];
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            int at = random.Next(file.Count), length = Math.Min(random.Next(1, 20), file.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    file.RemoveRange(at, length);
                    break;
                case 3:
                    file.InsertRange(at, file.GetRange(at, length));
                    break;
                case 4:
                    file[at] = random.Next(2) == 0 ? (byte)0 : (byte)255;
                    break;
                default:
                    if (random.Next(4) == 0)
                        file.RemoveRange(at, file.Count - at);
                    break;
            }

            if (file.Count == 0)
                break;
        }

        return [.. file];
    }

    /// <summary>Corrects the checksum of each chunk, so that the decoder sees what was changed.</summary>
    private static byte[] WithRightChecksums(byte[] file)
    {
        for (int at = 8; at + 12 <= file.Length;)
        {
            uint length = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12)
                break;
            uint right = Crc32.Of(file.AsSpan(at + 4, 4 + (int)length));
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at + 8 + (int)length), right);
            at += 12 + (int)length;
        }

        return file;
    }
}
