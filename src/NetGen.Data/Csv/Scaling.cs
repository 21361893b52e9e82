namespace NetGen.Data;

/// <summary>How the numbers of a column are scaled, by statistics of the training part alone.</summary>
public enum Scaling
{
    /// <summary>To mean 0 and standard deviation 1 (scikit-learn's <c>StandardScaler</c>).</summary>
    Standard = 0,

    /// <summary>To 0 for the smallest and 1 for the largest of the training part (scikit-learn's <c>MinMaxScaler</c>).</summary>
    MinMax = 1,

    /// <summary>Not at all.</summary>
    None = 2,
}
