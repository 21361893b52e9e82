using NetGen;

namespace MnistTrainer.Data;

/// <summary>The training set and the test set.</summary>
/// <param name="Kind">Which published set they are, or have the form of.</param>
/// <param name="Train">The training images.</param>
/// <param name="Test">The test images, which training never sees.</param>
/// <param name="Origin">Where they come from, for the user.</param>
/// <param name="TestKind">What the test images are called beside the accuracy, so that drawn digits are not taken for MNIST.</param>
internal sealed record ImageData(DataSetKind Kind, IDataSet Train, IDataSet Test, string Origin, string TestKind = "images")
{
    /// <summary>The names of the classes.</summary>
    public IReadOnlyList<string> ClassNames { get; } = DataSetKind.ClassNamesOf(Train);
}
