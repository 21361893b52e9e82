namespace NetGen;

/// <summary>How the figures of single classes become one; the names are scikit-learn's.</summary>
public enum Average
{
    /// <summary>That of class 1 of two.</summary>
    Binary,

    /// <summary>The mean over the classes that occur as a label or as a prediction.</summary>
    Macro,

    /// <summary>From the counts of all classes together.</summary>
    Micro,

    /// <summary>The mean over the classes, each with the number of its labels.</summary>
    Weighted,
}
