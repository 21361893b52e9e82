/// <summary>
/// fc3, backward: sum over the batch.
/// Reads outputGradient_2 [batch, 10].
/// Writes fc3Gradient [10].
/// Items are sixteen places of the sample.
/// </summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Fc3BatchSum(Workspace workspace, int begin, int end)
{
    ref float outputGradient_2Batch = ref workspace.Activation(2208); // [batch, 10]
    ref float fc3Gradient = ref workspace.Gradient(66928); // [10]
    int last = global::System.Math.Min(end * 16, 16);
    for (int i = begin * 16; i < last; i += 16)
    {
        Floats16 sum0 = Floats16.Zero;
        Floats16 sum1 = Floats16.Zero;
        Floats16 sum2 = Floats16.Zero;
        Floats16 sum3 = Floats16.Zero;
        int sample = 0;
        for (; sample + 4 <= workspace.Samples; sample += 4)
        {
            ref float outputGradient_2 = ref Unsafe.Add(ref outputGradient_2Batch, (nint)sample * 16);
            Floats16 outputGradient_2Value = Simd16.LoadUnsafe(ref Unsafe.Add(ref outputGradient_2, i));
            sum0 += outputGradient_2Value;
            Floats16 outputGradient_2Value_2 = Simd16.LoadUnsafe(ref Unsafe.Add(ref outputGradient_2, i + 16));
            sum1 += outputGradient_2Value_2;
            Floats16 outputGradient_2Value_3 = Simd16.LoadUnsafe(ref Unsafe.Add(ref outputGradient_2, i + 32));
            sum2 += outputGradient_2Value_3;
            Floats16 outputGradient_2Value_4 = Simd16.LoadUnsafe(ref Unsafe.Add(ref outputGradient_2, i + 48));
            sum3 += outputGradient_2Value_4;
        }
        for (; sample < workspace.Samples; sample++)
        {
            ref float outputGradient_2 = ref Unsafe.Add(ref outputGradient_2Batch, (nint)sample * 16);
            Floats16 outputGradient_2Value_5 = Simd16.LoadUnsafe(ref Unsafe.Add(ref outputGradient_2, i));
            sum0 += outputGradient_2Value_5;
        }
        Floats16 sum = sum0 + sum1 + sum2 + sum3;
        Simd16.StoreUnsafe(sum, ref Unsafe.Add(ref fc3Gradient, i));
    }
}
