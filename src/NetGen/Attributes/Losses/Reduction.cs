using System.ComponentModel;

namespace NetGen;

/// <summary>The reduction of a batch's losses to one number.</summary>
public enum Reduction
{
    /// <summary>Their mean: over all labels for class indices, over all values otherwise.</summary>
    Mean = 0,

    /// <summary>Their sum. What training and evaluation report of many batches is the sum divided by the number of samples.</summary>
    Sum = 1,

    /// <summary>Their sum divided by the number of samples: the Kullback-Leibler divergence proper. For KLDiv only.</summary>
    BatchMean = 2,

    /// <summary>
    /// PyTorch's <c>none</c>, one loss for each value, which no loss takes: a step goes down one number. What users weigh single losses for
    /// is had without it: classes and outputs by <c>Weight</c> and <c>PosWeight</c>, labels that do not count by <c>IgnoreIndex</c>, and
    /// samples by the weights of a data set, <see cref="IDataSet.CopyWeights"/>.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    None = 3,
}
