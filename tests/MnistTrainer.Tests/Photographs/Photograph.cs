using StbImageWriteSharp;

namespace MnistTrainer.Tests.Photographs;

/// <summary>How a digit on paper, or on a board, is photographed. The result is deterministic.</summary>
/// <param name="Side">The width of the picture in pixels; the height is 9/10 of it.</param>
internal sealed record Photograph(int Side)
{
    public (int Red, int Green, int Blue) Pen { get; init; } = (30, 30, 35);

    public (int Red, int Green, int Blue) Paper { get; init; } = (235, 232, 225);

    /// <summary>The height of the digit as a part of the picture's.</summary>
    public double Size { get; init; } = 0.55;

    /// <summary>In degrees.</summary>
    public double Rotation { get; init; }

    /// <summary>How much narrower the far edge is, as a part.</summary>
    public double Perspective { get; init; }

    /// <summary>How much darker the darkest corner is, as a part.</summary>
    public double Shade { get; init; }

    /// <summary>The standard deviation of the noise, of 255.</summary>
    public double Noise { get; init; }

    /// <summary>The number of ruled lines, pale blue and turned with the paper.</summary>
    public int Lines { get; init; }

    /// <summary>The quality of a JPEG file; 0 for a PNG file.</summary>
    public int Jpeg { get; init; }

    /// <summary>Writes the picture of a digit.</summary>
    /// <param name="glyph">The digit.</param>
    /// <param name="path">The file without the end of its name, which is added.</param>
    /// <returns>The file.</returns>
    public string Write(IGlyph glyph, string path)
    {
        int height = Side * 9 / 10;
        byte[] pixels = Pixels(glyph, height);
        path += Jpeg > 0 ? ".jpg" : ".png";
        using FileStream file = File.Create(path);
        if (Jpeg > 0)
            new ImageWriter().WriteJpg(pixels, Side, height, ColorComponents.RedGreenBlue, file, Jpeg);
        else
            new ImageWriter().WritePng(pixels, Side, height, ColorComponents.RedGreenBlue, file);
        return path;
    }

    private byte[] Pixels(IGlyph glyph, int height)
    {
        var random = new Random(Side);
        var pixels = new byte[Side * height * 3];
        (double sine, double cosine) = Math.SinCos(Rotation * Math.PI / 180);
        int samples = Side > 500 ? 1 : 2;
        for (int y = 0, to = 0; y < height; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                double ink = 0, line = 0;
                for (int sample = 0; sample < samples * samples; sample++)
                {
                    // From the middle, in heights of the picture.
                    double across = (x + ((sample % samples + 0.5) / samples) - (Side / 2.0)) / height;
                    double down = (y + ((sample / samples + 0.5) / samples) - (height / 2.0)) / height;
                    across /= 1 + (Perspective * down);
                    (double u, double v) = ((across * cosine) + (down * sine), (down * cosine) - (across * sine));
                    ink += glyph.HasInk((u / Size) + 0.5, (v / Size) + 0.5) ? 1 : 0;
                    double row = (v + 2.03) * Lines;
                    line += Lines > 0 && row - Math.Floor(row) < 0.05 ? 1 : 0;
                }

                double light = 1 - (Shade * ((x / (double)Side) + (y / (double)height)) / 2);
                double gauss = Noise * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                (ink, line) = (ink / (samples * samples), 0.35 * line / (samples * samples));
                pixels[to++] = Shown(Pen.Red, Paper.Red, 120);
                pixels[to++] = Shown(Pen.Green, Paper.Green, 150);
                pixels[to++] = Shown(Pen.Blue, Paper.Blue, 210);

                byte Shown(int pen, int paper, int ruled)
                {
                    double below = paper + (line * (ruled - paper));
                    return (byte)Math.Clamp(((below + (ink * (pen - below))) * light) + gauss, 0, 255);
                }
            }
        }

        return pixels;
    }
}
