namespace NetGen.Data;

/// <summary>How pictures became samples: size, channels and normalisation. It is saved with the weights.</summary>
public sealed record ImagePreparation : Preparation
{
    // Far beyond what any network takes, so that a file's word allocates nothing.
    private const int LongestSide = 1 << 15;

    /// <summary>1 for grey, 3 for red, green and blue.</summary>
    public int Channels { get; init; }

    /// <summary>The height of a sample, in pixels.</summary>
    public int Height { get; init; }

    /// <summary>The width of a sample, in pixels.</summary>
    public int Width { get; init; }

    /// <summary>The mean of each channel, as a part of full white.</summary>
    public IReadOnlyList<float> Mean { get; init; } = [];

    /// <summary>The standard deviation of each channel, as a part of full white.</summary>
    public IReadOnlyList<float> Deviation { get; init; } = [];

    /// <summary>How a picture gets the sample's size.</summary>
    public ImageFit Fit { get; init; }

    /// <summary>The most pixels that a file may state.</summary>
    public long MaximalPixels { get; init; } = new ImageOptions().MaximalPixels;

    /// <summary>Reads a PNG or JPEG file as a sample.</summary>
    /// <param name="path">The file.</param>
    /// <returns>[<see cref="Channels"/>, <see cref="Height"/>, <see cref="Width"/>], normalised.</returns>
    /// <exception cref="InvalidDataException">
    /// The file is no such picture, damaged, cut short, or too large; the message names it.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public float[] Prepare(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var sample = new float[Channels * Height * Width];
        Normalize(ReadBytes(path), NormalizationTable(), sample);
        return sample;
    }

    /// <summary>Reads a picture as bytes, [channels, height, width].</summary>
    internal byte[] ReadBytes(string path) => PictureFit.ToSample(PictureFile.Read(path, Channels, MaximalPixels), Height, Width, Fit);

    /// <summary>The value of each byte in each channel, [channels, 256].</summary>
    internal float[] NormalizationTable() =>
        [.. Enumerable.Range(0, Channels).SelectMany(
            channel => Enumerable.Range(0, 256).Select(value => ((value / 255f) - Mean[channel]) / Deviation[channel]))];

    /// <summary>Normalises the bytes of a sample.</summary>
    internal void Normalize(ReadOnlySpan<byte> bytes, ReadOnlySpan<float> table, Span<float> sample)
    {
        int size = Height * Width;
        for (int channel = 0; channel < Channels; channel++)
        {
            ReadOnlySpan<float> ofChannel = table.Slice(256 * channel, 256);
            ReadOnlySpan<byte> from = bytes.Slice(channel * size, size);
            Span<float> to = sample.Slice(channel * size, size);
            for (int i = 0; i < to.Length; i++)
                to[i] = ofChannel[from[i]];
        }
    }

    private protected override string Kind => "pictures";

    private protected override string Model => nameof(ImageModel);

    /// <inheritdoc/>
    private protected override void Require()
    {
        if (Channels is not (1 or 3))
            throw new ArgumentException($"Samples have 1 channel (grey) or 3 (red, green, blue); got {Channels}.");
        if (Height is < 1 or > LongestSide || Width is < 1 or > LongestSide || (long)Height * Width * Channels > Array.MaxLength)
            throw new ArgumentException($"Samples have sides of 1 to {LongestSide} pixels; got {Height}×{Width}.");
        RequireEach(Mean, nameof(Mean));
        RequireEach(Deviation, nameof(Deviation));
        if (Deviation.Any(deviation => deviation <= 0))
            throw new ArgumentException($"A {nameof(Deviation)} is above 0; got {string.Join(", ", Deviation)}.");
        if (MaximalPixels is < 1 or > Picture.MostPixels)
            throw new ArgumentException($"{nameof(MaximalPixels)} is 1 to {Picture.MostPixels}; got {MaximalPixels}.");
        if (!Enum.IsDefined(Fit))
            throw new ArgumentException($"{nameof(Fit)} is one of {nameof(ImageFit)}; got {(int)Fit}.");
        if (ClassNames is null || ClassNames.Contains(null!))
            throw new ArgumentException("The names of the classes are texts; got null.");
    }

    /// <summary>As <see cref="Require"/>, for those that make one of options.</summary>
    internal ImagePreparation Checked()
    {
        Require();
        return this;
    }

    private void RequireEach(IReadOnlyList<float> numbers, string name)
    {
        if (numbers is null || numbers.Count != Channels)
            throw new ArgumentException($"{name} has one number for each of {Channels} channels; got {numbers?.Count ?? 0}.");
        if (numbers.Any(number => !float.IsFinite(number)))
            throw new ArgumentException($"{name} is finite; got {string.Join(", ", numbers)}.");
    }
}
