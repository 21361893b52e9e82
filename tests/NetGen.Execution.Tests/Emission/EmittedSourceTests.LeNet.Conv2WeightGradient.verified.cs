public static void Conv2WeightGradient(Workspace workspace, int begin, int end)
{
    ref float relu1Output = ref workspace.Activation(0), relu2Gradient = ref workspace.Activation(6928),
        maxpool2d2Argmax = ref workspace.Activation(7328), conv2WeightGradient = ref workspace.Scratch(0);
    SparseWeightGradients.OfConvolution<S, V>(
        new(ref relu1Output, sampleStride: 1568, height: 14, width: 14, channels: 8),
        new(height: 5, width: 5, inputs: 6),
        new(ref relu2Gradient, ref maxpool2d2Argmax, sampleStride: 400, height: 5, width: 5, channels: 16, poolHeight: 2, poolWidth: 2),
        ref conv2WeightGradient, stride: 48, workspace.Samples, rowsAtOnce: 5, begin, end);
}
