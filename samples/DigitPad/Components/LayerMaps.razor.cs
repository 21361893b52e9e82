using DigitPad.Inspection;
using Microsoft.AspNetCore.Components;
using NetGen;

namespace DigitPad.Components;

/// <summary>What each layer gives, as rows of pictures.</summary>
public sealed partial class LayerMaps : IDisposable
{
    private const int MostLayers = 32;

    private readonly ElementReference[] containers = new ElementReference[MostLayers];
    private UnitDetail? detail;
    private UnitPlace place;
    private string model = "";

    // The weights of the first layer, where it is a convolution of one channel: pictures that can be understood.
    private (string Layer, string Shape, IReadOnlyList<WindowTerm> Terms)? FirstFilters
    {
        get
        {
            if (Session.Layers[0].Kind != "Conv2d")
                return null;
            Parameter weight = Session.Network.Parameters[0];
            return (Session.Layers[0].Layer, $"{weight.Shape[0]}×{weight.Shape[2]}×{weight.Shape[3]}", LayerInspector.Filters(weight));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Session.Changed -= Refresh;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Session.Changed += Refresh;
        Refresh();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        for (int layer = 0; layer < Session.Layers.Count; layer++)
        {
            var values = new LayerValues(Session.Layers[layer].Shape, Session.Layers[layer].Values);
            Script.PaintMaps(containers[layer], MapPainting.Signed(values), values.Columns, values.Rows);
        }
    }

    private void Refresh()
    {
        if (model != Session.Model.Key)
            (model, place) = (Session.Model.Key, StartOf(0, 0));
        StateHasChanged();
    }

    private bool IsChosen(int layer, int channel) => place.Layer == layer && place.Channel == channel;

    private void Choose(int layer, int channel)
    {
        place = StartOf(layer, channel);
        detail?.Reveal();
    }

    private void Move(UnitPlace to) => place = to;

    private UnitPlace StartOf(int layer, int channel)
    {
        var values = new LayerValues(Session.Layers[layer].Shape, Session.Layers[layer].Values);
        return new UnitPlace(layer, channel, values.Rows / 2, values.IsImage ? values.Columns / 2 : 0);
    }
}
