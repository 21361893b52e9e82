/// <summary>
/// dropout1, relu2, conv2d2, backward: row by row.
/// Items are samples.
/// </summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Dropout1Relu2Conv2d2Backward(Workspace workspace, int begin, int end)
{
    ref float flatten1GradientBatch = ref workspace.Activation(30848); // [batch, 12, 12, 64]
    ref float dropout1OutputBatch = ref workspace.Activation(21632); // [batch, 12, 12, 64]
    ref float relu2GradientBatch = ref workspace.Activation(43264); // [batch, 12, 12, 64]
    ref float conv2d2GradientBatch = ref workspace.Activation(40064); // [batch, 1, 1, 64]
    for (int sample = begin; sample < end; sample++)
    {
        ref float flatten1Gradient = ref Unsafe.Add(ref flatten1GradientBatch, (nint)sample * 9216);
        ref float dropout1Output = ref Unsafe.Add(ref dropout1OutputBatch, (nint)sample * 9216);
        ref float relu2Gradient = ref Unsafe.Add(ref relu2GradientBatch, (nint)sample * 9216);
        ref float conv2d2Gradient = ref Unsafe.Add(ref conv2d2GradientBatch, (nint)sample * 64);
        uint dropoutKey = Dropout.Key(workspace.DropoutSeed, 5, sample);
        for (int i = 0; i < 64; i += S.Lanes * 4)
        {
            V conv2d2GradientSum = S.Zero;
            V conv2d2GradientSum_2 = S.Zero;
            V conv2d2GradientSum_3 = S.Zero;
            V conv2d2GradientSum_4 = S.Zero;
            for (int y = 0; y < 144; y++)
            {
                V flatten1GradientValue = S.Load(ref Unsafe.Add(ref flatten1Gradient, y * 64 + i));
                V dropout1Gradient = S.Multiply(flatten1GradientValue, S.Multiply(S.Keep(dropoutKey, (uint)(y * 64 + i), 3221225472u), S.Create(1.3333334f)));
                V dropout1OutputValue = S.Load(ref Unsafe.Add(ref dropout1Output, y * 64 + i));
                V relu2Gradient_2 = S.SelectGreater(dropout1OutputValue, S.Zero, dropout1Gradient, S.Zero);
                conv2d2GradientSum = S.Add(conv2d2GradientSum, relu2Gradient_2);
                S.Store(relu2Gradient_2, ref Unsafe.Add(ref relu2Gradient, y * 64 + i));
                V flatten1GradientValue_2 = S.Load(ref Unsafe.Add(ref flatten1Gradient, y * 64 + i + S.Lanes));
                V dropout1Gradient_2 = S.Multiply(flatten1GradientValue_2, S.Multiply(S.Keep(dropoutKey, (uint)(y * 64 + i + S.Lanes), 3221225472u), S.Create(1.3333334f)));
                V dropout1OutputValue_2 = S.Load(ref Unsafe.Add(ref dropout1Output, y * 64 + i + S.Lanes));
                V relu2Gradient_3 = S.SelectGreater(dropout1OutputValue_2, S.Zero, dropout1Gradient_2, S.Zero);
                conv2d2GradientSum_2 = S.Add(conv2d2GradientSum_2, relu2Gradient_3);
                S.Store(relu2Gradient_3, ref Unsafe.Add(ref relu2Gradient, y * 64 + i + S.Lanes));
                V flatten1GradientValue_3 = S.Load(ref Unsafe.Add(ref flatten1Gradient, y * 64 + i + S.Lanes * 2));
                V dropout1Gradient_3 = S.Multiply(flatten1GradientValue_3, S.Multiply(S.Keep(dropoutKey, (uint)(y * 64 + i + S.Lanes * 2), 3221225472u), S.Create(1.3333334f)));
                V dropout1OutputValue_3 = S.Load(ref Unsafe.Add(ref dropout1Output, y * 64 + i + S.Lanes * 2));
                V relu2Gradient_4 = S.SelectGreater(dropout1OutputValue_3, S.Zero, dropout1Gradient_3, S.Zero);
                conv2d2GradientSum_3 = S.Add(conv2d2GradientSum_3, relu2Gradient_4);
                S.Store(relu2Gradient_4, ref Unsafe.Add(ref relu2Gradient, y * 64 + i + S.Lanes * 2));
                V flatten1GradientValue_4 = S.Load(ref Unsafe.Add(ref flatten1Gradient, y * 64 + i + S.Lanes * 3));
                V dropout1Gradient_4 = S.Multiply(flatten1GradientValue_4, S.Multiply(S.Keep(dropoutKey, (uint)(y * 64 + i + S.Lanes * 3), 3221225472u), S.Create(1.3333334f)));
                V dropout1OutputValue_4 = S.Load(ref Unsafe.Add(ref dropout1Output, y * 64 + i + S.Lanes * 3));
                V relu2Gradient_5 = S.SelectGreater(dropout1OutputValue_4, S.Zero, dropout1Gradient_4, S.Zero);
                conv2d2GradientSum_4 = S.Add(conv2d2GradientSum_4, relu2Gradient_5);
                S.Store(relu2Gradient_5, ref Unsafe.Add(ref relu2Gradient, y * 64 + i + S.Lanes * 3));
            }
            S.Store(conv2d2GradientSum, ref Unsafe.Add(ref conv2d2Gradient, i));
            S.Store(conv2d2GradientSum_2, ref Unsafe.Add(ref conv2d2Gradient, i + S.Lanes));
            S.Store(conv2d2GradientSum_3, ref Unsafe.Add(ref conv2d2Gradient, i + S.Lanes * 2));
            S.Store(conv2d2GradientSum_4, ref Unsafe.Add(ref conv2d2Gradient, i + S.Lanes * 3));
        }
    }
}
