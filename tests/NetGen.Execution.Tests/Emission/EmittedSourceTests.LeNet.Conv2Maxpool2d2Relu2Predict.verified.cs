public static void Conv2Maxpool2d2Relu2Predict(Workspace workspace, int begin, int end)
{
    ref float relu1Output = ref workspace.Activation(0), conv2WinogradWeight = ref workspace.Scratch(0),
        conv2_Bias = ref workspace.Parameter(2624), relu2Output = ref workspace.Activation(1568);
    WinogradConvolutions.ConvolveAndPool<S, V, Window5x5, AddBiasRelu<S, V>>(
        new(ref relu1Output, sampleStride: 1568, height: 14, width: 14, channels: 8), inputs: 6, ref conv2WinogradWeight,
        poolHeight: 2, poolWidth: 2, new(ref relu2Output, sampleStride: 400, height: 5, width: 5, channels: 16), ref Unsafe.NullRef<float>(),
        tilesOfBlock: 32, parts: 5, begin, end, new(ref conv2_Bias));
}
