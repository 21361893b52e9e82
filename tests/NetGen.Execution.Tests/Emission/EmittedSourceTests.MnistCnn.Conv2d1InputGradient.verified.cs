public static void Conv2d1InputGradient(Workspace workspace, int begin, int end)
{
    ref float relu1Gradient = ref workspace.Activation(21632), conv2d1WeightTransposed = ref workspace.Scratch(36864),
        conv2d1Gradient = ref workspace.Activation(0);
    Convolutions.Direct<S, V, Unchanged<V>>(
        new(ref relu1Gradient, sampleStride: 21632, height: 26, width: 26, channels: 32, top: 2, left: 2),
        new(height: 3, width: 3, inputs: 32), ref conv2d1WeightTransposed,
        new(ref conv2d1Gradient, sampleStride: 784, height: 28, width: 28, channels: 1), outputs: 1,
        parts: 1, prefetches: true, begin, end, default);
}
