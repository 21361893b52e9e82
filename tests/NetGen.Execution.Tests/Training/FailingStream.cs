namespace NetGen.Execution.Tests.Training;

/// <summary>A stream in which the process ends after so many bytes, as far as a test can tell.</summary>
internal sealed class FailingStream(Stream inner, long bytes, Exception failure) : Stream
{
    private long left = bytes;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int written = (int)Math.Min(buffer.Length, left);
        inner.Write(buffer[..written]);
        left -= written;
        if (written < buffer.Length)
            throw failure;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
