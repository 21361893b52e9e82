namespace NetGen.Benchmarks.Models.Layers;

/// <summary>What a loss compares the outputs with.</summary>
internal enum LossTargets
{
    /// <summary>A class for each sample.</summary>
    Classes,

    /// <summary>Five different classes for each sample, and −1 behind them.</summary>
    ClassLists,

    /// <summary>Normally distributed numbers.</summary>
    Normal,

    /// <summary>Numbers from 0 to 1.</summary>
    Probabilities,

    /// <summary>−1 or 1.</summary>
    Signs,

    /// <summary>Whole numbers from 0 to 9.</summary>
    Counts,
}
