using DigitPad.Models;

namespace DigitPad;

/// <summary>The page.</summary>
public sealed partial class App
{
    private string? failure;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await Script.LoadAsync();
        try
        {
            await Session.SelectAsync(ModelCatalog.All[0]);
        }
        catch (Exception error) when (error is HttpRequestException or InvalidDataException)
        {
            ShowFailure(error.Message);
        }
    }

    private void ShowFailure(string? message)
    {
        failure = message;
        StateHasChanged();
    }
}
