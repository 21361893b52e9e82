namespace NetGen.Runtime;

/// <summary>How a tensor is filled before training.</summary>
/// <remarks>PyTorch's default for weights, uniform within 1/√(fan in), arrives as <see cref="Uniform"/> with that bound.</remarks>
public sealed record Initialization
{
    private Initialization(Distribution kind, float first, float second = 0) =>
        (this.Kind, this.First, this.Second) = (kind, first, second);

    internal enum Distribution
    {
        Constant,
        Uniform,
        Normal,
        Orthogonal,
        Dirac,
    }

    /// <summary>Left as allocated, which is zero.</summary>
    public static Initialization None { get; } = Constant(0);

    /// <summary>All zero.</summary>
    public static Initialization Zeros { get; } = Constant(0);

    /// <summary>All one.</summary>
    public static Initialization Ones { get; } = Constant(1);

    /// <summary>
    /// The tensor as a matrix of its first axis and all others: its rows, or where they are more than it has columns the columns, have
    /// length 1 and are orthogonal to each other.
    /// </summary>
    public static Initialization Orthogonal { get; } = new(Distribution.Orthogonal, 0);

    internal int ZeroRow { get; private init; } = -1;

    internal Distribution Kind { get; }

    /// <summary>Whether values are drawn one by one: then parts of a tensor, filled in turn, get what the whole one does.</summary>
    internal bool IsByElement => Kind is Distribution.Constant or Distribution.Uniform or Distribution.Normal && ZeroRow < 0;

    internal float First { get; }

    internal float Second { get; }

    /// <summary>All the same value.</summary>
    /// <param name="value">That value.</param>
    public static Initialization Constant(float value) => new(Distribution.Constant, value);

    /// <summary>Evenly spread over [-bound, bound).</summary>
    /// <param name="bound">Half the width of the range; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative or not a number.</exception>
    public static Initialization Uniform(float bound)
    {
        if (!(bound >= 0 && float.IsFinite(bound)))
            throw new ArgumentOutOfRangeException(nameof(bound), bound, $"Expected a finite bound of at least 0; got {bound}.");
        return new Initialization(Distribution.Uniform, bound);
    }

    /// <summary>Gaussian.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="standardDeviation">The standard deviation; at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative or not a number.</exception>
    public static Initialization Normal(float mean, float standardDeviation)
    {
        if (!(standardDeviation >= 0 && float.IsFinite(standardDeviation)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(standardDeviation), standardDeviation,
                    $"Expected a finite standard deviation of at least 0; got {standardDeviation}.");
        }

        return new Initialization(Distribution.Normal, mean, standardDeviation);
    }

    /// <summary>
    /// Of a convolution's weight: 1 in the middle of the window from each channel to the same one of its group, and 0 elsewhere.
    /// </summary>
    /// <param name="groups">The groups of the convolution, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no group.</exception>
    public static Initialization Dirac(int groups)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        return new Initialization(Distribution.Dirac, groups);
    }

    /// <summary>The same, but one row of the matrix is 0, as that of a padding token is.</summary>
    /// <param name="row">The row, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The row is negative.</exception>
    public Initialization WithZeroRow(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        return this with { ZeroRow = row };
    }

    /// <summary>Fills a tensor, given without padding and in row-major order.</summary>
    /// <param name="values">The tensor.</param>
    /// <param name="shape">Its sizes.</param>
    /// <param name="random">Where random numbers come from.</param>
    internal void Fill(Span<float> values, ReadOnlySpan<int> shape, RandomStream random)
    {
        switch (Kind)
        {
            case Distribution.Orthogonal:
                OrthogonalMatrix.Fill(values, shape[0], random);
                break;
            case Distribution.Dirac:
                FillDirac(values, shape);
                break;
            case Distribution.Uniform:
                random.FillUniform(values, First);
                break;
            case Distribution.Normal:
                random.FillNormal(values, First, Second);
                break;
            default:
                values.Fill(First);
                break;
        }

        if (ZeroRow >= 0)
            values.Slice(ZeroRow * shape[^1], shape[^1]).Clear();
    }

    private void FillDirac(Span<float> values, ReadOnlySpan<int> shape)
    {
        values.Clear();
        int window = 1, middle = 0;
        foreach (int size in shape[2..])
            (window, middle) = (window * size, (middle * size) + (size / 2));
        int each = shape[0] / (int)First;
        for (int i = 0; i < shape[0]; i++)
        {
            int channel = i % each;
            if (channel < shape[1])
                values[(((i * shape[1]) + channel) * window) + middle] = 1;
        }
    }
}
