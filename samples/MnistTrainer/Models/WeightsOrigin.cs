namespace MnistTrainer.Models;

/// <summary>What the trainer writes beside weights, so that a program that predicts need not be told.</summary>
/// <param name="Model">The name of the network in the model catalog.</param>
/// <param name="DataSet">The name of the set in the catalog of sets, whose normalisation the network expects.</param>
/// <param name="ClassNames">The name of each output.</param>
internal sealed record WeightsOrigin(string Model, string DataSet, IReadOnlyList<string> ClassNames);
