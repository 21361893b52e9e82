using DigitPad.Models;
using Microsoft.AspNetCore.Components;

namespace DigitPad.Components;

/// <summary>Chooses the network that reads.</summary>
public sealed partial class ModelSwitch : IDisposable
{
    /// <summary>Hears why a network could not be loaded, or null when one was.</summary>
    [Parameter]
    public EventCallback<string?> Failed { get; set; }

    /// <inheritdoc/>
    public void Dispose() => Session.Changed -= StateHasChanged;

    /// <inheritdoc/>
    protected override void OnInitialized() => Session.Changed += StateHasChanged;

    private async Task SelectAsync(ModelEntry model)
    {
        try
        {
            await Session.SelectAsync(model);
            await Failed.InvokeAsync(null);
        }
        catch (Exception error) when (error is HttpRequestException or InvalidDataException)
        {
            await Failed.InvokeAsync($"{model.Title} cannot be loaded: {error.Message}");
        }
    }
}
