namespace NetGen;

/// <summary>A checkpoint that was read as a whole.</summary>
/// <param name="State">What it has beside its tensors.</param>
/// <param name="Best">The best epoch's parameters, filled by <see cref="Apply"/>; null where it has none.</param>
/// <param name="Takes">Put the tensors' values in their places.</param>
internal sealed record CheckpointContent(CheckpointState State, WeightSnapshot? Best, IReadOnlyList<Action> Takes)
{
    /// <summary>Gives parameters, running statistics, optimizer and best parameters the values of the file.</summary>
    public void Apply(Trainer trainer)
    {
        foreach (Action take in Takes)
            take();
        trainer.AverageOfSteps?.Resume(State.AverageSteps);
        trainer.Network.Memory.CountChange();
        trainer.Optimizer.Numbers = new OptimizerNumbers(State.OptimizerSteps, State.LearningRate, State.OptimizerNumbers);
    }
}
