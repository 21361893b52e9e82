/// <summary>
/// conv2, maxpool2d2, relu2: convolution and max-pool by Winograd's F(2×2, 5×5). 240000 multiply-adds a sample if it were direct.
/// Tiles of 2×2 output pixels: Aᵀ·[(G·w·Gᵀ) ⊙ (Bᵀ·d·B)]·A, d the 6×6 pixels that a tile sees (Lavin and Gray, arXiv 1509.09308).
/// Reads relu1Output [batch, 14, 14, 6], conv2WinogradWeight [6, 6, 6, 16], conv2_Bias [1, 1, 16].
/// Writes relu2Output [batch, 5, 5, 16].
/// Items are rows of tiles.
/// </summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Conv2Maxpool2d2Relu2Predict(Workspace workspace, int begin, int end)
{
    ref float relu1OutputBatch = ref workspace.Activation(0); // [batch, 14, 14, 6]
    ref float conv2WinogradWeight = ref workspace.Scratch(0); // [6, 6, 6, 16]
    ref float conv2_Bias = ref workspace.Parameter(2624); // [1, 1, 16]
    ref float relu2OutputBatch = ref workspace.Activation(1568); // [batch, 5, 5, 16]
    // A block of tiles: their transformed pixels and the products of those, both [tile][place][channel].
    ref float transformed = ref ThreadScratch.Floats(11232);
    ref float products = ref Unsafe.Add(ref transformed, 3744);
    int lastTile = end / 5 * 25 + end % 5 * 5;
    for (int first = begin / 5 * 25 + begin % 5 * 5; first < lastTile; first += 13)
    {
        int tiles = global::System.Math.Min(13, lastTile - first);
        for (int tile = 0; tile < tiles; tile++)
        {
            int sample = (first + tile) / 25;
            int y = (first + tile) % 25 / 5 * 2;
            int x = (first + tile) % 5 * 2;
            ref float relu1Output = ref Unsafe.Add(ref relu1OutputBatch, (nint)sample * 1568);
            Winograd.InputTransformWindow5x5Of14x14x6(ref Unsafe.Add(ref relu1Output, x * 8), y, ref Unsafe.Add(ref transformed, tile * 288));
        }

        Winograd.Products6x16Of13Tiles(ref transformed, ref conv2WinogradWeight, ref products, tiles);

        for (int tile = 0; tile < tiles; tile++)
        {
            int sample = (first + tile) / 25;
            int y = (first + tile) % 25 / 5 * 1;
            int x = (first + tile) % 5 * 1;
            ref float relu2Output = ref Unsafe.Add(ref relu2OutputBatch, (nint)sample * 400);
            Conv2Maxpool2d2Relu2PredictOutputTransform(y, x, ref Unsafe.Add(ref products, tile * 576), ref conv2_Bias, ref relu2Output);
        }
    }
}
