/// <summary>
/// conv1, backward: gradient of the weight, from the argmax positions of the max-pool. 29400 multiply-adds a sample.
/// Items are output channels.
/// </summary>
public static void Conv1WeightGradient(Workspace workspace, int begin, int end)
{
    ref float conv1Moved = ref workspace.Activation(4704); // [batch, 32, 32, 1]
    ref float relu1Gradient = ref workspace.Activation(1568); // [batch, 14, 14, 6]
    ref float maxpool2d1Tap = ref workspace.Activation(3136); // [batch, 14, 14, 6]
    ref float conv1WeightGradient = ref workspace.Scratch(0); // [6, 5, 5]
    SparseWeightGradients.OfConvolution<S, V>(
        new(ref conv1Moved, sampleStride: 1024, height: 32, width: 32, channels: 1),
        new(height: 5, width: 5, inputs: 1),
        new(ref relu1Gradient, ref maxpool2d1Tap, sampleStride: 1568, height: 14, width: 14, channels: 8, poolHeight: 2, poolWidth: 2),
        ref conv1WeightGradient, stride: 8, workspace.Samples, rowsAtOnce: 14, begin, end);
}
