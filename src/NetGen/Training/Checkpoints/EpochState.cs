using System.Text.Json.Serialization;

namespace NetGen;

/// <summary>The figures of an epoch as a checkpoint has them.</summary>
/// <param name="Epoch">The number of the epoch.</param>
/// <param name="Loss">The training loss.</param>
/// <param name="Samples">The samples trained on.</param>
/// <param name="Seconds">The seconds that training took.</param>
/// <param name="LearningRate">The learning rate of the last step.</param>
/// <param name="Validation">The figures of the validation set, or null.</param>
internal sealed record EpochState(
    int Epoch, double Loss, int Samples, double Seconds, double LearningRate, EpochState.ValidationState? Validation)
{
    public static EpochState Of(EpochResult epoch) => new(
        epoch.Epoch, epoch.Loss, epoch.Samples, epoch.Seconds, epoch.LearningRate,
        epoch.Validation is not { } validation
            ? null
            : new ValidationState(validation.Loss, validation.Accuracy, validation.Samples, new(validation.Metrics)));

    /// <summary>The figures as the history has them.</summary>
    [JsonIgnore]
    public EpochResult Result => new(Epoch, Loss, Samples, Seconds)
    {
        LearningRate = LearningRate,
        Validation = Validation is null
            ? null
            : new Evaluation(Validation.Loss, Validation.Accuracy, null, Validation.Samples) { Metrics = Validation.Metrics },
    };

    /// <summary>The figures of the validation set.</summary>
    /// <param name="Loss">The loss.</param>
    /// <param name="Accuracy">The accuracy; NaN where there are no classes.</param>
    /// <param name="Samples">The number of samples.</param>
    /// <param name="Metrics">The metrics by their names.</param>
    internal sealed record ValidationState(double Loss, double Accuracy, int Samples, Dictionary<string, double> Metrics);
}
