namespace NetGen.Data.Tests.Images;

public sealed class PictureFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Colours_are_read_as_they_are()
    {
        byte[] pixels = Random(5 * 4 * 3);
        Picture picture = Read(PngBytes.Of(5, 4, 2, pixels));
        Assert.Equal((5, 4, 3), (picture.Width, picture.Height, picture.Channels));
        Assert.Equal(pixels, picture.Pixels);
    }

    [Fact]
    public void Colours_become_grey_and_grey_becomes_colours()
    {
        Assert.Equal(
            [(byte)Math.Round((0.299 * 200) + (0.587 * 100) + (0.114 * 50))],
            Read(PngBytes.Of(1, 1, 2, [200, 100, 50]), channels: 1).Pixels);
        Assert.Equal([7, 7, 7, 250, 250, 250], Read(PngBytes.Of(2, 1, 0, [7, 250])).Pixels);
    }

    [Fact]
    public void Transparent_parts_lie_over_white()
    {
        Assert.Equal(
            [255, 255, 255, 10, 20, 30, 155, 205, 255],
            Read(PngBytes.Of(3, 1, 6, [1, 2, 3, 0, 10, 20, 30, 255, 54, 155, 255, 127])).Pixels);
        Assert.Equal([255, 128], Read(PngBytes.Of(2, 1, 4, [0, 0, 128, 255]), channels: 1).Pixels);
    }

    [Fact]
    public void Palettes_deep_and_shallow_samples_and_interlaced_pictures_are_read()
    {
        byte[] palette = [1, 2, 3, 40, 50, 60];
        Assert.Equal([40, 50, 60, 1, 2, 3], Read(PngBytes.Of(2, 1, 3, [1, 0], ("PLTE", palette))).Pixels);
        Assert.Equal([1, 2, 3, 40, 50, 60, 1, 2, 3], Read(PngBytes.Of(3, 1, 3, 1, false, [0, 0b0100_0000], ("PLTE", palette))).Pixels);
        Assert.Equal([0x12, 0xAB], Read(PngBytes.Of(2, 1, 0, 16, false, [0, 0x12, 0x34, 0xAB, 0xCD]), channels: 1).Pixels);

        // 3×3 interlaced: the passes have the pixels (0,0); none; none; (2,0); (0,2) and (2,2); (1,0) and (1,2); the row 1.
        byte[] passes = [0, 11, 0, 13, 0, 31, 33, 0, 12, 0, 32, 0, 21, 22, 23];
        Assert.Equal([11, 12, 13, 21, 22, 23, 31, 32, 33], Read(PngBytes.Of(3, 3, 0, 8, true, passes), channels: 1).Pixels);
    }

    [Theory]
    [InlineData(1, "abcdef")]
    [InlineData(2, "cbafed", true)]
    [InlineData(3, "fedcba")]
    [InlineData(4, "defabc", true)]
    [InlineData(5, "adbecf", true)]
    [InlineData(6, "daebfc")]
    [InlineData(7, "fcebda")]
    [InlineData(8, "cfbead")]
    public void A_camera_is_held_upright(byte orientation, string expected, bool isBigEndian = false)
    {
        // Two rows, abc and def, of squares that are larger than what JPEG blurs.
        const int Side = 16;
        byte[] pixels = new byte[3 * Side * 2 * Side * 3];
        for (int y = 0; y < 2 * Side; y++)
            for (int x = 0; x < 3 * Side; x++)
                pixels.AsSpan(((y * 3 * Side) + x) * 3, 3).Fill((byte)(20 + (40 * ((y / Side * 3) + (x / Side)))));
        Picture picture = Read(JpegBytes.WithOrientation(JpegBytes.Of(3 * Side, 2 * Side, pixels), orientation, isBigEndian), channels: 1);
        Assert.Equal(orientation < 5 ? (3 * Side, 2 * Side) : (2 * Side, 3 * Side), (picture.Width, picture.Height));
        string seen = "";
        for (int y = Side / 2; y < picture.Height; y += Side)
            for (int x = Side / 2; x < picture.Width; x += Side)
                seen += (char)('a' + (int)Math.Round((picture.Pixels[(y * picture.Width) + x] - 20) / 40.0));
        Assert.Equal(expected, seen);
    }

    [Fact]
    public void What_a_header_states_is_checked_before_anything_is_allocated()
    {
        byte[] vast = PngBytes.Of(100_000, 100_000, 6, 8, false, [0]);
        byte[] jpeg = JpegBytes.Of(8, 8, Random(8 * 8 * 3));
        int frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        jpeg.AsSpan(frame + 5, 4).Fill(0xFF);
        foreach (byte[] file in new[] { vast, jpeg })
        {
            string path = folder.Write("vast", file);
            long before = GC.GetAllocatedBytesForCurrentThread();
            string says = Assert.Throws<InvalidDataException>(() => PictureFile.Read(path, 3, 100_000_000)).Message;
            Assert.Contains("expected at most 100000000", says, StringComparison.Ordinal);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        }

        Assert.Contains(
            "states 65535×65535 pixels, and has", Error(jpeg, maximalPixels: Picture.MostPixels * 9L), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_unpacks_to_more_than_its_size_is_refused()
    {
        Assert.Contains("more than the 2 bytes", Error(PngBytes.Of(1, 1, 0, 8, false, new byte[50_000_000])), StringComparison.Ordinal);
        Assert.Contains("has 3 of 20 bytes", Error(PngBytes.Of(4, 4, 0, 8, false, [0, 1, 2])), StringComparison.Ordinal);
    }

    /// <summary>The second byte of zlib's content says that there is one; the first two are a multiple of 31.</summary>
    [Fact]
    public void A_picture_that_asks_for_a_dictionary_is_refused()
    {
        byte[] header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];
        byte[] file =
        [
            .. PngBytes.Of(1, 1, 0, [7]).AsSpan(0, 8), .. PngBytes.Chunk("IHDR", header),
            .. PngBytes.Chunk("IDAT", [0x78, 0xBB, 1, 2, 3, 4, 5, 6]), .. PngBytes.Chunk("IEND", []),
        ];
        Assert.Contains("is damaged: ", Error(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    public void A_file_that_is_cut_short_anywhere_is_refused(string kind)
    {
        byte[] whole = kind == "png" ? PngBytes.Of(9, 9, 2, Random(9 * 9 * 3)) : JpegBytes.Of(9, 9, Random(9 * 9 * 3));
        Assert.NotNull(Read(whole));
        for (int length = 0; length < whole.Length - 1; length += 7)
        {
            string message = length == 0 ? "is empty" : length < 3 ? "neither a PNG nor a JPEG" : "'";
            Assert.Contains(message, Error(whole[..length]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Other_files_are_refused()
    {
        Assert.Contains("is neither a PNG nor a JPEG file", Error("GIF89a"u8.ToArray()), StringComparison.Ordinal);
        byte[] flipped = PngBytes.Of(2, 2, 0, [1, 2, 3, 4]);
        flipped[^20] ^= 1;
        Assert.Contains("checksum", Error(flipped), StringComparison.Ordinal);
        Assert.Contains("colour type 5", Error(PngBytes.Of(2, 2, 5, [1, 2, 3, 4])), StringComparison.Ordinal);
    }

    /// <summary>A decoder takes the first size, so that one behind it must not decide what may be allocated.</summary>
    [Fact]
    public void A_second_size_is_refused()
    {
        byte[] whole = JpegBytes.Of(8, 8, Random(8 * 8 * 3));
        int frame = whole.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        byte[] vast = whole[frame..(frame + 19)];
        vast.AsSpan(5, 4).Fill(0xFF);
        Assert.Contains(
            "is damaged: it states its size twice", Error([.. whole[..frame], .. vast, .. whole[frame..]]), StringComparison.Ordinal);
    }

    /// <summary>Each scan is a pass over all pixels, and may have a byte alone.</summary>
    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_picture_of_too_many_scans_is_refused(int scans, bool isRead)
    {
        byte[] whole = JpegBytes.Of(8, 8, Random(8 * 8 * 3));
        int scan = whole.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]);
        byte[] file = [.. whole[..scan], .. Enumerable.Repeat(whole[scan..^2], scans).SelectMany(bytes => bytes), 0xFF, 0xD9];
        if (isRead)
            Assert.NotNull(Read(file));
        else
            Assert.Contains("is damaged: its picture has more than 200 scans", Error(file), StringComparison.Ordinal);

        // What follows the end is another picture.
        byte[] another = file[scan..];
        Assert.NotNull(Read([.. whole, .. another]));
    }

    [Fact]
    public void A_folder_is_named()
    {
        string path = folder.PathOf("folder.png");
        Directory.CreateDirectory(path);
        Assert.Equal(
            $"'{path}' is a folder; expected a PNG or JPEG file.",
            Assert.Throws<IOException>(() => PictureFile.Read(path, 3, 100)).Message);
    }

    private static byte[] Random(int count)
    {
        var bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private Picture Read(byte[] file, int channels = 3) => PictureFile.Read(folder.Write("picture", file), channels, 1 << 20);

    private string Error(byte[] file, long maximalPixels = 1 << 20)
    {
        string path = folder.Write("broken", file);
        string says = Assert.Throws<InvalidDataException>(() => PictureFile.Read(path, 3, maximalPixels)).Message;
        Assert.StartsWith($"'{path}' ", says, StringComparison.Ordinal);
        return says;
    }
}
