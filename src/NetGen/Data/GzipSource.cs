namespace NetGen;

/// <summary>
/// Packed bytes for <see cref="System.IO.Compression.GZipStream"/>, which does not report truncated input: the end of the stream is
/// followed by invalid data.
/// </summary>
/// <remarks>
/// Whatever is truncated, these bytes are invalid: they are no block of a known type, no right checksum or length, and too few for the rest
/// of a stored block (up to 65,535 bytes). Complete content is not read beyond its end.
/// </remarks>
internal sealed class GzipSource(Stream packed) : Stream
{
    private const byte Wrong = 0xFF;

    private int left = 1 << 17;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The content should have ended before.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (packed.Read(buffer) is > 0 and int read)
            return read;
        if (left == 0 && buffer.Length > 0)
            throw new InvalidDataException("it is cut short.");
        int wrong = Math.Min(left, buffer.Length);
        buffer[..wrong].Fill(Wrong);
        left -= wrong;
        return wrong;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            packed.Dispose();
        base.Dispose(disposing);
    }
}
