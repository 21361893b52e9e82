namespace NetGen.Execution.Tests.Losses;

/// <summary>Which class an output names where its axes have equal sizes, so that only their names tell them apart.</summary>
public class ClassAxisTests
{
    private static readonly LossNetworks Networks = new("ClassAxis",
    [
        ("Steps", "Input(3, 3)", "CrossEntropy"),
        ("Signal", "Input(3, 3, Axes = Axes.ChannelsLength)", "CrossEntropy"),
        ("Image", "Input(3, 1, 3)", "CrossEntropy"),
        ("Tall", "Input(3, 3, 2)", "CrossEntropy"),
        ("FewSteps", "Input(2, 3)", "CrossEntropy"),
    ]);

    /// <summary>Rows are the steps: the first names class 1, the second 2, the third 0.</summary>
    [Fact]
    public void Steps_have_their_scores_side_by_side() =>
        Assert.Equal(1, Accuracy("Steps", [0, 9, 0, 0, 0, 9, 9, 0, 0], [1, 2, 0]));

    [Fact]
    public void Fewer_steps_than_classes_have_their_scores_side_by_side() =>
        Assert.Equal(1, Accuracy("FewSteps", [0, 9, 0, 0, 0, 9], [1, 2]));

    /// <summary>Rows are the classes: class 1 is greatest at the first position, class 2 at the second, class 0 at the third.</summary>
    [Theory]
    [InlineData("Signal")]
    [InlineData("Image")]
    public void Positions_have_their_scores_channel_by_channel(string network) =>
        Assert.Equal(1, Accuracy(network, [0, 0, 9, 9, 0, 0, 0, 9, 0], [1, 2, 0]));

    [Fact]
    public void Pixels_are_counted_row_by_row() =>
        Assert.Equal(1, Accuracy("Tall", [9, 0, 0, 0, 0, 9, 0, 9, 0, 0, 9, 0, 0, 0, 9, 9, 0, 0], [0, 1, 2, 2, 1, 0]));

    private static double Accuracy(string name, float[] sample, int[] labels)
    {
        Network network = Networks.Create(name, lanes: 1);
        Evaluation evaluation = network.Evaluate(new ArrayDataSet(sample, labels, classes: 3, network.InputShape.ToArray()), threads: 1);
        Assert.InRange(evaluation.Loss, 0, 0.001);
        return evaluation.Accuracy;
    }
}
