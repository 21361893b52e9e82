/// <summary>
/// crossentropy1: row by row.
/// Reads crossentropy1Moved [batch, 10].
/// Writes crossentropy1Output_10 [batch, 1], crossentropy1Output_19 [batch, 10].
/// Items are samples.
/// </summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Crossentropy1LossOfIndices_2(Workspace workspace, int begin, int end)
{
    ref float crossentropy1MovedBatch = ref workspace.Activation(16); // [batch, 10]
    ref float crossentropy1Output_10Batch = ref workspace.Activation(32); // [batch, 1]
    ref float crossentropy1Output_19Batch = ref workspace.Activation(48); // [batch, 10]
    // The rows of 16 samples lie side by side: a vector holds one column of them.
    ref float columns = ref StackScratch.Aligned(stackalloc float[704]);
    ref float crossentropy1Moved = ref columns;
    ref float crossentropy1Output_10 = ref Unsafe.Add(ref columns, 256);
    ref float crossentropy1Output_19 = ref Unsafe.Add(ref columns, 272);
    ref float crossentropy1Output_4Columns = ref Unsafe.Add(ref columns, 528);
    Floats16 crossentropy1 = Simd16.Create(1f) / Simd16.MaxNative(Simd16.Create(1f), Simd16.Create((float)workspace.LabelCount));
    Simd16.StoreUnsafe(Floats16.Zero, ref Unsafe.Add(ref crossentropy1Output_19, 160));
    Simd16.StoreUnsafe(Floats16.Zero, ref Unsafe.Add(ref crossentropy1Output_19, 176));
    Simd16.StoreUnsafe(Floats16.Zero, ref Unsafe.Add(ref crossentropy1Output_19, 192));
    Simd16.StoreUnsafe(Floats16.Zero, ref Unsafe.Add(ref crossentropy1Output_19, 208));
    Simd16.StoreUnsafe(Floats16.Zero, ref Unsafe.Add(ref crossentropy1Output_19, 224));
    Simd16.StoreUnsafe(Floats16.Zero, ref Unsafe.Add(ref crossentropy1Output_19, 240));
    global::System.Span<int> labels = stackalloc int[16];
    for (int first = begin; first < end; first += 16)
    {
        int samples = global::System.Math.Min(16, end - first);
        Panel.Transpose(ref Unsafe.Add(ref crossentropy1MovedBatch, (nint)first * 16), 16, samples, 16, ref crossentropy1Moved, 16);
        workspace.Labels.Slice(first, samples).CopyTo(labels);
        Integers16 classes = Simd16.Create((global::System.ReadOnlySpan<int>)labels);
        Floats16 crossentropy1Output_2Max = Simd16.Create(float.NegativeInfinity);
        Floats16 crossentropy1Output_8Sum = Floats16.Zero;
        for (int i = 0; i < 10; i++)
        {
            Floats16 crossentropy1MovedValue = Simd16.LoadUnsafe(ref Unsafe.Add(ref crossentropy1Moved, i * 16));
            crossentropy1Output_2Max = Simd16.MaxNative(crossentropy1Output_2Max, crossentropy1MovedValue);
            Floats16 crossentropy1_2 = Simd16.ConditionalSelect(Simd16.AsSingle(Simd16.Equals(classes, Simd16.Create(i))), Floats16.One, Floats16.Zero);
            crossentropy1Output_8Sum = crossentropy1Output_8Sum + crossentropy1_2;
        }
        Floats16 crossentropy1Output_5Sum = Floats16.Zero;
        for (int i_2 = 0; i_2 < 10; i_2++)
        {
            Floats16 crossentropy1MovedValue_2 = Simd16.LoadUnsafe(ref Unsafe.Add(ref crossentropy1Moved, i_2 * 16));
            Floats16 crossentropy1_3 = crossentropy1MovedValue_2 - crossentropy1Output_2Max;
            Floats16 exp = Functions.Exp(crossentropy1_3);
            Floats16 crossentropy1_4 = exp;
            crossentropy1Output_5Sum = crossentropy1Output_5Sum + crossentropy1_4;
            Simd16.StoreUnsafe(crossentropy1_4, ref Unsafe.Add(ref crossentropy1Output_4Columns, i_2 * 16));
        }
        Floats16 log = Functions.Log(crossentropy1Output_5Sum);
        Floats16 crossentropy1_5 = log;
        Floats16 crossentropy1_6 = Simd16.Create(1f) / crossentropy1Output_5Sum;
        Floats16 crossentropy1Output_10Sum = Floats16.Zero;
        for (int i_3 = 0; i_3 < 10; i_3++)
        {
            Floats16 crossentropy1_7 = Simd16.LoadUnsafe(ref Unsafe.Add(ref crossentropy1Output_4Columns, i_3 * 16));
            Floats16 crossentropy1_8 = Simd16.ConditionalSelect(Simd16.AsSingle(Simd16.Equals(classes, Simd16.Create(i_3))), Floats16.One, Floats16.Zero);
            Floats16 crossentropy1MovedValue_3 = Simd16.LoadUnsafe(ref Unsafe.Add(ref crossentropy1Moved, i_3 * 16));
            Floats16 crossentropy1_9 = crossentropy1MovedValue_3 - crossentropy1Output_2Max;
            Floats16 crossentropy1_10 = crossentropy1_9 - crossentropy1_5;
            Floats16 crossentropy1_11 = crossentropy1_8 * crossentropy1_10;
            crossentropy1Output_10Sum = crossentropy1Output_10Sum + crossentropy1_11;
            Floats16 crossentropy1_12 = Simd16.MaxNative(Simd16.Create(1E-30f), crossentropy1_7) * crossentropy1_6;
            Floats16 crossentropy1_13 = crossentropy1_12 * crossentropy1Output_8Sum;
            Floats16 crossentropy1_14 = crossentropy1_13 - crossentropy1_8;
            Floats16 crossentropy1_15 = crossentropy1_14 * crossentropy1;
            Simd16.StoreUnsafe(crossentropy1_15, ref Unsafe.Add(ref crossentropy1Output_19, i_3 * 16));
        }
        Simd16.StoreUnsafe(crossentropy1Output_10Sum, ref crossentropy1Output_10);
        Panel.Transpose(ref crossentropy1Output_10, 16, 1, samples, ref Unsafe.Add(ref crossentropy1Output_10Batch, (nint)first * 16), 16);
        Panel.Transpose(ref crossentropy1Output_19, 16, 16, samples, ref Unsafe.Add(ref crossentropy1Output_19Batch, (nint)first * 16), 16);
    }
}
