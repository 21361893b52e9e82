using DigitPad.Inspection;
using Microsoft.AspNetCore.Components;

namespace DigitPad.Components;

/// <summary>A window's values as squares.</summary>
public sealed partial class PatchPicture
{
    /// <summary>The window.</summary>
    [Parameter, EditorRequired]
    public WindowTerm Term { get; set; } = null!;

    /// <summary>Whether its filter is shown, and not its patch.</summary>
    [Parameter]
    public bool IsFilter { get; set; }

    /// <summary>The value of full colour; the window's own largest where none is given.</summary>
    [Parameter]
    public float? Scale { get; set; }

    /// <summary>The width, in pixels of the page.</summary>
    [Parameter]
    public int Size { get; set; } = 56;

    /// <summary>What a screen reader says.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    private float[] Values => IsFilter ? Term.Filter ?? [] : Term.Patch;

    private float Most => Scale ?? MapPainting.MostOf(Values);
}
