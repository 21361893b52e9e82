public static void Conv1Maxpool2d1Relu1Predict(Workspace workspace, int begin, int end)
{
    ref float conv1Moved = ref workspace.Activation(1568), conv1_Weight = ref workspace.Parameter(0),
        conv1_Bias = ref workspace.Parameter(208), relu1Output = ref workspace.Activation(0);
    int whole = S.Lanes > 8 ? end : end - ((end - begin) % S.Lanes);
    if (begin < whole)
    {
        BatchLaneConvolutions.Convolve<S, V, Then<V, AddChannelBias<S, V>, Relu<S, V>>>(
            new(ref conv1Moved, sampleStride: 1024, height: 32, width: 32, channels: 1),
            new(height: 5, width: 5, inputs: 1), ref conv1_Weight, poolHeight: 2, poolWidth: 2,
            new(ref relu1Output, sampleStride: 1568, height: 14, width: 14, channels: 8), outputs: 6, ref Unsafe.NullRef<float>(),
            begin, whole, new(new(ref conv1_Bias), default));
    }
    if (whole < end)
        Conv1Maxpool2d1Relu1PredictOneByOne(workspace, whole, end);
}
