/// <summary>
/// conv2, backward: gradient of the weight, from the argmax positions of the max-pool. 60000 multiply-adds a sample.
/// Items are output channels.
/// </summary>
public static void Conv2WeightGradient(Workspace workspace, int begin, int end)
{
    ref float relu1Output = ref workspace.Activation(0); // [batch, 14, 14, 6]
    ref float relu2Gradient = ref workspace.Activation(6928); // [batch, 5, 5, 16]
    ref float maxpool2d2Tap = ref workspace.Activation(7328); // [batch, 5, 5, 16]
    ref float conv2WeightGradient = ref workspace.Scratch(0); // [16, 5, 40]
    SparseWeightGradients.OfConvolution<S, V>(
        new(ref relu1Output, sampleStride: 1568, height: 14, width: 14, channels: 8),
        new(height: 5, width: 5, inputs: 6),
        new(ref relu2Gradient, ref maxpool2d2Tap, sampleStride: 400, height: 5, width: 5, channels: 16, poolHeight: 2, poolWidth: 2),
        ref conv2WeightGradient, stride: 48, workspace.Samples, rowsAtOnce: 5, begin, end);
}
