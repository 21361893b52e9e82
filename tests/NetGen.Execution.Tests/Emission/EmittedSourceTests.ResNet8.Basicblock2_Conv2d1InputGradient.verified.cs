public static void Basicblock2_Conv2d1InputGradient(Workspace workspace, int begin, int end)
{
    ref float batchnorm3Gradient = ref workspace.Activation(122880), conv2d3WeightTransposed = ref workspace.Scratch(523328),
        batchnorm1Gradient = ref workspace.Activation(114688), conv2d1WeightTransposed = ref workspace.Scratch(516096),
        relu2Output = ref workspace.Activation(32768), relu2Gradient = ref workspace.Activation(49152);
    TransposedConvolutions.ConvolveTwo<S, V, ReluGradient<S, V>>(
        new(new(ref batchnorm3Gradient, sampleStride: 8192, height: 16, width: 16, channels: 32),
            ref conv2d3WeightTransposed, new(height: 1, width: 1, inputs: 32, strideHeight: 2, strideWidth: 2)),
        new(new(ref batchnorm1Gradient, sampleStride: 8192, height: 16, width: 16, channels: 32),
            ref conv2d1WeightTransposed, new(height: 3, width: 3, inputs: 32, strideHeight: 2, strideWidth: 2), top: 1, left: 1),
        new(ref relu2Gradient, sampleStride: 16384, height: 32, width: 32, channels: 16),
        rowsAtOnce: 16, prefetches: true, begin, end, new(ref relu2Output, 16));
}
