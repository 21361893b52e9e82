/// <summary>
/// dropout1, relu2, conv2d2, backward: row by row.
/// Reads flatten1Gradient [batch, 12, 12, 64], dropout1Output [batch, 12, 12, 64].
/// Writes relu2Gradient [batch, 12, 12, 64], conv2d2Gradient [batch, 1, 1, 64].
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
        Floats16 conv2d2GradientSum = Floats16.Zero;
        Floats16 conv2d2GradientSum_2 = Floats16.Zero;
        Floats16 conv2d2GradientSum_3 = Floats16.Zero;
        Floats16 conv2d2GradientSum_4 = Floats16.Zero;
        for (int y = 0; y < 144; y++)
        {
            Floats16 flatten1GradientValue = Simd16.LoadUnsafe(ref Unsafe.Add(ref flatten1Gradient, y * 64));
            Floats16 dropout1Gradient = flatten1GradientValue * (Dropout.Keep512(dropoutKey, (uint)(y * 64), 3221225472u) * Simd16.Create(1.3333334f));
            Floats16 dropout1OutputValue = Simd16.LoadUnsafe(ref Unsafe.Add(ref dropout1Output, y * 64));
            Floats16 relu2Gradient_2 = Simd16.ConditionalSelect(Simd16.GreaterThan(dropout1OutputValue, Floats16.Zero), dropout1Gradient, Floats16.Zero);
            conv2d2GradientSum = conv2d2GradientSum + relu2Gradient_2;
            Simd16.StoreUnsafe(relu2Gradient_2, ref Unsafe.Add(ref relu2Gradient, y * 64));
            Floats16 flatten1GradientValue_2 = Simd16.LoadUnsafe(ref Unsafe.Add(ref flatten1Gradient, y * 64 + 16));
            Floats16 dropout1Gradient_2 = flatten1GradientValue_2 * (Dropout.Keep512(dropoutKey, (uint)(y * 64 + 16), 3221225472u) * Simd16.Create(1.3333334f));
            Floats16 dropout1OutputValue_2 = Simd16.LoadUnsafe(ref Unsafe.Add(ref dropout1Output, y * 64 + 16));
            Floats16 relu2Gradient_3 = Simd16.ConditionalSelect(Simd16.GreaterThan(dropout1OutputValue_2, Floats16.Zero), dropout1Gradient_2, Floats16.Zero);
            conv2d2GradientSum_2 = conv2d2GradientSum_2 + relu2Gradient_3;
            Simd16.StoreUnsafe(relu2Gradient_3, ref Unsafe.Add(ref relu2Gradient, y * 64 + 16));
            Floats16 flatten1GradientValue_3 = Simd16.LoadUnsafe(ref Unsafe.Add(ref flatten1Gradient, y * 64 + 32));
            Floats16 dropout1Gradient_3 = flatten1GradientValue_3 * (Dropout.Keep512(dropoutKey, (uint)(y * 64 + 32), 3221225472u) * Simd16.Create(1.3333334f));
            Floats16 dropout1OutputValue_3 = Simd16.LoadUnsafe(ref Unsafe.Add(ref dropout1Output, y * 64 + 32));
            Floats16 relu2Gradient_4 = Simd16.ConditionalSelect(Simd16.GreaterThan(dropout1OutputValue_3, Floats16.Zero), dropout1Gradient_3, Floats16.Zero);
            conv2d2GradientSum_3 = conv2d2GradientSum_3 + relu2Gradient_4;
            Simd16.StoreUnsafe(relu2Gradient_4, ref Unsafe.Add(ref relu2Gradient, y * 64 + 32));
            Floats16 flatten1GradientValue_4 = Simd16.LoadUnsafe(ref Unsafe.Add(ref flatten1Gradient, y * 64 + 48));
            Floats16 dropout1Gradient_4 = flatten1GradientValue_4 * (Dropout.Keep512(dropoutKey, (uint)(y * 64 + 48), 3221225472u) * Simd16.Create(1.3333334f));
            Floats16 dropout1OutputValue_4 = Simd16.LoadUnsafe(ref Unsafe.Add(ref dropout1Output, y * 64 + 48));
            Floats16 relu2Gradient_5 = Simd16.ConditionalSelect(Simd16.GreaterThan(dropout1OutputValue_4, Floats16.Zero), dropout1Gradient_4, Floats16.Zero);
            conv2d2GradientSum_4 = conv2d2GradientSum_4 + relu2Gradient_5;
            Simd16.StoreUnsafe(relu2Gradient_5, ref Unsafe.Add(ref relu2Gradient, y * 64 + 48));
        }
        Simd16.StoreUnsafe(conv2d2GradientSum, ref conv2d2Gradient);
        Simd16.StoreUnsafe(conv2d2GradientSum_2, ref Unsafe.Add(ref conv2d2Gradient, 16));
        Simd16.StoreUnsafe(conv2d2GradientSum_3, ref Unsafe.Add(ref conv2d2Gradient, 32));
        Simd16.StoreUnsafe(conv2d2GradientSum_4, ref Unsafe.Add(ref conv2d2Gradient, 48));
    }
}
