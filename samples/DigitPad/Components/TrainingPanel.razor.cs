using DigitPad.Inspection;
using DigitPad.Training;

namespace DigitPad.Components;

/// <summary>Trains the network that reads, and shows how it learns.</summary>
public sealed partial class TrainingPanel : IDisposable
{
    private int label;
    private int seed = 1;
    private string? failure;

    private string State
    {
        get
        {
            if (failure is not null)
                return failure;
            if (Training.Preparation is { } preparation)
                return preparation;
            if (Training.Points.Count == 0)
                return Training.IsRunning ? "Begins…" : "Not trained in this page yet.";
            TrainingPoint last = Training.Points[^1];
            return $"Step {last.Step}: loss {NumberText.Of(last.Loss)}, "
                + $"accuracy {NumberText.Percent(last.Accuracy)} % of 200 drawn digits, "
                + $"{NumberText.Whole(Training.StepsPerSecond)} steps/s";
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Training.Changed -= Refresh;
        Session.Changed -= StateHasChanged;
        Training.Stop();
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Training.Changed += Refresh;
        Session.Changed += StateHasChanged;
    }

    // What the pad shows is read again with the new weights; that tells the session's listeners, this panel too.
    private void Refresh() => Session.Read();

    private Task TrainAsync() => Training.RunAsync(Session.Network);

    private void Randomize()
    {
        Training.Reset();
        Session.Randomize(++seed);
    }

    private async Task RestoreAsync()
    {
        Training.Reset();
        try
        {
            await Session.RestoreAsync();
            failure = null;
        }
        catch (Exception error) when (error is HttpRequestException or InvalidDataException)
        {
            failure = error.Message;
        }
    }

    private void Add() => Training.Drawings.Add(Session.Seen, label);
}
