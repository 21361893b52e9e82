namespace NetGen.Tests;

public class SummaryTests
{
    [Fact]
    public void IsATableOfTheLayers() => Assert.Equal(
        """
        LinearClassifier
        ──────────────────────────────────────────────────────
        Layer  Kind    Output shape  Parameters  Multiply-adds
        ──────────────────────────────────────────────────────
        input          [batch, 5]
        fc     Linear  [batch, 3]            18             15
        ──────────────────────────────────────────────────────
        Loss: CrossEntropy
        Parameters: 18 (72 bytes)
        Multiply-adds for one sample: 15
        Memory for one sample: 128 bytes predicting, 256 training

        """,
        new LinearClassifier().Summary(),
        ignoreLineEndingDifferences: true);
}
