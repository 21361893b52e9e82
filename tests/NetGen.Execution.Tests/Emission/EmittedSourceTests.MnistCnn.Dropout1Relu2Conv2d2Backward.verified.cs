[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Dropout1Relu2Conv2d2Backward(Workspace workspace, int begin, int end)
{
    ref float flatten1GradientBatch = ref workspace.Activation(30848), dropout1OutputBatch = ref workspace.Activation(21632),
        relu2GradientBatch = ref workspace.Activation(43264), conv2d2GradientSumBatch = ref workspace.Activation(40064);
    for (int sample = begin; sample < end; sample++)
    {
        ref float flatten1Gradient = ref Unsafe.Add(ref flatten1GradientBatch, (nint)sample * 9216);
        ref float dropout1Output = ref Unsafe.Add(ref dropout1OutputBatch, (nint)sample * 9216);
        ref float relu2Gradient = ref Unsafe.Add(ref relu2GradientBatch, (nint)sample * 9216);
        ref float conv2d2GradientSum = ref Unsafe.Add(ref conv2d2GradientSumBatch, (nint)sample * 64);
        uint dropoutKey = Dropout.Key(workspace.DropoutSeed, 5, sample);
        for (int i = 0; i < 64; i += S.Lanes * 4)
        {
            V conv2d2GradientSumSum = S.Zero;
            V conv2d2GradientSumSum_2 = S.Zero;
            V conv2d2GradientSumSum_3 = S.Zero;
            V conv2d2GradientSumSum_4 = S.Zero;
            for (int y = 0; y < 144; y++)
            {
                Dropout1Relu2Conv2d2BackwardColumn(dropoutKey, y, i, ref flatten1Gradient, ref dropout1Output, ref relu2Gradient, ref conv2d2GradientSumSum);
                Dropout1Relu2Conv2d2BackwardColumn(dropoutKey, y, i + S.Lanes, ref flatten1Gradient, ref dropout1Output, ref relu2Gradient, ref conv2d2GradientSumSum_2);
                Dropout1Relu2Conv2d2BackwardColumn(dropoutKey, y, i + S.Lanes * 2, ref flatten1Gradient, ref dropout1Output, ref relu2Gradient, ref conv2d2GradientSumSum_3);
                Dropout1Relu2Conv2d2BackwardColumn(dropoutKey, y, i + S.Lanes * 3, ref flatten1Gradient, ref dropout1Output, ref relu2Gradient, ref conv2d2GradientSumSum_4);
            }
            S.Store(conv2d2GradientSumSum, ref Unsafe.Add(ref conv2d2GradientSum, i));
            S.Store(conv2d2GradientSumSum_2, ref Unsafe.Add(ref conv2d2GradientSum, i + S.Lanes));
            S.Store(conv2d2GradientSumSum_3, ref Unsafe.Add(ref conv2d2GradientSum, i + S.Lanes * 2));
            S.Store(conv2d2GradientSumSum_4, ref Unsafe.Add(ref conv2d2GradientSum, i + S.Lanes * 3));
        }
    }
}
