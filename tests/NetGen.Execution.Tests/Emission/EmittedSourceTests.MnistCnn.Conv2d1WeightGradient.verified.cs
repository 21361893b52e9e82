public static void Conv2d1WeightGradient(Workspace workspace, int begin, int end)
{
    ref float inputMoved = ref workspace.Input, relu1Gradient = ref workspace.Activation(21632),
        conv2d1WeightGradient = ref workspace.Activation(784);
    ConvolutionWeightGradients.DirectOfSamples<S, V>(
        new(ref inputMoved, sampleStride: 784, height: 28, width: 28, channels: 1),
        new(ref relu1Gradient, sampleStride: 21632, height: 26, width: 26, channels: 32), outputs: 32,
        ref conv2d1WeightGradient, gradientStride: 32, gradientSampleStride: 288, new(height: 3, width: 3, inputs: 1),
        parts: 1, rowsAtOnce: 26, begin, end);
}
