/// <summary>The 36 products m of a tile become its 2×2 output pixels, Aᵀ·m·A, and go on from there.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static void Conv2Maxpool2d2Relu2PredictOutputTransform(int y, int x, ref float products, ref float conv2_Bias, ref float relu2Output)
{
    int corner = y * 5 + x;
    Prefetch.Rows(ref Unsafe.Add(ref relu2Output, corner * 16 + 80), 1, 80, 16);
    for (int channel = 0; channel < 16; channel += 16)
    {
        ref float source = ref Unsafe.Add(ref products, channel);
        ref float conv2_BiasNear = ref Unsafe.Add(ref conv2_Bias, channel);
        ref float relu2OutputNear = ref Unsafe.Add(ref relu2Output, channel + corner * 16);
        // Aᵀ·m: each column.
        Floats16 m0 = Simd16.LoadUnsafe(ref source);
        Floats16 m1 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 96));
        Floats16 m2 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 192));
        Floats16 m3 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 288));
        Floats16 m4 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 384));
        Floats16 m5 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 480));
        Floats16 even = m1 + m2;
        Floats16 odd = m1 - m2;
        Floats16 even_2 = m3 + m4;
        Floats16 odd_2 = m3 - m4;
        Floats16 column0 = m0 + even + even_2;
        Floats16 column0_2 = Simd16.FusedMultiplyAdd(Simd16.Create(0.70710677f), Simd16.FusedMultiplyAdd(Simd16.Create(2f), odd_2, odd), m5);
        Floats16 m0_2 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 16));
        Floats16 m1_2 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 112));
        Floats16 m2_2 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 208));
        Floats16 m3_2 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 304));
        Floats16 m4_2 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 400));
        Floats16 m5_2 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 496));
        Floats16 even_3 = m1_2 + m2_2;
        Floats16 odd_3 = m1_2 - m2_2;
        Floats16 even_4 = m3_2 + m4_2;
        Floats16 odd_4 = m3_2 - m4_2;
        Floats16 column1 = m0_2 + even_3 + even_4;
        Floats16 column1_2 = Simd16.FusedMultiplyAdd(Simd16.Create(0.70710677f), Simd16.FusedMultiplyAdd(Simd16.Create(2f), odd_4, odd_3), m5_2);
        Floats16 m0_3 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 32));
        Floats16 m1_3 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 128));
        Floats16 m2_3 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 224));
        Floats16 m3_3 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 320));
        Floats16 m4_3 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 416));
        Floats16 m5_3 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 512));
        Floats16 even_5 = m1_3 + m2_3;
        Floats16 odd_5 = m1_3 - m2_3;
        Floats16 even_6 = m3_3 + m4_3;
        Floats16 odd_6 = m3_3 - m4_3;
        Floats16 column2 = m0_3 + even_5 + even_6;
        Floats16 column2_2 = Simd16.FusedMultiplyAdd(Simd16.Create(0.70710677f), Simd16.FusedMultiplyAdd(Simd16.Create(2f), odd_6, odd_5), m5_3);
        Floats16 m0_4 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 48));
        Floats16 m1_4 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 144));
        Floats16 m2_4 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 240));
        Floats16 m3_4 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 336));
        Floats16 m4_4 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 432));
        Floats16 m5_4 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 528));
        Floats16 even_7 = m1_4 + m2_4;
        Floats16 odd_7 = m1_4 - m2_4;
        Floats16 even_8 = m3_4 + m4_4;
        Floats16 odd_8 = m3_4 - m4_4;
        Floats16 column3 = m0_4 + even_7 + even_8;
        Floats16 column3_2 = Simd16.FusedMultiplyAdd(Simd16.Create(0.70710677f), Simd16.FusedMultiplyAdd(Simd16.Create(2f), odd_8, odd_7), m5_4);
        Floats16 m0_5 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 64));
        Floats16 m1_5 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 160));
        Floats16 m2_5 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 256));
        Floats16 m3_5 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 352));
        Floats16 m4_5 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 448));
        Floats16 m5_5 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 544));
        Floats16 even_9 = m1_5 + m2_5;
        Floats16 odd_9 = m1_5 - m2_5;
        Floats16 even_10 = m3_5 + m4_5;
        Floats16 odd_10 = m3_5 - m4_5;
        Floats16 column4 = m0_5 + even_9 + even_10;
        Floats16 column4_2 = Simd16.FusedMultiplyAdd(Simd16.Create(0.70710677f), Simd16.FusedMultiplyAdd(Simd16.Create(2f), odd_10, odd_9), m5_5);
        Floats16 m0_6 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 80));
        Floats16 m1_6 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 176));
        Floats16 m2_6 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 272));
        Floats16 m3_6 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 368));
        Floats16 m4_6 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 464));
        Floats16 m5_6 = Simd16.LoadUnsafe(ref Unsafe.Add(ref source, 560));
        Floats16 even_11 = m1_6 + m2_6;
        Floats16 odd_11 = m1_6 - m2_6;
        Floats16 even_12 = m3_6 + m4_6;
        Floats16 odd_12 = m3_6 - m4_6;
        Floats16 column5 = m0_6 + even_11 + even_12;
        Floats16 column5_2 = Simd16.FusedMultiplyAdd(Simd16.Create(0.70710677f), Simd16.FusedMultiplyAdd(Simd16.Create(2f), odd_12, odd_11), m5_6);
        // (Aᵀ·m)·A: row 0.
        Floats16 even_13 = column1 + column2;
        Floats16 odd_13 = column1 - column2;
        Floats16 even_14 = column3 + column4;
        Floats16 odd_14 = column3 - column4;
        Floats16 pixel = column0 + even_13 + even_14;
        Floats16 pixel_2 = Simd16.FusedMultiplyAdd(Simd16.Create(0.70710677f), Simd16.FusedMultiplyAdd(Simd16.Create(2f), odd_14, odd_13), column5);
        Floats16 even_15 = column1_2 + column2_2;
        Floats16 odd_15 = column1_2 - column2_2;
        Floats16 even_16 = column3_2 + column4_2;
        Floats16 odd_16 = column3_2 - column4_2;
        Floats16 pixel_3 = column0_2 + even_15 + even_16;
        Floats16 pixel_4 = Simd16.FusedMultiplyAdd(Simd16.Create(0.70710677f), Simd16.FusedMultiplyAdd(Simd16.Create(2f), odd_16, odd_15), column5_2);
        Floats16 max = pixel;
        max = Simd16.MaxNative(max, pixel_2);
        max = Simd16.MaxNative(max, pixel_3);
        max = Simd16.MaxNative(max, pixel_4);
        Conv2Maxpool2d2Relu2PredictEpilogue(max, ref conv2_BiasNear, ref relu2OutputNear);
    }
}
