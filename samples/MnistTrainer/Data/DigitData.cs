using NetGen;

namespace MnistTrainer.Data;

/// <summary>The digits to train on and those to be read afterwards.</summary>
/// <param name="Train">The training images.</param>
/// <param name="Test">Images that training never sees.</param>
/// <param name="Origin">Where they come from, for the user.</param>
internal sealed record DigitData(Mnist Train, Mnist Test, string Origin);
