namespace NetGen;

/// <summary>All that training steps change: parameters, running statistics and the optimizer's state.</summary>
internal sealed class TrainerSnapshot
{
    private readonly Trainer trainer;
    private readonly WeightSnapshot weights;
    private readonly float[][] states;
    private readonly OptimizerNumbers numbers;

    public TrainerSnapshot(Trainer trainer)
    {
        this.trainer = trainer;
        weights = new WeightSnapshot(trainer.Network);
        states = [.. trainer.Optimizer.States.Select(block => block.Span.ToArray())];
        numbers = trainer.Optimizer.Numbers;
    }

    /// <summary>Brings the values back.</summary>
    public void Restore()
    {
        weights.Restore();
        for (int i = 0; i < states.Length; i++)
            states[i].CopyTo(trainer.Optimizer.States[i].Span);
        trainer.Optimizer.Numbers = numbers;
    }
}
