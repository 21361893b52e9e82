using System.Runtime.ExceptionServices;

namespace NetGen.Data;

/// <summary>
/// The pictures of a folder before they are normalised: files, classes, and decoded bytes as far as memory was given for them.
/// </summary>
internal sealed class ImageCorpus
{
    // Statistics decode so many pictures at a time.
    private const int PartLength = 256;

    private readonly ImagePreparation stated;
    private readonly byte[]?[] cache;
    private readonly long cacheBytes;
    private long cachedBytes;

    /// <param name="name">The name of the set.</param>
    /// <param name="stated">How pictures become samples, as it is stated.</param>
    /// <param name="normalize">Whether mean and deviation are learnt instead.</param>
    /// <param name="folders">The folders of the classes.</param>
    /// <param name="cacheBytes">The most bytes that are kept.</param>
    public ImageCorpus(
        string name, ImagePreparation stated, ImageNormalization normalize, IReadOnlyList<ClassFolder> folders, long cacheBytes)
    {
        (Name, this.stated, this.cacheBytes) = (name, stated, cacheBytes);
        Learns = normalize == ImageNormalization.Adapted;
        Paths = [.. folders.SelectMany(ofClass => ofClass.Pictures)];
        Labels = [.. folders.SelectMany((ofClass, label) => Enumerable.Repeat(label, ofClass.Pictures.Count))];
        Shape = [stated.Channels, stated.Height, stated.Width];
        cache = new byte[Paths.Length][];
    }

    public string Name { get; }

    /// <summary>Whether mean and deviation are learnt.</summary>
    public bool Learns { get; }

    /// <summary>The file of each sample.</summary>
    public string[] Paths { get; }

    /// <summary>The index of the folder of each sample.</summary>
    public int[] Labels { get; }

    /// <summary>[channels, height, width].</summary>
    public int[] Shape { get; }

    /// <summary>The names of the folders.</summary>
    public IReadOnlyList<string> ClassNames => stated.ClassNames;

    /// <summary>
    /// What is learnt of the pictures with these indices, which are decoded for it; what is stated where nothing is learnt.
    /// </summary>
    /// <exception cref="InvalidDataException">A file is no picture, damaged, cut short, or too large; the message names it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public ImagePreparation Learn(ReadOnlySpan<int> indices)
    {
        if (!Learns)
            return stated;
        ChannelStatistics[] channels = [.. Enumerable.Range(0, stated.Channels).Select(_ => new ChannelStatistics())];
        int size = stated.Height * stated.Width;
        for (int done = 0; done < indices.Length; done += PartLength)
        {
            ReadOnlySpan<int> part = indices.Slice(done, Math.Min(PartLength, indices.Length - done));
            byte[][]? decoded = Decode(part);
            for (int i = 0; i < part.Length; i++)
            {
                for (int channel = 0; channel < channels.Length; channel++)
                    channels[channel].Add(BytesOf(decoded, i, part[i]).AsSpan(channel * size, size));
            }
        }

        (float Mean, float Deviation)[] results = [.. channels.Select(channel => channel.Result())];
        return stated with
        {
            Mean = [.. results.Select(result => result.Mean)],
            Deviation = [.. results.Select(result => result.Deviation)],
        };
    }

    /// <summary>What other pictures have taught, with the form of these.</summary>
    /// <exception cref="ArgumentException">It was learnt of another kind of data, or of pictures of another size.</exception>
    public ImagePreparation Take(Preparation preparation)
    {
        if (preparation is ImagePreparation other && other.Channels == stated.Channels && other.Height == stated.Height
            && other.Width == stated.Width && other.Fit == stated.Fit)
        {
            return other;
        }

        string got = preparation is ImagePreparation images
            ? $"pictures of [{images.Channels}, {images.Height}, {images.Width}] by {nameof(ImageFit)}.{images.Fit}"
            : preparation.GetType().Name;
        throw new ArgumentException(
            $"'{Name}' has pictures of [{string.Join(", ", Shape)}] by {nameof(ImageFit)}.{stated.Fit}; it was to be prepared as {got}.",
            nameof(preparation));
    }

    /// <summary>The bytes of a sample: what <see cref="Decode(ReadOnlySpan{int})"/> gave, or what is in memory.</summary>
    public byte[] BytesOf(byte[][]? decoded, int position, int index) => decoded?[position] ?? cache[index]!;

    /// <summary>
    /// Decodes what is not in memory, several at a time; null where all is. One that found no room in memory is given back, each at its
    /// position.
    /// </summary>
    public byte[][]? Decode(ReadOnlySpan<int> indices)
    {
        int missing = 0;
        foreach (int index in indices)
            missing += Volatile.Read(ref cache[index]) is null ? 1 : 0;
        return missing == 0 ? null : Decode(indices.ToArray());
    }

    private byte[][] Decode(int[] indices)
    {
        var decoded = new byte[indices.Length][];
        var errors = new Exception?[indices.Length];
        Parallel.For(0, indices.Length, i =>
        {
            try
            {
                decoded[i] = Volatile.Read(ref cache[indices[i]]) ?? Keep(indices[i], stated.ReadBytes(Paths[indices[i]]));
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                errors[i] = error;
            }
        });
        if (errors.FirstOrDefault(error => error is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return decoded;
    }

    private byte[] Keep(int index, byte[] bytes)
    {
        if (Interlocked.Add(ref cachedBytes, bytes.Length) <= cacheBytes)
            Volatile.Write(ref cache[index], bytes);
        else
            Interlocked.Add(ref cachedBytes, -bytes.Length);
        return bytes;
    }
}
