namespace NetGen;

/// <summary>What the rule of an optimizer takes from the group of a parameter.</summary>
/// <param name="LearningRate">The factor of the learning rate.</param>
/// <param name="WeightDecay">λ of this group.</param>
/// <param name="IsMatrix">Whether the optimizer updates the parameter as a whole, behind what its rule does with each value.</param>
internal readonly record struct GroupFactors(double LearningRate, double WeightDecay, bool IsMatrix = false);
