namespace NetGen.Reports;

/// <summary>A training step.</summary>
/// <param name="Step">The number of steps done, from 1.</param>
/// <param name="LearningRate">The learning rate of the step.</param>
/// <param name="GradientNorm">The L2 norm of all gradients before they were clipped; NaN without.</param>
internal readonly record struct StepPoint(long Step, double LearningRate, double GradientNorm);
