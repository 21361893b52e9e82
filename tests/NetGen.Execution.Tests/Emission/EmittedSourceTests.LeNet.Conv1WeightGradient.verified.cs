public static void Conv1WeightGradient(Workspace workspace, int begin, int end)
{
    ref float conv1Moved = ref workspace.Activation(4704), relu1Gradient = ref workspace.Activation(1568),
        maxpool2d1Argmax = ref workspace.Activation(3136), conv1WeightGradient = ref workspace.Scratch(0);
    SparseWeightGradients.OfConvolution<S, V>(
        new(ref conv1Moved, sampleStride: 1024, height: 32, width: 32, channels: 1),
        new(height: 5, width: 5, inputs: 1),
        new(ref relu1Gradient, ref maxpool2d1Argmax, sampleStride: 1568, height: 14, width: 14, channels: 8, poolHeight: 2, poolWidth: 2),
        ref conv1WeightGradient, stride: 8, workspace.Samples, rowsAtOnce: 14, begin, end);
}
