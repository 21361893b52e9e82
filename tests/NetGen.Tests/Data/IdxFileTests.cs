namespace NetGen.Tests.Data;

public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false, "images")]
    [InlineData(true, "images.gz")]
    [InlineData(true, "packed-without-the-ending")]
    [InlineData(false, "plain-with-the-ending.gz")]
    public void Reads_packed_and_plain_files_by_their_content(bool packed, string name)
    {
        byte[] content = IdxBytes.Images(3, 4, 5);
        string path = folder.Write(name, packed ? IdxBytes.Gzip(content) : content);

        IdxFile file = IdxFile.Read(path);

        Assert.Equal(path, file.Path);
        Assert.Equal([3, 4, 5], file.Dimensions);
        Assert.Equal(content[16..], file.Values);
    }

    [Fact]
    public void Reads_files_longer_than_the_first_room()
    {
        byte[] content = IdxBytes.Images(3000, 28, 28);
        IdxFile file = IdxFile.Read(folder.Write("long", content));
        Assert.True(content.AsSpan(16).SequenceEqual(file.Values));
    }

    [Fact]
    public void Reads_files_packed_tighter_than_the_first_room()
    {
        byte[] content = new byte[16 + (3000 * 28 * 28)];
        IdxBytes.Images(3000, 28, 28).AsSpan(0, 16).CopyTo(content);
        content[^1] = 7;
        byte[] packed = IdxBytes.Gzip(content);
        Assert.True(packed.Length < content.Length / 100);
        IdxFile file = IdxFile.Read(folder.Write("tight", packed));
        Assert.True(content.AsSpan(16).SequenceEqual(file.Values));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Allocates_little_more_than_the_values(bool packed)
    {
        byte[] content = IdxBytes.Images(5000, 28, 28);
        new Random(1).NextBytes(content.AsSpan(16));
        string path = folder.Write("large", packed ? IdxBytes.Gzip(content) : content);

        long before = GC.GetAllocatedBytesForCurrentThread();
        IdxFile file = IdxFile.Read(path);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, file.Values.Length, file.Values.Length + 500_000);
    }

    [Fact]
    public void Every_truncation_of_a_plain_file_is_an_error()
    {
        byte[] content = IdxBytes.Images(2, 3, 3);
        for (int length = 0; length < content.Length; length++)
            AssertDamaged(content[..length], "is cut short");
    }

    [Fact]
    public void Every_truncation_of_a_packed_file_is_an_error()
    {
        byte[] content = IdxBytes.Gzip(IdxBytes.Images(2, 3, 3));
        for (int length = 0; length < content.Length; length++)
            AssertDamaged(content[..length], "'");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_goes_on_is_an_error(bool packed)
    {
        byte[] content = [.. IdxBytes.Labels(1, 2, 3), 0];
        AssertDamaged(packed ? IdxBytes.Gzip(content) : content, "goes on after the 3 = 3 values");
    }

    [Fact]
    public void A_flipped_byte_inside_gzip_is_an_error()
    {
        byte[] images = IdxBytes.Images(20, 28, 28);
        byte[] packed = IdxBytes.Gzip(images);
        for (int position = 10; position < packed.Length; position += 7)
        {
            byte[] broken = [.. packed];
            broken[position] ^= 0x10;
            string path = folder.Write("broken", broken);
            var error = Assert.Throws<InvalidDataException>(() => IdxFile.Read(path));
            Assert.Contains(path, error.Message);
        }
    }

    /// <summary>RFC 1952, section 2.2: a file is a series of members, one content; tapes and disks pad it with zeros.</summary>
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(1, 1)]
    [InlineData(1, 512)]
    [InlineData(2, 20_000)]
    public void Members_one_after_another_and_padding_are_good(int members, int zeros)
    {
        byte[] content = IdxBytes.Images(20, 28, 28);
        new Random(1).NextBytes(content.AsSpan(16));
        int size = (content.Length + members - 1) / members;
        byte[] packed = [.. content.Chunk(size).SelectMany(IdxBytes.Gzip), .. new byte[zeros]];
        Assert.Equal(content[16..], IdxFile.Read(folder.Write("members.gz", packed)).Values);
    }

    [Fact]
    public void Every_truncation_of_several_members_is_an_error()
    {
        byte[] content = IdxBytes.Images(2, 3, 3);
        byte[] packed = [.. IdxBytes.Gzip(content[..20]), .. IdxBytes.Gzip(content[20..])];
        for (int length = 0; length < packed.Length; length++)
            AssertDamaged(packed[..length], "'");
    }

    /// <summary>A block that is kept as it is has no end of its own: what is missing of it must not be made up.</summary>
    [Fact]
    public void Every_truncation_of_a_file_that_cannot_be_packed_is_an_error()
    {
        byte[] content = IdxBytes.Images(1, 16, 16);
        new Random(1).NextBytes(content.AsSpan(16));
        byte[] packed = IdxBytes.Gzip(content);
        Assert.True(packed.Length > content.Length);
        for (int length = 0; length < packed.Length; length++)
            AssertDamaged(packed[..length], "'");
    }

    [Fact]
    public void A_file_packed_twice_is_unpacked_twice()
    {
        byte[] content = IdxBytes.Images(3, 4, 5);
        byte[] packed = IdxBytes.Gzip(IdxBytes.Gzip(content));
        Assert.Equal(content[16..], IdxFile.Read(folder.Write("twice.gz", packed)).Values);
        for (int length = 0; length < packed.Length; length++)
            AssertDamaged(packed[..length], "'");
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Not found</body></html>", "is not an IDX file: it is a web page (HTML)")]
    [InlineData("\n <html lang=\"en\">", "is not an IDX file: it is a web page (HTML)")]
    [InlineData("PK\u0003\u0004 and more", "is not an IDX file: it is a ZIP archive")]
    [InlineData("version https://git-lfs.github.com/spec/v1", "a pointer of Git LFS")]
    public void A_file_of_another_format_is_called_by_its_name(string content, string says)
    {
        AssertDamaged(System.Text.Encoding.UTF8.GetBytes(content), says);
        AssertDamaged(IdxBytes.Gzip(System.Text.Encoding.UTF8.GetBytes(content)), says);
    }

    [Theory]
    [InlineData(new byte[] { 1, 0, 8, 1, 0, 0, 0, 1, 0 }, "is not an IDX file: it begins with 0x01000801")]
    [InlineData(new byte[] { 0, 0, 8, 0, 0, 0, 0, 1, 0 }, "is not an IDX file")]
    [InlineData(new byte[] { 0, 0, 8, 5, 0, 0, 0, 1, 0 }, "a number of dimensions from 1 to 4")]
    [InlineData(new byte[] { 0, 0, 13, 1, 0, 0, 0, 1, 0 }, "IDX type 0x0D; expected 0x08")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 0 }, "states the size 0 for dimension 0")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0xFF, 0xFF, 0xFF, 0xFF }, "states the size 4294967295")]
    public void A_wrong_header_is_an_error(byte[] content, string says) => AssertDamaged(content, says);

    [Fact]
    public void An_absurd_size_is_an_error_and_takes_no_memory()
    {
        AssertDamaged(IdxBytes.Header(8, 0x7FFFFFFF, 0x7FFFFFFF, 0x7FFFFFFF), "more than the");
        string path = folder.Write("huge", [.. IdxBytes.Header(8, 2_000_000_000), 1, 2, 3]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => IdxFile.Read(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        string path = Path.Combine(folder.Path, "absent");
        Assert.Contains(path, Assert.Throws<FileNotFoundException>(() => IdxFile.Read(path)).Message);
    }

    private void AssertDamaged(byte[] content, string says)
    {
        string path = folder.Write("damaged", content);
        var error = Assert.Throws<InvalidDataException>(() => IdxFile.Read(path));
        Assert.Contains(path, error.Message);
        Assert.Contains(says, error.Message);
    }
}
