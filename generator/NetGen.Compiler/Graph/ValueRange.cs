namespace NetGen.Compiler.Graph;

/// <summary>The values that a layer gives, as far as losses and advice tell them apart.</summary>
internal enum ValueRange
{
    /// <summary>Nothing is known of them.</summary>
    Unknown,

    /// <summary>Negative and positive numbers.</summary>
    Any,

    /// <summary>0 and above.</summary>
    NotNegative,

    /// <summary>0 to 1, each by itself.</summary>
    Probability,

    /// <summary>0 to 1, and 1 together.</summary>
    Distribution,

    /// <summary>Logarithms of such.</summary>
    LogDistribution,
}
