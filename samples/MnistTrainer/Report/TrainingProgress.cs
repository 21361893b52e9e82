using System.Diagnostics;
using NetGen;

namespace MnistTrainer.Report;

/// <summary>Shows how far a training is: live in a terminal, as a line for each quarter of an epoch without one.</summary>
/// <param name="screen">Where it is shown.</param>
internal sealed class TrainingProgress(Screen screen) : FitCallback
{
    // A loss for each column that the widest curve can have.
    private const int Points = 40;

    // The first steps are slower, and say little about the others.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    private readonly List<double> losses = [];
    private readonly List<double> accuracies = [];
    private readonly Stopwatch time = new();
    private Action<double, string> show = (_, _) => { };
    private long stepsBefore;
    private long steps;

    public override void OnFitBegin(FitContext fit)
    {
        time.Start();
        stepsBefore = fit.StepsDone;
        steps = (long)(fit.LastEpoch - fit.FirstEpoch + 1) * fit.StepsPerEpoch;
        if (stepsBefore > 0)
            screen.WriteLine($"Resumed after {fit.EpochsDone} of {fit.LastEpoch} epochs.");
    }

    public override void OnEpochBegin(FitContext fit, int epoch) => show = screen.Progress(EpochReport.Title(epoch, fit.LastEpoch));

    public override void OnStepEnd(FitContext fit, in FitProgress progress)
    {
        if (fit.StepsDone * Points / steps > (fit.StepsDone - 1) * Points / steps)
            losses.Add(progress.Loss);
        string state = $"loss {progress.Loss:F4}";
        if (screen.IsInteractive)
        {
            TimeSpan left = time.Elapsed / (fit.StepsDone - stepsBefore) * (steps - fit.StepsDone);
            state += time.Elapsed < Settled ? "" : $"  {ProgressLines.Left(left)}";
            screen.Footer = screen.HasBlocks ? ProgressLines.Curves(losses, accuracies, screen.Width) : "";
        }

        show((double)progress.SamplesDone / progress.Samples, state);
    }

    public override void OnFitEnd(FitContext fit, FitHistory history)
    {
        string curves = screen.Footer;
        End();
        if (curves.Length > 0)
            screen.WriteLine(ProgressLines.Curves(losses, accuracies, screen.Width));
    }

    public override void OnFitFailed(FitContext fit, Exception error) => End();

    /// <summary>Shows the figures of an epoch, in a line that stays.</summary>
    public void Show(EpochReport report, int epochs)
    {
        accuracies.Add(report.Accuracy);
        screen.WriteLine(report.Line(epochs));
    }

    private void End()
    {
        screen.ClearLive();
        screen.Footer = "";
    }
}
