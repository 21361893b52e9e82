namespace NetGen;

/// <summary>How the single losses of a batch become one number.</summary>
public enum Reduction
{
    /// <summary>Their mean: over all labels for class indices, over all values otherwise.</summary>
    Mean = 0,

    /// <summary>Their sum.</summary>
    Sum = 1,

    /// <summary>Their sum divided by the number of samples: the Kullback-Leibler divergence proper. For KLDiv only.</summary>
    BatchMean = 2,
}
