using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>
/// What Winograd's F(m×m, r×r) or F(m, r), with m + r − 1 = 6, makes of weights and their gradients. The points are 0, ±√½, ±√2 and
/// infinity.
/// </summary>
internal static class Winograd
{
    private static readonly double Half = Math.Sqrt(0.5);

    private static readonly double Two = Math.Sqrt(2);

    /// <summary>The points but infinity, each with what its row of G is multiplied by.</summary>
    private static readonly (double Point, double Scale)[] Points =
        [(0, 1), (Half, -2.0 / 3), (-Half, -2.0 / 3), (Two, 1.0 / 6), (-Two, 1.0 / 6)];

    /// <summary>Bᵀ, [6, 6].</summary>
    private static readonly double[][] OfPixels =
    [
        [1, 0, -2.5, 0, 1, 0], [0, -Two, -2, Half, 1, 0], [0, Two, -2, -Half, 1, 0],
        [0, -Half, -0.5, Two, 1, 0], [0, Half, -0.5, -Two, 1, 0], [0, 1, 0, -2.5, 0, 1],
    ];

    /// <summary>G·w·Gᵀ for each pair of channels.</summary>
    public static TensorValue Weight(WinogradWeight node, TensorValue weight)
    {
        var result = new TensorValue(node.Shape, weight.Samples);
        double[][] ofWeight = OfWeight(node.Size);
        foreach (int[] at in Indices.Of(node.Shape.Sizes))
            for (int ky = 0; ky < node.Size.WindowHeight; ky++)
                for (int kx = 0; kx < node.Size.Window; kx++)
                    result[0, at] += OfRow(node.Size, ofWeight, at[0], ky) * weight[0, ky, kx, at[2], at[3]] * ofWeight[at[1]][kx];
        return result;
    }

    /// <summary>Gᵀ·u·G for each pair of channels.</summary>
    public static TensorValue WeightGradient(WinogradWeightGradient node, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, gradient.Samples);
        WinogradSize size = node.Size;
        double[][] ofWeight = OfWeight(size);
        foreach (int[] at in Indices.Of(gradient.Shape.Sizes))
            for (int ky = 0; ky < size.WindowHeight; ky++)
                for (int kx = 0; kx < size.Window; kx++)
                    result[0, ky, kx, at[2], at[3]] += OfRow(size, ofWeight, at[0] % size.Rows, ky) * gradient[0, at] * ofWeight[at[1]][kx];
        return result;
    }

    /// <summary>The sum over the tiles of each block's samples of (Bᵀ·d·B) times (A·dY·Aᵀ) for each pair of channels.</summary>
    public static TensorValue TransformedGradient(WinogradTransformedGradient node, TensorValue image, TensorValue gradient)
    {
        var result = new TensorValue(node.Shape, image.Samples);
        int[] places = [node.Size.Rows, 6];
        int tile = node.Size.Tile;
        double[][] ofOutputs = Powers(tile, ofWeight: false);
        int blocks = Math.Min(node.Blocks, image.Samples);
        for (int sample = 0; sample < image.Samples; sample++)
            for (int y = 0; y < gradient.Shape[0]; y += node.Size.TileHeight)
                for (int x = 0; x < gradient.Shape[1]; x += tile)
                    foreach (int[] place in Indices.Of(places))
                    {
                        double[] pixels = Transformed(
                            image, sample, y - node.Margins.Top, x - node.Margins.Left, OfPixels, place, node.Size);
                        double[] outputs = Transformed(gradient, sample, y, x, ofOutputs, place, node.Size);
                        int row = (BlockOf(sample) * node.Size.Rows) + place[0];
                        for (int input = 0; input < pixels.Length; input++)
                            for (int output = 0; output < outputs.Length; output++)
                                result[0, row, place[1], input, output] += pixels[input] * outputs[output];
                    }

        return result;

        int BlockOf(int sample) => Enumerable.Range(0, blocks).First(block => sample < image.Samples * (block + 1) / blocks);
    }

    /// <summary>What a matrix has for a row of pixels or weights: a line has one row, which is left as it is.</summary>
    private static double OfRow(WinogradSize size, double[][] matrix, int place, int row) => size.IsLine ? 1 : matrix[place][row];

    /// <summary>G, [6, r].</summary>
    private static double[][] OfWeight(WinogradSize size) => Powers(size.Window, ofWeight: true);

    /// <summary>G, or A: the powers of the points, and at last of infinity, which knows the highest alone.</summary>
    private static double[][] Powers(int count, bool ofWeight) =>
    [
        .. Points
            .Select(point => Enumerable.Range(0, count).Select(k => (ofWeight ? point.Scale : 1) * Math.Pow(point.Point, k)).ToArray()),
        [.. Enumerable.Repeat(0.0, count - 1), 1],
    ];

    /// <summary>A place of the tile that begins at (y, x), for each channel; beyond the image there are zeros.</summary>
    private static double[] Transformed(TensorValue image, int sample, int y, int x, double[][] matrix, int[] place, WinogradSize size)
    {
        double[] sums = new double[image.Shape.Inner];
        int rows = size.IsLine ? 1 : matrix[0].Length;
        for (int row = Math.Max(0, -y); row < rows && y + row < image.Shape[0]; row++)
            for (int column = Math.Max(0, -x); column < matrix[0].Length && x + column < image.Shape[1]; column++)
                for (int channel = 0; channel < sums.Length; channel++)
                    sums[channel] += OfRow(size, matrix, place[0], row) * matrix[place[1]][column]
                        * image[sample, y + row, x + column, channel];
        return sums;
    }
}
