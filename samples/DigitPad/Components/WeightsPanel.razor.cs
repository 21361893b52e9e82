using Microsoft.AspNetCore.Components.Forms;

namespace DigitPad.Components;

/// <summary>Loads weights from a file of the user's, and saves them as one.</summary>
public sealed partial class WeightsPanel
{
    private const long MostBytes = 16 << 20;

    private string message = "";
    private bool isFailure;

    private async Task LoadAsync(InputFileChangeEventArgs change)
    {
        try
        {
            using var content = new MemoryStream();
            await using (Stream stream = change.File.OpenReadStream(MostBytes))
                await stream.CopyToAsync(content);
            Session.Load(content.ToArray());
            Training.Reset();
            (message, isFailure) = ($"{change.File.Name} is loaded: {Session.Model.Title} reads with it.", false);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            (message, isFailure) = ($"{change.File.Name} was not loaded, and the weights stay as they were. {error.Message}", true);
        }
    }

    private void Save() => Script.Download($"{Session.Model.Key}.safetensors", Session.Save());
}
