using DigitPad.Inspection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using NetGen;

namespace DigitPad.Components;

/// <summary>How one value of a layer comes about: what it reads, its weights and the sum.</summary>
public sealed partial class UnitDetail
{
    // The width of a large map, in pixels of the page, as the style sheet states it.
    private const double MapWidth = 196;

    private ElementReference whole, before, after, map;

    /// <summary>The value that is explained.</summary>
    [Parameter, EditorRequired]
    public UnitPlace Place { get; set; }

    /// <summary>Hears which other value is pointed at.</summary>
    [Parameter]
    public EventCallback<UnitPlace> PlaceChanged { get; set; }

    private LayerActivation Layer => Session.Layers[Place.Layer];

    private LayerValues Output { get; set; } = null!;

    private LayerValues Input { get; set; } = null!;

    private UnitInspection Inspection { get; set; } = null!;

    private IReadOnlyList<int> Argmax { get; set; } = [];

    private int InputChannel => Input.Channels == Output.Channels ? Place.Channel : 0;

    private float PatchScale => MapPainting.MostOf(Input.Values);

    private float FilterScale => Inspection.Windows.Max(term => MapPainting.MostOf(term.Filter));

    private float WeightScale => Inspection.WeightImages.Max(term => MapPainting.MostOf(term.Patch));

    private string PlaceText => Output.IsImage
        ? $"at row {Place.Row + 1}, column {Place.Column + 1}"
        : $"{Place.Column + (Place.Row * Output.Columns)}";

    // Where the value's window lies in the input.
    private (int Left, int Top, int Rows, int Columns)? Window
    {
        get
        {
            if (Inspection.Windows.Count == 0)
                return Layer.Kind == "ReLU" ? (Place.Column, Place.Row, 1, 1) : null;
            WindowTerm term = Inspection.Windows[0];
            if (term.Argmax is not null)
                return (Place.Column * term.Columns, Place.Row * term.Rows, term.Rows, term.Columns);
            int padding = (Output.Rows - 1 + term.Rows - Input.Rows) / 2;
            return (Place.Column - padding, Place.Row - padding, term.Rows, term.Columns);
        }
    }

    /// <summary>Scrolls the explanation into view, where it is out of sight.</summary>
    public void Reveal() => Script.Reveal(whole);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Output = new LayerValues(Layer.Shape, Layer.Values);
        Input = LayerInspector.InputOf(Session.Sample, Session.Layers, Place.Layer);
        Inspection = LayerInspector.Inspect(Session.Network, Session.Sample, Session.Layers, Place);
        Argmax = Layer.Kind == "MaxPool2d" ? LayerInspector.ArgmaxPositions(Input, Output, Place.Channel) : [];
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            Script.KeepArrows(map);
        Script.PaintMaps(after, ChannelOf(Output, Place.Channel), Output.Columns, Output.Rows);
        if (Input.IsImage)
            Script.PaintMaps(before, ChannelOf(Input, InputChannel), Input.Columns, Input.Rows);
    }

    private static byte[] ChannelOf(LayerValues values, int channel)
    {
        int size = values.Rows * values.Columns;
        return MapPainting.Signed(values)[(channel * size)..((channel + 1) * size)];
    }

    private Task Point(PointerEventArgs pointer) => MoveTo(
        (int)(pointer.OffsetY / MapWidth * Output.Columns), (int)(pointer.OffsetX / MapWidth * Output.Columns));

    private Task Press(KeyboardEventArgs key) => key.Key switch
    {
        "ArrowLeft" => MoveTo(Place.Row, Place.Column - 1),
        "ArrowRight" => MoveTo(Place.Row, Place.Column + 1),
        "ArrowUp" => MoveTo(Place.Row - 1, Place.Column),
        "ArrowDown" => MoveTo(Place.Row + 1, Place.Column),
        _ => Task.CompletedTask,
    };

    private Task MoveTo(int row, int column)
    {
        UnitPlace to = Place with { Row = Math.Clamp(row, 0, Output.Rows - 1), Column = Math.Clamp(column, 0, Output.Columns - 1) };
        return to == Place ? Task.CompletedTask : PlaceChanged.InvokeAsync(to);
    }
}
