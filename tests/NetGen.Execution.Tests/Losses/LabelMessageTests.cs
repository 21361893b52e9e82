namespace NetGen.Execution.Tests.Losses;

/// <summary>
/// What is said where a set's labels are not those of the loss, as far as only the run knows: both sides have their numbers.
/// </summary>
public class LabelMessageTests
{
    private static readonly LossNetworks Networks = new("LabelMessages",
    [
        ("Binary", "Input(3)", "Sigmoid, BCE"),
        ("Log", "Input(3)", "LogSoftmax, NLL"),
    ]);

    [Fact]
    public void Class_indices_beside_a_loss_of_numbers() =>
        Says("Binary", new ArrayDataSet(new float[3], new[] { 9 }, classes: 10, [3]),
            "'arrays' has class labels, 1 a sample of 10 classes; BCE of Binary takes numbers of the output's shape [3].");

    [Fact]
    public void Numbers_beside_a_loss_of_class_indices() =>
        Says("Log", new ArrayDataSet(new float[3], new float[5], [3]),
            "'arrays' has no class labels, but targets of 5 floats; NLL of Log takes a class index of 3 classes.");

    private static void Says(string network, IDataSet data, string message) =>
        Assert.StartsWith(
            message, Assert.Throws<ArgumentException>("data", () => Networks.Create(network, lanes: 1).Evaluate(data, threads: 1)).Message,
            StringComparison.Ordinal);
}
