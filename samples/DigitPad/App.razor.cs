using System.Diagnostics.CodeAnalysis;
using DigitPad.Interop;
using DigitPad.Models;

namespace DigitPad;

/// <summary>The page.</summary>
public sealed partial class App
{
    private string? failure;
    private TimeSpan firstPrediction;

    /// <inheritdoc/>
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicMethods, typeof(PageMeasurements))]
    protected override async Task OnInitializedAsync()
    {
        await Script.LoadAsync();
        try
        {
            await Session.SelectAsync(ModelCatalog.All[0]);
            firstPrediction = Script.SinceStart();
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
