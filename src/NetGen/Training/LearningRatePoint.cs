namespace NetGen;

/// <summary>A step of <see cref="Trainer.FindLearningRate"/>.</summary>
/// <param name="LearningRate">The learning rate of the step.</param>
/// <param name="Loss">The loss of its batch.</param>
/// <param name="SmoothedLoss">The running mean of the losses so far.</param>
public readonly record struct LearningRatePoint(double LearningRate, double Loss, double SmoothedLoss);
