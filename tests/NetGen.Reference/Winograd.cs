using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>What Winograd's F(4×4, 3×3) makes of weights and their gradients, with the points 0, ±√½, ±√2 and infinity.</summary>
internal static class Winograd
{
    private const double Third = 1.0 / 3;

    private static readonly double Half = Math.Sqrt(0.5);

    private static readonly double Two = Math.Sqrt(2);

    /// <summary>G, [6, 3].</summary>
    private static readonly double[][] OfWeight =
    [
        [1, 0, 0], [-2 * Third, -Two * Third, -Third], [-2 * Third, Two * Third, -Third],
        [Third / 2, Two * Third / 2, Third], [Third / 2, -Two * Third / 2, Third], [0, 0, 1],
    ];

    /// <summary>Bᵀ, [6, 6].</summary>
    private static readonly double[][] OfPixels =
    [
        [1, 0, -2.5, 0, 1, 0], [0, -Two, -2, Half, 1, 0], [0, Two, -2, -Half, 1, 0],
        [0, -Half, -0.5, Two, 1, 0], [0, Half, -0.5, -Two, 1, 0], [0, 1, 0, -2.5, 0, 1],
    ];

    /// <summary>A, [6, 4].</summary>
    private static readonly double[][] OfOutputs =
    [
        [1, 0, 0, 0], [1, Half, 0.5, Half / 2], [1, -Half, 0.5, -Half / 2],
        [1, Two, 2, 2 * Two], [1, -Two, 2, -2 * Two], [0, 0, 0, 1],
    ];

    /// <summary>G·w·Gᵀ for each pair of channels.</summary>
    public static TensorValue Weight(WinogradWeight node, TensorValue weight)
    {
        var result = new TensorValue(node.Shape, weight.Samples);
        foreach (int[] at in Indices.Of(node.Shape.Sizes))
            for (int ky = 0; ky < 3; ky++)
                for (int kx = 0; kx < 3; kx++)
                    result[0, at] += OfWeight[at[0]][ky] * weight[0, ky, kx, at[2], at[3]] * OfWeight[at[1]][kx];
        return result;
    }

    /// <summary>Gᵀ·u·G for each pair of channels.</summary>
    public static TensorValue WeightGradient(WinogradWeightGradient node, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, gradient.Samples);
        foreach (int[] at in Indices.Of(gradient.Shape.Sizes))
            for (int ky = 0; ky < 3; ky++)
                for (int kx = 0; kx < 3; kx++)
                    result[0, ky, kx, at[2], at[3]] += OfWeight[at[0]][ky] * gradient[0, at] * OfWeight[at[1]][kx];
        return result;
    }

    /// <summary>The sum over the tiles of all samples of (Bᵀ·d·B) times (A·dY·Aᵀ) for each pair of channels.</summary>
    public static TensorValue TransformedGradient(WinogradTransformedGradient node, TensorValue image, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, image.Samples);
        int[] places = [6, 6];
        for (int sample = 0; sample < image.Samples; sample++)
            for (int y = 0; y < gradient.Shape[0]; y += 4)
                for (int x = 0; x < gradient.Shape[1]; x += 4)
                    foreach (int[] place in Indices.Of(places))
                    {
                        double[] pixels = Transformed(image, sample, y - node.Margins.Top, x - node.Margins.Left, OfPixels, place);
                        double[] outputs = Transformed(gradient, sample, y, x, OfOutputs, place);
                        for (int input = 0; input < pixels.Length; input++)
                            for (int output = 0; output < outputs.Length; output++)
                                result[0, place[0], place[1], input, output] += pixels[input] * outputs[output];
                    }

        return result;
    }

    /// <summary>A place of the tile that begins at (y, x), for each channel; beyond the image there are zeros.</summary>
    private static double[] Transformed(TensorValue image, int sample, int y, int x, double[][] matrix, int[] place)
    {
        double[] sums = new double[image.Shape.Inner];
        for (int row = Math.Max(0, -y); row < matrix[0].Length && y + row < image.Shape[0]; row++)
            for (int column = Math.Max(0, -x); column < matrix[0].Length && x + column < image.Shape[1]; column++)
                for (int channel = 0; channel < sums.Length; channel++)
                    sums[channel] += matrix[place[0]][row] * matrix[place[1]][column] * image[sample, y + row, x + column, channel];
        return sums;
    }
}
