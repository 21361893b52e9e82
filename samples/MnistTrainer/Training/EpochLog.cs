using MnistTrainer.Report;
using NetGen;

namespace MnistTrainer.Training;

/// <summary>Evaluates each epoch, on the test set where there is no validation set, and tells the figures.</summary>
/// <param name="test">Evaluates the test set.</param>
/// <param name="show">Are told, in their order.</param>
internal sealed class EpochLog(Func<Evaluation> test, params Action<EpochReport>[] show) : FitCallback
{
    public override void OnEpochEnd(FitContext fit, EpochResult epoch)
    {
        Evaluation judged = epoch.Validation ?? test();
        var report = new EpochReport(
            epoch.Epoch, epoch.Loss, epoch.Validation is not null, judged.Loss, judged.Accuracy, epoch.Samples, fit.StepsDone,
            epoch.Seconds);
        foreach (Action<EpochReport> action in show)
            action(report);
    }
}
