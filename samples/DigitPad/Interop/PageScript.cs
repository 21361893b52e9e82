using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DigitPad.Interop;

/// <summary>The page's script, <c>wwwroot/digitpad.js</c>.</summary>
/// <param name="js">Imports it.</param>
internal sealed class PageScript(IJSRuntime js) : IAsyncDisposable
{
    private IJSInProcessObjectReference? module;

    /// <summary>Loads the script; before that nothing is painted.</summary>
    public async Task LoadAsync() => module ??= await js.InvokeAsync<IJSInProcessObjectReference>("import", "./digitpad.js");

    /// <summary>Follows the pointer over the pad.</summary>
    /// <param name="canvas">The pad.</param>
    /// <param name="pad">Has <c>TakePointer</c>.</param>
    public void WatchPad(ElementReference canvas, object pad) => module?.InvokeVoid("watchPad", canvas, pad);

    /// <summary>Keeps arrow keys over an element from scrolling the page.</summary>
    public void KeepArrows(ElementReference canvas) => module?.InvokeVoid("keepArrows", canvas);

    /// <summary>Paints ink: 0 is paper, 255 is ink.</summary>
    public void PaintInk(ElementReference canvas, byte[] values, int width, int height) =>
        module?.InvokeVoid("paintInk", canvas, values, width, height);

    /// <summary>Paints the canvases in an element, a map each: 128 is zero.</summary>
    public void PaintMaps(ElementReference container, byte[] values, int width, int height) =>
        module?.InvokeVoid("paintMaps", container, values, width, height);

    /// <summary>Scrolls an element into view, where it is out of sight.</summary>
    public void Reveal(ElementReference element) => module?.InvokeVoid("reveal", element);

    /// <summary>The time since the page began to load; zero where the script is not loaded.</summary>
    public TimeSpan SinceStart() => TimeSpan.FromMilliseconds(module?.Invoke<double>("sinceStart") ?? 0);

    /// <summary>Gives the user a file.</summary>
    public void Download(string name, byte[] content) => module?.InvokeVoid("download", name, content);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (module is not null)
            await module.DisposeAsync();
    }
}
