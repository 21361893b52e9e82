using System.Buffers;

namespace NetGen.Data;

/// <summary>
/// A data set of images that are changed anew in each epoch: shifted, rotated, scaled, sheared, bent, cropped, mirrored, covered, made
/// noisy or mixed. Wrap the training part alone.
/// </summary>
/// <remarks>
/// What a sample becomes depends on the seed, the epoch, the sample's index and the options, and on nothing else: it has the same bits on
/// every machine, for any number of threads and any batch size. Options are applied in this order: flip, shear, rotation, scale, shift and
/// crop, and elastic displacement, all in one bilinear resampling; then cutout, noise, and mixup of two images that were changed so.
/// </remarks>
/// <example><c>new Augmented(train, seed: 1) { Rotate = 10, Shift = 2, Scale = 0.1, Elastic = 34 }</c></example>
public sealed class Augmented : WrappedDataSet
{
    private readonly int seed;
    private readonly int channels;
    private readonly int height;
    private readonly int width;
    private readonly BufferPool<AugmentationBuffers> pool;
    private int epoch;

    /// <summary>Wraps a set.</summary>
    /// <param name="data">A set of images, whose <see cref="IDataSet.Shape"/> is [channels, height, width].</param>
    /// <param name="seed">Seeds all that is drawn.</param>
    /// <exception cref="ArgumentException">The set's samples are no images.</exception>
    public Augmented(IDataSet data, int seed = 0)
        : base(data)
    {
        if (data.Shape.Length != 3 || data.Vocabulary > 0)
        {
            string samples = data.Vocabulary > 0 ? "tokens"
                : data.Shape.IsEmpty ? $"{data.SampleSize} numbers of no stated shape" : $"[{string.Join(", ", data.Shape.ToArray())}]";
            throw new ArgumentException(
                $"'{data.Name}' has samples of {samples}; expected images, whose shape is [channels, height, width].", nameof(data));
        }

        this.seed = seed;
        (channels, height, width) = (data.Shape[0], data.Shape[1], data.Shape[2]);
        pool = new BufferPool<AugmentationBuffers>(MakeBuffers);
    }

    /// <summary>The largest angle of rotation about the middle, in degrees, 0 to 180, to either side.</summary>
    public double Rotate { get; init => field = Moving(value, 180, nameof(Rotate)); }

    /// <summary>The largest shift, in pixels, in each of the four directions.</summary>
    public double Shift { get; init => field = Moving(value, Math.Max(width, height), nameof(Shift)); }

    /// <summary>
    /// By what part of its size an image grows or shrinks at most: with 0.1 the factor is between 0.9 and 1.1. 0 to 0.9.
    /// </summary>
    public double Scale { get; init => field = Moving(value, 0.9, nameof(Scale)); }

    /// <summary>The largest angle by which columns are slanted, in degrees, 0 to 60, to either side.</summary>
    public double Shear { get; init => field = Moving(value, 60, nameof(Shear)); }

    /// <summary>
    /// The strength of elastic displacement, in pixels: Simard's α, by which a random field, smoothed by <see cref="ElasticSmoothing"/>, is
    /// multiplied. The root mean square of the displacement is α / (6.14 · smoothing) along each axis: 1.4 pixels for 34 and 4.
    /// </summary>
    public double Elastic { get; init => field = Moving(value, 10_000, nameof(Elastic)); }

    /// <summary>The standard deviation of the Gaussian that smooths the elastic displacement, in pixels: Simard's σ. 0.5 to 50.</summary>
    public double ElasticSmoothing
    {
        get;
        init => field = value is >= 0.5 and <= 50
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(ElasticSmoothing), value, $"Expected 0.5 to 50 pixels as {nameof(ElasticSmoothing)}; got {value}.");
    } = 4;

    /// <summary>By how many whole pixels the image is padded at each side before its size is cropped from it at a random place.</summary>
    public int Crop { get; init => field = (int)Moving(value, Math.Max(width, height), nameof(Crop)); }

    /// <summary>Which images are mirrored from left to right.</summary>
    public FlipMode Flip
    {
        get;
        init
        {
            if (!Enum.IsDefined(value))
                throw new ArgumentOutOfRangeException(nameof(Flip), value, $"Expected one of {nameof(FlipMode)}; got {(int)value}.");
            field = value;
            RequireOneLabel(value != FlipMode.None, nameof(Flip));
        }
    }

    /// <summary>
    /// The side of the square that is set to 0 at a random place of each image, in pixels (cutout, DeVries and Taylor 2017). A part of it
    /// may lie outside.
    /// </summary>
    public int Cutout { get; init => field = (int)Within(value, 2 * Math.Max(width, height), nameof(Cutout)); }

    /// <summary>The standard deviation of Gaussian noise that is added to each value, in the units of the samples.</summary>
    public double Noise { get; init => field = Within(value, 1e6, nameof(Noise)); }

    /// <summary>
    /// α of mixup, 0 to 1: each sample becomes a weighted mean with another one, the weight drawn from Beta(α, α). Labels become
    /// probabilities of the classes, so that the set has targets in place of labels, as <c>[CrossEntropy]</c> takes them. Targets, weights
    /// of samples and further inputs of numbers are mixed in the same way. A set with a further input of tokens, or with lengths, cannot be
    /// mixed: copying these throws.
    /// </summary>
    public double Mixup
    {
        get;
        init
        {
            field = Within(value, 1, nameof(Mixup));
            RequireOneLabel(value > 0, nameof(Mixup));
        }
    }

    /// <summary>The value outside of the image, in the units of the samples; null, as at first, repeats the nearest pixel.</summary>
    public float? Fill
    {
        get;
        init => field = value is not float number || float.IsFinite(number)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Fill), value, $"Expected a finite number as {nameof(Fill)}; got {value}.");
    }

    /// <inheritdoc/>
    /// <remarks>Samples of a set with the channels last are transposed as they are copied.</remarks>
    public override bool? CopiesChannelsLast => Inner.CopiesChannelsLast is null ? null : false;

    /// <inheritdoc/>
    /// <remarks>0 with <see cref="Mixup"/>: probabilities of the classes are targets.</remarks>
    public override int Classes => Mixup > 0 ? 0 : Inner.Classes;

    /// <inheritdoc/>
    public override int LabelsPerSample => Mixup > 0 ? 0 : Inner.LabelsPerSample;

    /// <inheritdoc/>
    public override int TargetSize => MixesLabels ? Inner.Classes : Inner.TargetSize;

    private bool MixesLabels => Mixup > 0 && Inner.LabelsPerSample > 0;

    private bool Moves =>
        Rotate > 0 || Shift > 0 || Scale > 0 || Shear > 0 || Elastic > 0 || Crop > 0 || Flip != FlipMode.None;

    /// <inheritdoc/>
    public override IDataSet OfEpoch(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        var copy = (Augmented)MemberwiseClone();
        (copy.Inner, copy.epoch) = (Inner.OfEpoch(epoch), epoch);
        return copy;
    }

    /// <inheritdoc/>
    public override void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
    {
        Inner.CopySamples(indices, destination);
        AugmentationBuffers buffers = pool.Rent();
        for (int i = 0; i < indices.Length; i++)
        {
            Span<float> image = destination.Slice(i * SampleSize, SampleSize);
            Change(indices[i], image, buffers);
            if (Mixup > 0)
                Mix(MixingOf(indices[i]), image, buffers);
        }

        pool.Return(buffers);
    }

    /// <inheritdoc/>
    public override void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        if (MixesLabels)
            throw new NotSupportedException($"'{Name}' is mixed: it has probabilities of the classes as targets, and no labels.");
        Inner.CopyLabels(indices, destination);
    }

    /// <inheritdoc/>
    public override void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination)
    {
        if (Mixup == 0)
        {
            Inner.CopyTargets(indices, destination);
            return;
        }

        int size = TargetSize;
        if (destination.Length != (long)indices.Length * size)
        {
            throw new ArgumentException(
                $"{indices.Length} targets are {(long)indices.Length * size} floats; there is room for {destination.Length}.",
                nameof(destination));
        }

        AugmentationBuffers buffers = pool.Rent();
        for (int i = 0; i < indices.Length; i++)
            CopyMixedTarget(indices[i], destination.Slice(i * size, size), buffers.PartnerTarget);
        pool.Return(buffers);
    }

    /// <inheritdoc/>
    public override void CopyWeights(ReadOnlySpan<int> indices, Span<float> destination)
    {
        Inner.CopyWeights(indices, destination);
        if (Mixup == 0)
            return;
        Span<float> partner = stackalloc float[1];
        for (int i = 0; i < indices.Length; i++)
        {
            Mixing mixing = MixingOf(indices[i]);
            Inner.CopyWeights([mixing.Partner], partner);
            Mix(mixing.Weight, destination.Slice(i, 1), partner);
        }
    }

    /// <inheritdoc/>
    public override void CopyInput(string name, ReadOnlySpan<int> indices, Span<float> destination)
    {
        Inner.CopyInput(name, indices, destination);
        if (Mixup == 0 || indices.IsEmpty)
            return;
        int size = destination.Length / indices.Length;
        float[] rented = ArrayPool<float>.Shared.Rent(size);
        Span<float> partner = rented.AsSpan(0, size);
        for (int i = 0; i < indices.Length; i++)
        {
            Mixing mixing = MixingOf(indices[i]);
            Inner.CopyInput(name, [mixing.Partner], partner);
            Mix(mixing.Weight, destination.Slice(i * size, size), partner);
        }

        ArrayPool<float>.Shared.Return(rented);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Also with <see cref="Mixup"/>: tokens cannot be mixed.</exception>
    public override void CopyInput(string name, ReadOnlySpan<int> indices, Span<int> destination)
    {
        RequireUnmixed(name, "tokens");
        Inner.CopyInput(name, indices, destination);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Also with <see cref="Mixup"/>: lengths cannot be mixed.</exception>
    public override void CopyLengths(string name, ReadOnlySpan<int> indices, Span<int> destination)
    {
        RequireUnmixed(name, "lengths");
        Inner.CopyLengths(name, indices, destination);
    }

    /// <inheritdoc/>
    protected internal override WrappedDataSet Around(IDataSet inner)
    {
        var copy = (Augmented)MemberwiseClone();
        copy.Inner = inner;
        return copy;
    }

    private static double Within(double value, double most, string option) => value >= 0 && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(option, value, $"Expected 0 to {most} as {option}; got {value}.");

    /// <summary>An option that moves pixels, so that labels of single pixels would be wrong.</summary>
    private double Moving(double value, double most, string option)
    {
        RequireOneLabel(value > 0, option);
        return Within(value, most, option);
    }

    private void RequireOneLabel(bool isUsed, string option)
    {
        if (isUsed && Inner.LabelsPerSample > 1)
        {
            throw new ArgumentException(
                $"'{Name}' has {Inner.LabelsPerSample} labels a sample, which {option} would leave where they are; expected one, or none.",
                option);
        }
    }

    private void RequireUnmixed(string name, string what)
    {
        if (Mixup > 0)
        {
            throw new NotSupportedException(
                $"'{Name}' has {what} of the input '{name}', which {nameof(Mixup)} cannot mix; expected no {nameof(Mixup)}, or images and "
                    + "inputs of numbers alone.");
        }
    }

    private AugmentationBuffers MakeBuffers() => new()
    {
        Warp = Moves
            ? new ImageWarp(
                channels, height, width, Fill, Elastic > 0 ? new ElasticField(width, height, Elastic, ElasticSmoothing) : null)
            : null,
        Partner = Mixup > 0 ? new float[SampleSize] : [],
        PartnerTarget = Mixup > 0 ? new float[TargetSize] : [],
        ChannelsLast = Inner.CopiesChannelsLast == true ? new float[SampleSize] : [],
    };

    private void Change(int index, Span<float> image, AugmentationBuffers buffers)
    {
        if (buffers.ChannelsLast.Length > 0)
        {
            image.CopyTo(buffers.ChannelsLast);
            ChannelOrder.LastToFirst(buffers.ChannelsLast, image, channels, SampleSize);
        }

        // All numbers are drawn whatever the options are, so that one option does not change what another one does.
        var random = new SampleRandom(seed, epoch, index);
        AffineMap map = DrawMap(ref random, index);
        ulong elasticKey = random.NextBits(), noiseKey = random.NextBits();
        int coverX = random.Index(width), coverY = random.Index(height);
        buffers.Warp?.Apply(image, map, elasticKey);
        if (Cutout > 0)
            Cover(image, coverX, coverY);
        if (Noise > 0)
            NormalNoise.Add(image, (uint)noiseKey, (float)Noise);
    }

    private AffineMap DrawMap(ref SampleRandom random, int index)
    {
        double degrees = random.Within(Rotate), shear = random.Within(Shear), scale = 1 + random.Within(Scale);
        double shiftX = random.Within(Shift), shiftY = random.Within(Shift);
        int cropX = random.Index((2 * Crop) + 1) - Crop, cropY = random.Index((2 * Crop) + 1) - Crop;
        bool isMirrored = (random.NextBits() & 1) == 1;
        if (Flip == FlipMode.Alternating)
            isMirrored = ((new SampleRandom(seed, -1, index).NextBits() + (uint)epoch) & 1) == 1;
        AffineMap map = AffineMap.Of(width, height, degrees, shear, scale, shiftX + cropX, shiftY + cropY);
        return Flip != FlipMode.None && isMirrored ? map.Mirrored(width) : map;
    }

    /// <summary>Sets a square to 0, as far as it lies within the image.</summary>
    private void Cover(Span<float> image, int middleX, int middleY)
    {
        int left = Math.Max(0, middleX - (Cutout / 2)), right = Math.Min(width, middleX - (Cutout / 2) + Cutout);
        int top = Math.Max(0, middleY - (Cutout / 2)), bottom = Math.Min(height, middleY - (Cutout / 2) + Cutout);
        for (int channel = 0; channel < channels; channel++)
            for (int y = top; y < bottom; y++)
                image.Slice((((channel * height) + y) * width) + left, right - left).Clear();
    }

    /// <summary>The partner and the weight of a sample, for its image and its target alike.</summary>
    private Mixing MixingOf(int index)
    {
        var random = new SampleRandom(~seed, epoch, index);
        return Mixing.Draw(ref random, Count, Mixup);
    }

    private void Mix(in Mixing mixing, Span<float> image, AugmentationBuffers buffers)
    {
        Inner.CopySamples([mixing.Partner], buffers.Partner);
        Change(mixing.Partner, buffers.Partner, buffers);
        Mix(mixing.Weight, image, buffers.Partner);
    }

    private static void Mix(float weight, Span<float> values, ReadOnlySpan<float> partner)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = (weight * values[i]) + ((1 - weight) * partner[i]);
    }

    private void CopyMixedTarget(int index, Span<float> target, Span<float> partner)
    {
        Mixing mixing = MixingOf(index);
        if (!MixesLabels)
        {
            Inner.CopyTargets([index], target);
            Inner.CopyTargets([mixing.Partner], partner);
            Mix(mixing.Weight, target, partner);
            return;
        }

        Span<int> labels = stackalloc int[2];
        Inner.CopyLabels([index, mixing.Partner], labels);
        foreach (int label in labels)
        {
            if ((uint)label >= (uint)target.Length)
                throw new ArgumentException($"'{Name}' has the label {label}; expected 0 to {target.Length - 1}, so that it can be mixed.");
        }

        target.Clear();
        target[labels[0]] = mixing.Weight;
        target[labels[1]] += 1 - mixing.Weight;
    }
}
