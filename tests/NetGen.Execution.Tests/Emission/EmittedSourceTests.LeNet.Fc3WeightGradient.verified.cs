/// <summary>
/// fc3, backward: gradient of the weight. 840 multiply-adds a sample.
/// Reads relu4Output [batch, 84], outputGradient_2 [batch, 10].
/// Writes fc3WeightGradient [84, 10].
/// Items are rows of the weight.
/// </summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Fc3WeightGradient(Workspace workspace, int begin, int end)
{
    ref float relu4OutputBatch = ref workspace.Activation(2096); // [batch, 84]
    ref float outputGradient_2Batch = ref workspace.Activation(2208); // [batch, 10]
    ref float fc3WeightGradient = ref workspace.Gradient(65584); // [84, 10]
    int k = begin;
    for (; k + 12 <= end; k += 12)
    {
        Floats16 sum0 = Floats16.Zero;
        Floats16 sum1 = Floats16.Zero;
        Floats16 sum2 = Floats16.Zero;
        Floats16 sum3 = Floats16.Zero;
        Floats16 sum4 = Floats16.Zero;
        Floats16 sum5 = Floats16.Zero;
        Floats16 sum6 = Floats16.Zero;
        Floats16 sum7 = Floats16.Zero;
        Floats16 sum8 = Floats16.Zero;
        Floats16 sum9 = Floats16.Zero;
        Floats16 sum10 = Floats16.Zero;
        Floats16 sum11 = Floats16.Zero;
        ref float x = ref Unsafe.Add(ref relu4OutputBatch, k);
        ref float w = ref outputGradient_2Batch;
        for (int row = 0; row < workspace.Samples; row++)
        {
            Floats16 wRow = Simd16.LoadUnsafe(ref w);
            sum0 = Simd16.FusedMultiplyAdd(Simd16.Create(x), wRow, sum0);
            sum1 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 1)), wRow, sum1);
            sum2 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 2)), wRow, sum2);
            sum3 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 3)), wRow, sum3);
            sum4 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 4)), wRow, sum4);
            sum5 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 5)), wRow, sum5);
            sum6 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 6)), wRow, sum6);
            sum7 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 7)), wRow, sum7);
            sum8 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 8)), wRow, sum8);
            sum9 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 9)), wRow, sum9);
            sum10 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 10)), wRow, sum10);
            sum11 = Simd16.FusedMultiplyAdd(Simd16.Create(Unsafe.Add(ref x, 11)), wRow, sum11);
            x = ref Unsafe.Add(ref x, 96);
            w = ref Unsafe.Add(ref w, 16);
        }
        Simd16.StoreUnsafe(sum0, ref Unsafe.Add(ref fc3WeightGradient, k * 16));
        Simd16.StoreUnsafe(sum1, ref Unsafe.Add(ref fc3WeightGradient, k * 16 + 16));
        Simd16.StoreUnsafe(sum2, ref Unsafe.Add(ref fc3WeightGradient, k * 16 + 32));
        Simd16.StoreUnsafe(sum3, ref Unsafe.Add(ref fc3WeightGradient, k * 16 + 48));
        Simd16.StoreUnsafe(sum4, ref Unsafe.Add(ref fc3WeightGradient, k * 16 + 64));
        Simd16.StoreUnsafe(sum5, ref Unsafe.Add(ref fc3WeightGradient, k * 16 + 80));
        Simd16.StoreUnsafe(sum6, ref Unsafe.Add(ref fc3WeightGradient, k * 16 + 96));
        Simd16.StoreUnsafe(sum7, ref Unsafe.Add(ref fc3WeightGradient, k * 16 + 112));
        Simd16.StoreUnsafe(sum8, ref Unsafe.Add(ref fc3WeightGradient, k * 16 + 128));
        Simd16.StoreUnsafe(sum9, ref Unsafe.Add(ref fc3WeightGradient, k * 16 + 144));
        Simd16.StoreUnsafe(sum10, ref Unsafe.Add(ref fc3WeightGradient, k * 16 + 160));
        Simd16.StoreUnsafe(sum11, ref Unsafe.Add(ref fc3WeightGradient, k * 16 + 176));
    }
    for (; k < end; k++)
    {
        Floats16 sum0_2 = Floats16.Zero;
        ref float x_2 = ref Unsafe.Add(ref relu4OutputBatch, k);
        ref float w_2 = ref outputGradient_2Batch;
        for (int row_2 = 0; row_2 < workspace.Samples; row_2++)
        {
            Floats16 wRow_2 = Simd16.LoadUnsafe(ref w_2);
            sum0_2 = Simd16.FusedMultiplyAdd(Simd16.Create(x_2), wRow_2, sum0_2);
            x_2 = ref Unsafe.Add(ref x_2, 96);
            w_2 = ref Unsafe.Add(ref w_2, 16);
        }
        Simd16.StoreUnsafe(sum0_2, ref Unsafe.Add(ref fc3WeightGradient, k * 16));
    }
}
