// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

using System.Globalization;

namespace NetGen.Tests.Training;

/// <summary>Callbacks hear of a fit in order, may end it, and are told when it fails.</summary>
public class FitCallbackTests
{
    [Fact]
    public void Callbacks_hear_of_all_in_order()
    {
        var log = new Log();
        using Trainer trainer = new LinearClassifier().CreateTrainer(new Adam(0.05), batchSize: 40, threads: 1);
        trainer.Fit(new Clusters(100), epochs: 1);
        FitHistory history = trainer.Fit(new Clusters(100), epochs: 2, new FitOptions { Callbacks = [log] });
        Assert.Equal(
            [
                "fit 2 to 3, 3 steps of 100 samples", "epoch 2", "step 4: 40", "step 5: 80", "step 6: 100", "epoch 2 ended", "epoch 3",
                "step 7: 40", "step 8: 80", "step 9: 100", "epoch 3 ended", "2 epochs",
            ],
            log.Lines);
        Assert.Equal(2, history.Count);
    }

    [Fact]
    public void A_callback_can_end_the_fit()
    {
        var log = new Log { StopsAfter = 2 };
        FitHistory history = Fit(10, log);
        Assert.Equal((2, true), (history.Count, history.StoppedEarly));
        Assert.Equal("2 epochs", log.Lines[^1]);
    }

    [Fact]
    public void Callbacks_hear_of_a_failure()
    {
        var log = new Log();
        var error = Assert.Throws<InvalidOperationException>(() => Fit(1, log, new Failing()));
        Assert.Equal("failed: full", log.Lines[^1]);
        Assert.Equal("closed twice", error.Data[nameof(Failing)]);
    }

    [Fact]
    public void Gradients_are_kept_for_callbacks_that_read_them()
    {
        var reader = new GradientReader();
        Fit(1, reader);
        Assert.Equal(4, reader.Norms.Count);
        Assert.All(reader.Norms, norm => Assert.True(norm > 0));
    }

    [Fact]
    public void A_callback_that_is_null_or_stands_twice_is_refused()
    {
        var log = new Log();
        Assert.Contains("Callbacks[1] is null", Assert.Throws<ArgumentException>("options", () => Fit(1, log, null!)).Message);
        Assert.Contains("Callbacks[1] stands twice", Assert.Throws<ArgumentException>("options", () => Fit(1, log, log)).Message);
        Assert.Empty(log.Lines);
    }

    private static FitHistory Fit(int epochs, params FitCallback[] callbacks) => new LinearClassifier().Fit(
        new Clusters(100), new Adam(0.05), epochs, batchSize: 32, threads: 1, options: new FitOptions { Callbacks = callbacks });

    private sealed class Log : FitCallback
    {
        public List<string> Lines { get; } = [];

        public int? StopsAfter { get; init; }

        public override void OnFitBegin(FitContext fit) => Add(
            $"fit {fit.FirstEpoch} to {fit.LastEpoch}, {fit.StepsPerEpoch} steps of {fit.SamplesPerEpoch} samples");

        public override void OnEpochBegin(FitContext fit, int epoch) => Add($"epoch {epoch}");

        public override void OnStepEnd(FitContext fit, in FitProgress progress) => Add($"step {fit.StepsDone}: {progress.SamplesDone}");

        public override void OnEpochEnd(FitContext fit, EpochResult epoch)
        {
            Add($"epoch {epoch.Epoch} ended");
            if (epoch.Epoch == StopsAfter)
                fit.Stop();
        }

        public override void OnFitEnd(FitContext fit, FitHistory history) => Add($"{history.Count} epochs");

        public override void OnFitFailed(FitContext fit, Exception error) => Add($"failed: {error.Message}");

        private void Add(FormattableString line) => Lines.Add(line.ToString(CultureInfo.InvariantCulture));
    }

    private sealed class Failing : FitCallback
    {
        public override void OnEpochEnd(FitContext fit, EpochResult epoch) => throw new InvalidOperationException("full");

        public override void OnFitFailed(FitContext fit, Exception error) => throw new InvalidOperationException("closed twice");
    }

    private sealed class GradientReader : FitCallback
    {
        public List<double> Norms { get; } = [];

        public override bool NeedsGradients => true;

        public override void OnStepEnd(FitContext fit, in FitProgress progress)
        {
            double sum = 0;
            foreach (float gradient in ((LinearClassifier)fit.Network).Weight.Gradients)
                sum += (double)gradient * gradient;
            Norms.Add(Math.Sqrt(sum));
        }
    }
}
