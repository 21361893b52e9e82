/// <summary>
/// fc3: matrix product. 840 multiply-adds a sample.
/// Reads relu4Output [batch, 84], fc3_Weight [84, 10], fc3_Bias [10].
/// Writes fc3Output [batch, 10].
/// Items are samples.
/// </summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Fc3Predict(Workspace workspace, int begin, int end)
{
    ref float relu4OutputBatch = ref workspace.Activation(0); // [batch, 84]
    ref float fc3_Weight = ref workspace.Parameter(65584); // [84, 10]
    ref float fc3_Bias = ref workspace.Parameter(66928); // [10]
    ref float fc3OutputBatch = ref workspace.Activation(96); // [batch, 10]
    int sample = begin;
    for (; sample + 8 <= end; sample += 8)
    {
        ref float relu4Output = ref Unsafe.Add(ref relu4OutputBatch, (nint)sample * 96);
        ref float fc3Output = ref Unsafe.Add(ref fc3OutputBatch, (nint)sample * 16);
        Floats16 sum0 = Floats16.Zero;
        Floats16 sum1 = Floats16.Zero;
        Floats16 sum2 = Floats16.Zero;
        Floats16 sum3 = Floats16.Zero;
        Floats16 sum4 = Floats16.Zero;
        Floats16 sum5 = Floats16.Zero;
        Floats16 sum6 = Floats16.Zero;
        Floats16 sum7 = Floats16.Zero;
        ref float x = ref relu4Output;
        ref float w = ref fc3_Weight;
        for (int k = 0; k < 84; k++)
        {
            Floats16 wRow = Simd16.LoadUnsafe(ref w);
            sum0 = Simd16.FusedMultiplyAdd(Simd16.Create(x), wRow, sum0);
            sum1 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 96)), wRow, sum1);
            sum2 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 192)), wRow, sum2);
            sum3 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 288)), wRow, sum3);
            sum4 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 384)), wRow, sum4);
            sum5 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 480)), wRow, sum5);
            sum6 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 576)), wRow, sum6);
            sum7 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 672)), wRow, sum7);
            x = ref Unsafe.Add(ref x, 1);
            w = ref Unsafe.Add(ref w, 16);
        }
        Fc3PredictEpilogue(sum0, ref fc3_Bias, ref fc3Output);
        Fc3PredictEpilogue(sum1, ref fc3_Bias, ref Unsafe.Add(ref fc3Output, 16));
        Fc3PredictEpilogue(sum2, ref fc3_Bias, ref Unsafe.Add(ref fc3Output, 32));
        Fc3PredictEpilogue(sum3, ref fc3_Bias, ref Unsafe.Add(ref fc3Output, 48));
        Fc3PredictEpilogue(sum4, ref fc3_Bias, ref Unsafe.Add(ref fc3Output, 64));
        Fc3PredictEpilogue(sum5, ref fc3_Bias, ref Unsafe.Add(ref fc3Output, 80));
        Fc3PredictEpilogue(sum6, ref fc3_Bias, ref Unsafe.Add(ref fc3Output, 96));
        Fc3PredictEpilogue(sum7, ref fc3_Bias, ref Unsafe.Add(ref fc3Output, 112));
    }
    for (; sample + 4 <= end; sample += 4)
    {
        ref float relu4Output = ref Unsafe.Add(ref relu4OutputBatch, (nint)sample * 96);
        ref float fc3Output = ref Unsafe.Add(ref fc3OutputBatch, (nint)sample * 16);
        Floats16 sum0_2 = Floats16.Zero;
        Floats16 sum1_2 = Floats16.Zero;
        Floats16 sum2_2 = Floats16.Zero;
        Floats16 sum3_2 = Floats16.Zero;
        ref float x_2 = ref relu4Output;
        ref float w_2 = ref fc3_Weight;
        for (int k_2 = 0; k_2 < 84; k_2++)
        {
            Floats16 wRow_2 = Simd16.LoadUnsafe(ref w_2);
            sum0_2 = Simd16.FusedMultiplyAdd(Simd16.Create(x_2), wRow_2, sum0_2);
            sum1_2 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x_2, 96)), wRow_2, sum1_2);
            sum2_2 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x_2, 192)), wRow_2, sum2_2);
            sum3_2 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x_2, 288)), wRow_2, sum3_2);
            x_2 = ref Unsafe.Add(ref x_2, 1);
            w_2 = ref Unsafe.Add(ref w_2, 16);
        }
        Fc3PredictEpilogue(sum0_2, ref fc3_Bias, ref fc3Output);
        Fc3PredictEpilogue(sum1_2, ref fc3_Bias, ref Unsafe.Add(ref fc3Output, 16));
        Fc3PredictEpilogue(sum2_2, ref fc3_Bias, ref Unsafe.Add(ref fc3Output, 32));
        Fc3PredictEpilogue(sum3_2, ref fc3_Bias, ref Unsafe.Add(ref fc3Output, 48));
    }
    for (; sample < end; sample++)
    {
        ref float relu4Output = ref Unsafe.Add(ref relu4OutputBatch, (nint)sample * 96);
        ref float fc3Output = ref Unsafe.Add(ref fc3OutputBatch, (nint)sample * 16);
        Floats16 sum0_3 = Floats16.Zero;
        ref float x_3 = ref relu4Output;
        ref float w_3 = ref fc3_Weight;
        for (int k_3 = 0; k_3 < 84; k_3++)
        {
            Floats16 wRow_3 = Simd16.LoadUnsafe(ref w_3);
            sum0_3 = Simd16.FusedMultiplyAdd(Simd16.Create(x_3), wRow_3, sum0_3);
            x_3 = ref Unsafe.Add(ref x_3, 1);
            w_3 = ref Unsafe.Add(ref w_3, 16);
        }
        Fc3PredictEpilogue(sum0_3, ref fc3_Bias, ref fc3Output);
    }
}
