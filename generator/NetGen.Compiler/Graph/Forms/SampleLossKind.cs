namespace NetGen.Compiler.Graph;

/// <summary>How a <see cref="SampleLoss"/> judges the outputs of a sample.</summary>
internal enum SampleLossKind
{
    /// <summary>The negated output of the class that the label names; 0 where the label is ignored.</summary>
    NegatedOfLabel,

    /// <summary>
    /// Σ max(0, 1 - output[has] + output[not]) by the number of classes, over all pairs of a class that the target lists before its first
    /// negative number and one that it does not list.
    /// </summary>
    MultiLabelMargin,
}
