namespace NetGen;

/// <summary>What scores of classes say, in double precision.</summary>
internal static class ClassScores
{
    /// <summary>log Σ exp(s), the greatest taken out so that nothing overflows; NaN where a score is.</summary>
    public static double LogOfSumOfExponentials(ReadOnlySpan<float> scores)
    {
        double greatest = double.NegativeInfinity;
        foreach (float score in scores)
            greatest = Math.Max(greatest, score);
        if (!double.IsFinite(greatest))
            return greatest;
        double sum = 0;
        foreach (float score in scores)
            sum += Math.Exp(score - greatest);
        return greatest + Math.Log(sum);
    }
}
