/// <summary>
/// conv1, maxpool2d1, relu1: convolution and max-pool. 117600 multiply-adds a sample.
/// As many samples as a vector has lanes are computed side by side, since the channels would not fill it; those left over one by one.
/// Reads conv1Moved [batch, 32, 32, 1], conv1_Weight [5, 5, 1, 6], conv1_Bias [1, 1, 6].
/// Writes relu1Output [batch, 14, 14, 6].
/// Items are samples.
/// </summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Conv1Maxpool2d1Relu1Predict(Workspace workspace, int begin, int end)
{
    ref float conv1MovedBatch = ref workspace.Activation(1568); // [batch, 32, 32, 1]
    ref float conv1_Weight = ref workspace.Parameter(0); // [5, 5, 1, 6]
    ref float conv1_Bias = ref workspace.Parameter(208); // [1, 1, 6]
    ref float relu1OutputBatch = ref workspace.Activation(0); // [batch, 14, 14, 6]
    int alone = end - (end - begin) % 16;
    Conv1Maxpool2d1Relu1PredictSideBySide(workspace, begin, alone);
    for (int sample = alone; sample < end; sample++)
    {
        ref float conv1Moved = ref Unsafe.Add(ref conv1MovedBatch, (nint)sample * 1024);
        ref float relu1Output = ref Unsafe.Add(ref relu1OutputBatch, (nint)sample * 1568);
        for (int y = 0; y < 14; y++)
        {
            for (int x = 0; x < 12; x += 3)
            {
                Floats8 sum0 = Floats8.Zero;
                Floats8 sum1 = Floats8.Zero;
                Floats8 sum2 = Floats8.Zero;
                Floats8 sum3 = Floats8.Zero;
                Floats8 sum4 = Floats8.Zero;
                Floats8 sum5 = Floats8.Zero;
                Floats8 sum6 = Floats8.Zero;
                Floats8 sum7 = Floats8.Zero;
                Floats8 sum8 = Floats8.Zero;
                Floats8 sum9 = Floats8.Zero;
                Floats8 sum10 = Floats8.Zero;
                Floats8 sum11 = Floats8.Zero;
                for (int ky = 0; ky < 5; ky++)
                {
                    ref float x_2 = ref Unsafe.Add(ref conv1Moved, y * 64 + x * 2 + ky * 32);
                    ref float w = ref Unsafe.Add(ref conv1_Weight, ky * 40);
                    for (int kx = 0; kx < 5; kx++)
                    {
                        Floats8 wRow = Simd8.LoadUnsafe(ref w);
                        sum0 = Simd8.FusedMultiplyAdd(Simd8.Create(x_2), wRow, sum0);
                        sum1 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_2, 1)), wRow, sum1);
                        sum2 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_2, 2)), wRow, sum2);
                        sum3 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_2, 3)), wRow, sum3);
                        sum4 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_2, 4)), wRow, sum4);
                        sum5 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_2, 5)), wRow, sum5);
                        sum6 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_2, 32)), wRow, sum6);
                        sum7 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_2, 33)), wRow, sum7);
                        sum8 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_2, 34)), wRow, sum8);
                        sum9 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_2, 35)), wRow, sum9);
                        sum10 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_2, 36)), wRow, sum10);
                        sum11 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_2, 37)), wRow, sum11);
                        x_2 = ref Unsafe.Add(ref x_2, 1);
                        w = ref Unsafe.Add(ref w, 8);
                    }
                }
                Floats8 max = Functions.Max(sum0, sum1, sum6, sum7);
                Conv1Maxpool2d1Relu1PredictEpilogue(max, ref conv1_Bias, ref Unsafe.Add(ref relu1Output, y * 112 + x * 8));
                Floats8 max_2 = Functions.Max(sum2, sum3, sum8, sum9);
                Conv1Maxpool2d1Relu1PredictEpilogue(max_2, ref conv1_Bias, ref Unsafe.Add(ref relu1Output, y * 112 + x * 8 + 8));
                Floats8 max_3 = Functions.Max(sum4, sum5, sum10, sum11);
                Conv1Maxpool2d1Relu1PredictEpilogue(max_3, ref conv1_Bias, ref Unsafe.Add(ref relu1Output, y * 112 + x * 8 + 16));
            }
            Floats8 sum0_2 = Floats8.Zero;
            Floats8 sum1_2 = Floats8.Zero;
            Floats8 sum2_2 = Floats8.Zero;
            Floats8 sum3_2 = Floats8.Zero;
            Floats8 sum4_2 = Floats8.Zero;
            Floats8 sum5_2 = Floats8.Zero;
            Floats8 sum6_2 = Floats8.Zero;
            Floats8 sum7_2 = Floats8.Zero;
            for (int ky_2 = 0; ky_2 < 5; ky_2++)
            {
                ref float x_3 = ref Unsafe.Add(ref conv1Moved, y * 64 + ky_2 * 32 + 24);
                ref float w_2 = ref Unsafe.Add(ref conv1_Weight, ky_2 * 40);
                for (int kx_2 = 0; kx_2 < 5; kx_2++)
                {
                    Floats8 wRow_2 = Simd8.LoadUnsafe(ref w_2);
                    sum0_2 = Simd8.FusedMultiplyAdd(Simd8.Create(x_3), wRow_2, sum0_2);
                    sum1_2 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_3, 1)), wRow_2, sum1_2);
                    sum2_2 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_3, 2)), wRow_2, sum2_2);
                    sum3_2 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_3, 3)), wRow_2, sum3_2);
                    sum4_2 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_3, 32)), wRow_2, sum4_2);
                    sum5_2 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_3, 33)), wRow_2, sum5_2);
                    sum6_2 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_3, 34)), wRow_2, sum6_2);
                    sum7_2 = Simd8.FusedMultiplyAdd(Simd8.Create(Unsafe.Add(ref x_3, 35)), wRow_2, sum7_2);
                    x_3 = ref Unsafe.Add(ref x_3, 1);
                    w_2 = ref Unsafe.Add(ref w_2, 8);
                }
            }
            Floats8 max_4 = Functions.Max(sum0_2, sum1_2, sum4_2, sum5_2);
            Conv1Maxpool2d1Relu1PredictEpilogue(max_4, ref conv1_Bias, ref Unsafe.Add(ref relu1Output, y * 112 + 96));
            Floats8 max_5 = Functions.Max(sum2_2, sum3_2, sum6_2, sum7_2);
            Conv1Maxpool2d1Relu1PredictEpilogue(max_5, ref conv1_Bias, ref Unsafe.Add(ref relu1Output, y * 112 + 104));
        }
    }
}
