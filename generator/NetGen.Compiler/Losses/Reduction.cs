namespace NetGen.Compiler.Losses;

/// <summary>How the single losses of a batch become one number. The numbers are those of NetGen.Reduction.</summary>
internal enum Reduction
{
    /// <summary>The sum over all elements (over all labels, for class indices), divided by their number.</summary>
    Mean = 0,

    Sum = 1,

    /// <summary>The sum divided by the number of samples.</summary>
    BatchMean = 2,

    /// <summary>One loss for each value, which no step can go down.</summary>
    None = 3,
}
