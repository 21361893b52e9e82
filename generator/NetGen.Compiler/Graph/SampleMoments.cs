namespace NetGen.Compiler.Graph;

/// <summary>
/// The squared deviations from the mean of a batch, from those of each sample: Σ (x − mean)² = Σ over the samples of Σ (x − m)² + rows ·
/// (m − mean)², where m is the sample's own mean. What a sample adds is known before the batch's mean is, while the sample is in the cache.
/// </summary>
internal static class SampleMoments
{
    /// <summary>(x − sum / rows)², of x and the sum of its sample's rows.</summary>
    public static ScalarExpression SquaredDeviation(int rows)
    {
        ScalarExpression distance = new Operand(0) - (new Operand(1) * (1.0 / rows));
        return distance * distance;
    }

    /// <summary>squares + (sum / rows − mean)² · rows, of a sample's squared deviations, its sum and the batch's mean.</summary>
    public static ScalarExpression FromMeanOfBatch(int rows)
    {
        ScalarExpression distance = (new Operand(1) * (1.0 / rows)) - new Operand(2);
        return new Operand(0) + (distance * distance * rows);
    }
}
