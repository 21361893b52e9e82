namespace NetGen.Data;

/// <summary>
/// What was learnt of a column from the training part. A number x becomes (t - Offset) · Factor, with t = x or ln(1 + x).
/// </summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Role">What it is to the network.</param>
public sealed record CsvPreparedColumn(string Name, CsvRole Role)
{
    /// <summary>Whether ln(1 + x) takes the place of x.</summary>
    public bool Log { get; init; }

    /// <summary>What is subtracted of a number: the mean, or the smallest.</summary>
    public double Offset { get; init; }

    /// <summary>What a number is multiplied by: one by the standard deviation, or by the range; 1 where all numbers are the same.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>The mean of the training part, before it is scaled, which takes the place of a number that is missing.</summary>
    public double Fill { get; init; }

    /// <summary>What becomes of a field without a value.</summary>
    public Missing Missing { get; init; }

    /// <summary>What becomes of a category that the training part does not hold.</summary>
    public Unseen Unseen { get; init; }

    /// <summary>The categories in the order of the features or tokens; empty for numbers.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Those of the categories that the file holds and its training part does not, so that nothing was learnt of them.</summary>
    public IReadOnlyList<string> UnseenCategories { get; init; } = [];

    /// <summary>Whether token 0 is what is unknown or missing.</summary>
    internal bool HasUnknown => Role == CsvRole.Token && (Unseen == Unseen.Ignore || Missing == Missing.Zero);

    /// <summary>The number of tokens.</summary>
    internal int Vocabulary => Categories.Count + (HasUnknown ? 1 : 0);

    /// <summary>The features that it makes.</summary>
    internal int Width => Role switch
    {
        CsvRole.Number => 1,
        CsvRole.OneHot => Categories.Count,
        _ => 0,
    };

    internal bool IsNumber => Role is CsvRole.Number or CsvRole.Target;

    /// <summary>A number as the network sees it.</summary>
    internal float Scaled(float number) => (float)((Transformed(number) - Offset) * Factor);

    /// <summary>A number before it is scaled. The library's logarithm is the same on every machine.</summary>
    internal double Transformed(float number) => float.IsNaN(number)
        ? Missing == Missing.Mean ? Fill : 0
        : Log ? Runtime.VectorMath.Log(1 + number) : number;

    /// <summary>An output of the network in the column's unit.</summary>
    internal float Unscaled(float output)
    {
        double value = (output / Factor) + Offset;
        return (float)(Log ? Math.Exp(value) - 1 : value);
    }

    /// <summary>The place of each category; -1 for one that nothing was learnt of.</summary>
    internal Dictionary<string, int> Slots()
    {
        var slots = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < Categories.Count; i++)
            slots[Categories[i]] = i;
        foreach (string unseen in UnseenCategories)
            slots[unseen] = CsvEncoder.UnseenSlot;
        return slots;
    }

    /// <exception cref="ArgumentException">The column cannot have been learnt.</exception>
    internal void Require()
    {
        bool isDefined = Enum.IsDefined(Role) && Enum.IsDefined(Missing) && Enum.IsDefined(Unseen) && !string.IsNullOrEmpty(Name);
        if (!isDefined || Categories is null || UnseenCategories is null || Categories.Contains(null!) || UnseenCategories.Contains(null!))
            throw new ArgumentException($"the column '{Name}' is incomplete");
        if (!double.IsFinite(Offset) || !double.IsFinite(Fill) || !double.IsFinite(Factor) || Factor == 0)
            throw new ArgumentException($"the statistics of '{Name}' are no finite numbers");
        if (Categories.Distinct(StringComparer.Ordinal).Count() < Categories.Count)
            throw new ArgumentException($"a category of '{Name}' is stated twice");
        if (!IsNumber && Role != CsvRole.Group && Categories.Count == 0)
            throw new ArgumentException($"'{Name}' has no categories");
    }
}
