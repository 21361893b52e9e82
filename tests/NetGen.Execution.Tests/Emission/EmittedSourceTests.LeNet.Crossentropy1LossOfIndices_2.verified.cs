[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Crossentropy1LossOfIndices_2(Workspace workspace, int begin, int end)
{
    ref float crossentropy1MovedBatch = ref workspace.Activation(16), crossentropy1SumBatch = ref workspace.Activation(32),
        crossentropy1OutputBatch = ref workspace.Activation(48);
    // A lane for each sample: a vector holds one column of as many rows as it has lanes.
    ref float columns = ref StackScratch.Aligned(stackalloc float[720]);
    ref float crossentropy1Moved = ref columns;
    ref float crossentropy1Sum = ref Unsafe.Add(ref columns, S.Lanes * 16);
    ref float crossentropy1Output = ref Unsafe.Add(ref columns, S.Lanes * 17);
    ref float crossentropy1OutputColumns = ref Unsafe.Add(ref columns, S.Lanes * 33);
    ref float labels = ref Unsafe.Add(ref columns, S.Lanes * 43);
    V crossentropy1 = S.Divide(S.Create(1f), S.ClampMin(S.Create((float)workspace.LabelCount), S.Create(1f)));
    S.Store(S.Zero, ref Unsafe.Add(ref crossentropy1Output, S.Lanes * 10));
    S.Store(S.Zero, ref Unsafe.Add(ref crossentropy1Output, S.Lanes * 11));
    S.Store(S.Zero, ref Unsafe.Add(ref crossentropy1Output, S.Lanes * 12));
    S.Store(S.Zero, ref Unsafe.Add(ref crossentropy1Output, S.Lanes * 13));
    S.Store(S.Zero, ref Unsafe.Add(ref crossentropy1Output, S.Lanes * 14));
    S.Store(S.Zero, ref Unsafe.Add(ref crossentropy1Output, S.Lanes * 15));
    for (int first = begin; first < end; first += S.Lanes)
    {
        int samples = global::System.Math.Min(S.Lanes, end - first);
        Panel.Transpose(ref Unsafe.Add(ref crossentropy1MovedBatch, (nint)first * 16), 16, samples, 16, ref crossentropy1Moved, S.Lanes);
        global::System.ReadOnlySpan<int> ownLabels = workspace.Labels.Slice(first, samples);
        for (int lane = 0; lane < samples; lane++)
            Unsafe.Add(ref labels, lane) = ownLabels[lane];
        V classes = S.Load(ref labels);
        V crossentropy1OutputMax = S.Create(float.NegativeInfinity);
        V crossentropy1SumSum = S.Zero;
        for (int i = 0; i < 10; i++)
        {
            V crossentropy1MovedValue = S.Load(ref Unsafe.Add(ref crossentropy1Moved, i * S.Lanes));
            crossentropy1OutputMax = S.Max(crossentropy1OutputMax, crossentropy1MovedValue);
            V crossentropy1_2 = S.SelectEqual(classes, S.Create(i), S.One, S.Zero);
            crossentropy1SumSum = S.Add(crossentropy1SumSum, crossentropy1_2);
        }
        V crossentropy1SumSum_2 = S.Zero;
        for (int i_2 = 0; i_2 < 10; i_2++)
        {
            V crossentropy1MovedValue_2 = S.Load(ref Unsafe.Add(ref crossentropy1Moved, i_2 * S.Lanes));
            V crossentropy1_3 = S.Subtract(crossentropy1MovedValue_2, crossentropy1OutputMax);
            V exp = S.Exp(crossentropy1_3);
            V crossentropy1_4 = exp;
            crossentropy1SumSum_2 = S.Add(crossentropy1SumSum_2, crossentropy1_4);
            S.Store(crossentropy1_4, ref Unsafe.Add(ref crossentropy1OutputColumns, i_2 * S.Lanes));
        }
        V log = S.Log(crossentropy1SumSum_2);
        V crossentropy1_5 = log;
        V crossentropy1_6 = S.Divide(S.Create(1f), crossentropy1SumSum_2);
        V crossentropy1SumSum_3 = S.Zero;
        for (int i_3 = 0; i_3 < 10; i_3++)
        {
            V crossentropy1_7 = S.Load(ref Unsafe.Add(ref crossentropy1OutputColumns, i_3 * S.Lanes));
            V crossentropy1_8 = S.SelectEqual(classes, S.Create(i_3), S.One, S.Zero);
            V crossentropy1MovedValue_3 = S.Load(ref Unsafe.Add(ref crossentropy1Moved, i_3 * S.Lanes));
            V crossentropy1_9 = S.Subtract(crossentropy1MovedValue_3, crossentropy1OutputMax);
            V crossentropy1_10 = S.Subtract(crossentropy1_9, crossentropy1_5);
            V abs = S.Abs(crossentropy1_8);
            V crossentropy1_11 = S.SelectGreater(abs, S.Zero, S.Multiply(crossentropy1_8, crossentropy1_10), crossentropy1_8);
            crossentropy1SumSum_3 = S.Add(crossentropy1SumSum_3, crossentropy1_11);
            V crossentropy1_12 = S.Multiply(S.ClampMin(crossentropy1_7, S.Create(1E-30f)), crossentropy1_6);
            V crossentropy1_13 = S.Multiply(crossentropy1_12, crossentropy1SumSum);
            V crossentropy1_14 = S.Subtract(crossentropy1_13, crossentropy1_8);
            V crossentropy1_15 = S.Multiply(crossentropy1_14, crossentropy1);
            S.Store(crossentropy1_15, ref Unsafe.Add(ref crossentropy1Output, i_3 * S.Lanes));
        }
        S.Store(crossentropy1SumSum_3, ref crossentropy1Sum);
        Panel.Transpose(ref crossentropy1Sum, S.Lanes, 1, samples, ref Unsafe.Add(ref crossentropy1SumBatch, (nint)first * 16), 16);
        Panel.Transpose(ref crossentropy1Output, S.Lanes, 16, samples, ref Unsafe.Add(ref crossentropy1OutputBatch, (nint)first * 16), 16);
    }
}
