using NetGen;

namespace DigitPad.Training;

/// <summary>The digits that the user has drawn and labelled.</summary>
internal sealed class LabelledDrawings
{
    private readonly List<(byte[] Pixels, byte Label)> drawings = [];
    private Mnist? dataSet;

    /// <summary>How many there are.</summary>
    public int Count => drawings.Count;

    /// <summary>Adds a drawing.</summary>
    /// <param name="pixels">What the network sees of it, [28, 28].</param>
    /// <param name="label">The digit, 0 to 9.</param>
    public void Add(byte[] pixels, int label)
    {
        drawings.Add((pixels, (byte)label));
        dataSet = null;
    }

    /// <summary>All of them as a data set; null where there is none.</summary>
    public Mnist? ToDataSet() => Count == 0 ? null : dataSet ??= new Mnist(
        "drawings", [.. drawings.SelectMany(drawing => drawing.Pixels)], [.. drawings.Select(drawing => drawing.Label)]);
}
