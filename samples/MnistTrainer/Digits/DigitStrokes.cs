namespace MnistTrainer.Digits;

/// <summary>Which ink of a picture is the digit: the largest strokes, and what lies near them; not specks, ruled lines and edges.</summary>
internal static class DigitStrokes
{
    // Strokes at the border are mostly no part of a digit: the edge of the paper, a shadow, a line.
    private const double WeightAtBorder = 0.2;

    // A part of a digit, such as the bar of a 5, is not much smaller, nor far away.
    private const double LeastPart = 0.06, FarthestPart = 0.3;

    // The fewest pixels of the whole.
    private const int FewestPixels = 12;

    /// <summary>The mask of the digit; null where there is none.</summary>
    public static bool[]? Of(bool[] ink, int width)
    {
        int height = ink.Length / width;
        IReadOnlyList<InkComponent> components = [.. InkComponent.Find(ink, width).Where(component => !IsLine(component, width, height))];
        InkComponent? largest = components.MaxBy(Weight);
        if (largest is null || largest.Pixels.Count < FewestPixels)
            return null;
        double near = FarthestPart * Math.Max(largest.Width, largest.Height);
        var mask = new bool[ink.Length];
        foreach (InkComponent component in components)
        {
            bool isPart = component == largest
                || (Weight(component) >= LeastPart * Weight(largest) && component.DistanceTo(largest) <= near);
            if (!isPart)
                continue;
            foreach (int pixel in component.Pixels)
                mask[pixel] = true;
        }

        return mask;

        double Weight(InkComponent component) => component.Pixels.Count * (component.IsAtBorder(width, height) ? WeightAtBorder : 1);
    }

    // From one border to the other, and thin.
    private static bool IsLine(InkComponent component, int width, int height) =>
        (component.Width > 0.9 * width && component.Pixels.Count < 0.06 * width * height && component.Height < 0.4 * height)
        || (component.Height > 0.9 * height && component.Pixels.Count < 0.06 * width * height && component.Width < 0.1 * width
            && component.Top == 0 && component.Bottom == height - 1);
}
