/// <summary>
/// conv2, maxpool2d2, relu2: convolution and max-pool by Winograd's F(2×2, 5×5). 240000 multiply-adds a sample if it were direct.
/// Tiles of 2×2 output pixels: Aᵀ·[(G·w·Gᵀ) ⊙ (Bᵀ·d·B)]·A, d the 6×6 pixels that a tile sees (Lavin and Gray, arXiv 1509.09308).
/// Items are rows of tiles.
/// </summary>
public static void Conv2Maxpool2d2Relu2Predict(Workspace workspace, int begin, int end)
{
    ref float relu1Output = ref workspace.Activation(0); // [batch, 14, 14, 6]
    ref float conv2WinogradWeight = ref workspace.Scratch(0); // [6, 6, 6, 16]
    ref float conv2_Bias = ref workspace.Parameter(2624); // [1, 1, 16]
    ref float relu2Output = ref workspace.Activation(1568); // [batch, 5, 5, 16]
    WinogradConvolutions.ConvolveAndPool<S, V, Window5x5, Then<V, AddBias<S, V>, Relu<S, V>>>(
        new(ref relu1Output, sampleStride: 1568, height: 14, width: 14, channels: 8), inputs: 6, ref conv2WinogradWeight,
        poolHeight: 2, poolWidth: 2, new(ref relu2Output, sampleStride: 400, height: 5, width: 5, channels: 16), ref Unsafe.NullRef<float>(),
        tilesOfBlock: 9, parts: 5, begin, end, new(new(ref conv2_Bias), default));
}
