namespace NetGen.Tests.Metrics;

public class ConfusionMatrixTests
{
    [Fact]
    public void Counts_actual_against_predicted()
    {
        var matrix = new ConfusionMatrix(3);
        foreach ((int actual, int predicted) in new[] { (0, 0), (0, 0), (0, 1), (1, 1), (2, 0) })
            matrix.Add(actual, predicted);
        Assert.Equal(2, matrix[0, 0]);
        Assert.Equal(1, matrix[0, 1]);
        Assert.Equal(0, matrix[1, 0]);
        Assert.Equal(5, matrix.Total);
        Assert.Equal(0.6, matrix.Accuracy);
        Assert.Equal(2.0 / 3, matrix.Recall(0));
        Assert.Equal(2.0 / 3, matrix.Precision(0));
        Assert.True(double.IsNaN(matrix.Precision(2)));
        Assert.Equal("  0 1 2\n0 2 1 0\n1 0 1 0\n2 1 0 0", matrix.ToString());
    }

    [Fact]
    public void A_sample_without_a_class_is_not_classified_correctly()
    {
        var matrix = new ConfusionMatrix(2);
        matrix.Add(0, 0);
        matrix.Add(1, 1);
        matrix.AddUnclassified(0);
        matrix.AddUnclassified(0);
        Assert.Equal(4, matrix.Total);
        Assert.Equal(2, matrix.Unclassified);
        Assert.Equal(2, matrix.UnclassifiedOf(0));
        Assert.Equal(0.5, matrix.Accuracy);
        Assert.Equal(1.0 / 3, matrix.Recall(0));
        Assert.Equal(1, matrix.Precision(0));
        Assert.Equal("  0 1 none\n0 1 0    2\n1 0 1    0", matrix.ToString());
    }

    /// <summary>A table of all pairs of 50,000 classes would have 2,500,000,000 cells.</summary>
    [Fact]
    public void Many_classes_take_no_more_room_than_what_is_counted()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        var matrix = new ConfusionMatrix(50_000);
        foreach ((int actual, int predicted) in new[] { (0, 0), (0, 0), (0, 49_999), (49_999, 49_999), (49_998, 0) })
            matrix.Add(actual, predicted);
        matrix.AddUnclassified(0);
        Assert.Equal(2, matrix[0, 0]);
        Assert.Equal(1, matrix[0, 49_999]);
        Assert.Equal(0, matrix[49_999, 0]);
        Assert.Equal((6, 3, 0.5), (matrix.Total, matrix.Correct, matrix.Accuracy));
        Assert.Equal(0.5, matrix.Recall(0));
        Assert.Equal(2.0 / 3, matrix.Precision(0));
        Assert.Equal("50,000 classes: 3 of 6 samples correct", matrix.ToString());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void Refuses_classes_that_are_none()
    {
        var matrix = new ConfusionMatrix(3);
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => matrix.Add(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>("predicted", () => matrix.Add(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => matrix.AddUnclassified(-1));
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => matrix.UnclassifiedOf(3));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => new ConfusionMatrix(0));
    }
}
