using DigitPad.Inspection;

namespace DigitPad.Components;

/// <summary>The ten probabilities, and the result for screen readers.</summary>
public sealed partial class Probabilities : IDisposable
{
    // A screen reader hears a result only when the pen rests.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(400);

    private string spoken = "";
    private int version;

    private bool IsEmpty => Session.Board.IsEmpty;

    /// <inheritdoc/>
    public void Dispose() => Session.Changed -= Refresh;

    /// <inheritdoc/>
    protected override void OnInitialized() => Session.Changed += Refresh;

    private void Refresh()
    {
        StateHasChanged();
        _ = SpeakAsync(++version);
    }

    private async Task SpeakAsync(int ofVersion)
    {
        await Task.Delay(Rest);
        if (ofVersion != version)
            return;
        spoken = IsEmpty ? "" : $"{Session.Digit}, {NumberText.Percent(Session.Probabilities[Session.Digit])} percent";
        StateHasChanged();
    }
}
