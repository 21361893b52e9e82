namespace NetGen;

/// <summary>What <see cref="ReduceOnPlateau.Threshold"/> is.</summary>
public enum ThresholdMode
{
    /// <summary>A part of the best value (<c>rel</c>).</summary>
    Relative,

    /// <summary>A difference from the best value (<c>abs</c>).</summary>
    Absolute,
}
