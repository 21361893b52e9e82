using NetGen;
using NetGen.Data;

namespace MnistTrainer.Data;

/// <summary>A published set of images, [1, 28, 28], in ten classes.</summary>
/// <param name="Name">The name that <c>--dataset</c> takes.</param>
/// <param name="Title">Its name, for the user.</param>
/// <param name="HasDigits">Whether its classes are the digits, which need no legend.</param>
/// <param name="Train">Reads the training images from a folder.</param>
/// <param name="Test">Reads the test images from a folder.</param>
/// <param name="Normalization">What its pixels become.</param>
/// <param name="Augment">Wraps training images so that each epoch sees others, by a seed.</param>
internal sealed record DataSetKind(
    string Name,
    string Title,
    bool HasDigits,
    Func<string, IDataSet> Train,
    Func<string, IDataSet> Test,
    Normalization Normalization,
    Func<IDataSet, int, Augmented> Augment)
{
    /// <summary>The names of the classes that a set of this kind states.</summary>
    public static IReadOnlyList<string> ClassNamesOf(IDataSet set) =>
        set is StoredImages stored ? stored.ClassNames : [.. Enumerable.Range(0, set.Classes).Select(label => $"{label}")];
}
