namespace MnistTrainer.Tests.Photographs;

/// <summary>A digit of MNIST's form, enlarged to any size with sharp edges.</summary>
/// <param name="pixels">[28, 28], 255 is ink.</param>
/// <param name="threshold">From which grey on there is ink, 0 to 255: a high one makes a thin pen.</param>
internal sealed class ImageGlyph(byte[] pixels, double threshold) : IGlyph
{
    private const int Side = 28, Margin = 3;

    public bool HasInk(double x, double y)
    {
        (double column, double row) = (Margin + (x * (Side - (2 * Margin))) - 0.5, Margin + (y * (Side - (2 * Margin))) - 0.5);
        (int left, int top) = ((int)Math.Floor(column), (int)Math.Floor(row));
        double upper = Mixed(At(left, top), At(left + 1, top), column - left);
        double lower = Mixed(At(left, top + 1), At(left + 1, top + 1), column - left);
        return Mixed(upper, lower, row - top) > threshold;
    }

    private static double Mixed(double first, double second, double part) => first + (part * (second - first));

    private byte At(int x, int y) => x is < 0 or >= Side || y is < 0 or >= Side ? (byte)0 : pixels[(y * Side) + x];
}
