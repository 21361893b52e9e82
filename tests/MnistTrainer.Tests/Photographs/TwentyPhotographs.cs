namespace MnistTrainer.Tests.Photographs;

/// <summary>Twenty digits as people photograph them: ten of a set, ten of strokes, each with another pen, paper, light and size.</summary>
internal static class TwentyPhotographs
{
    private static readonly (int, int, int) Blue = (30, 50, 150), Red = (190, 35, 40), Pencil = (110, 110, 112), White = (235, 235, 230);
    private static readonly (int, int, int) Board = (38, 52, 46), Blackboard = (28, 28, 30), Yellow = (238, 226, 170);

    private static readonly Photograph[] OfSet =
    [
        new(100) { Noise = 4 },
        new(160) { Rotation = 12, Pen = Blue, Noise = 6 },
        new(240) { Rotation = -13, Pen = Red, Shade = 0.4, Jpeg = 60 },
        new(320) { Perspective = 0.3, Shade = 0.5, Noise = 8, Jpeg = 40 },
        new(400) { Pen = White, Paper = Board, Noise = 8 },
        new(480) { Pen = Blue, Lines = 9, Rotation = 5, Shade = 0.2 },
        new(640) { Pen = Pencil, Noise = 5, Size = 0.3, Jpeg = 75 },
        new(800) { Paper = Yellow, Rotation = 9, Perspective = 0.25, Noise = 12, Jpeg = 30 },
        new(150) { Pen = White, Paper = Blackboard, Size = 0.8, Rotation = -8, Noise = 5, Jpeg = 50 },
        new(200) { Pen = Red, Lines = 7, Noise = 7, Shade = 0.3 },
    ];

    private static readonly (Photograph Photograph, double Pen)[] OfStrokes =
    [
        (new(120) { Noise = 4 }, 0.12),
        (new(180) { Pen = Blue, Rotation = -10, Shade = 0.3 }, 0.06),
        (new(260) { Pen = White, Paper = Board, Noise = 9, Jpeg = 50 }, 0.08),
        (new(340) { Pen = Red, Perspective = 0.3, Lines = 8 }, 0.05),
        (new(420) { Pen = Pencil, Size = 0.35, Noise = 6, Rotation = 8 }, 0.05),
        (new(500) { Paper = Yellow, Shade = 0.5, Noise = 10, Jpeg = 25 }, 0.1),
        (new(600) { Pen = Blue, Size = 0.2, Rotation = 14 }, 0.09),
        (new(2000) { Pen = Blue, Rotation = -6, Perspective = 0.2, Shade = 0.4, Lines = 12, Noise = 8, Jpeg = 70 }, 0.03),
        (new(700) { Pen = White, Paper = Blackboard, Noise = 6, Rotation = 10 }, 0.04),
        (new(110) { Pen = (0, 0, 0), Size = 0.75, Jpeg = 35 }, 0.2),
    ];

    /// <summary>Writes all of them.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="imageOf">An image of a set, [28, 28], of each digit.</param>
    /// <returns>The files with their digits.</returns>
    public static IReadOnlyList<(int Digit, string Path)> Write(string folder, Func<int, byte[]> imageOf)
    {
        // The pen of a set's image is thinner or thicker by the grey from which on there is ink.
        double[] thresholds = [128, 180, 90, 128, 60, 150, 128, 100, 70, 160];
        return
        [
            .. OfSet.Select((photograph, digit) =>
                (digit, photograph.Write(new ImageGlyph(imageOf(digit), thresholds[digit]), Path.Combine(folder, $"set-{digit}")))),
            .. OfStrokes.Select((stroke, digit) =>
                (
                    digit,
                    stroke.Photograph.Write(
                        new StrokeGlyph(digit, stroke.Pen, new Random(digit)), Path.Combine(folder, $"strokes-{digit}")))),
        ];
    }
}
