namespace DigitPad.Drawing;

/// <summary>What the pointer does on the pad.</summary>
internal enum DrawingTool
{
    /// <summary>Draws lines with soft edges.</summary>
    Pen,

    /// <summary>Takes ink away.</summary>
    Eraser,

    /// <summary>Sets single pixels: of paper to ink, of ink to paper.</summary>
    Pixel,
}
