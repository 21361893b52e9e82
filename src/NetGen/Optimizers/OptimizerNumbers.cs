namespace NetGen;

/// <summary>The numbers of an optimizer's state that are not one for each parameter.</summary>
/// <param name="Steps">The number of steps that were made.</param>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Own">What the optimizer's rule has beside these, by names.</param>
internal sealed record OptimizerNumbers(long Steps, double LearningRate, Dictionary<string, double> Own);
