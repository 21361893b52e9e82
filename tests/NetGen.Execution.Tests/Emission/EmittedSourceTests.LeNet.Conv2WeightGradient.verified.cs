/// <summary>
/// conv2, backward: gradient of the weight, from the positions that the max-pool passed on. 60000 multiply-adds a sample.
/// Reads relu1Output [batch, 14, 14, 6], relu2Gradient [batch, 5, 5, 16], maxpool2d2Tap [batch, 5, 5, 16].
/// Writes conv2WeightGradient [16, 5, 40].
/// Items are output channels.
/// </summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Conv2WeightGradient(Workspace workspace, int begin, int end)
{
    // Where the windows of the pool begin, some output channels' gradients and taps, and the list of one channel.
    ref int windows = ref Spans.GetReference(stackalloc int[25 + PassedPositions.Slack]);
    ref float gradients = ref ThreadScratch.Floats(800 + PassedPositions.Slack);
    ref float taps = ref Unsafe.Add(ref gradients, 400);
    ref float values = ref Spans.GetReference(stackalloc float[25 + PassedPositions.Slack]);
    ref int places = ref Spans.GetReference(stackalloc int[25 + PassedPositions.Slack]);
    PassedPositions.Windows(ref windows, 5, 5, 224, 16);
    ref float relu1OutputBatch = ref workspace.Activation(0); // [batch, 14, 14, 6]
    ref float relu2GradientBatch = ref workspace.Activation(6928); // [batch, 5, 5, 16]
    ref float maxpool2d2TapBatch = ref workspace.Activation(7328); // [batch, 5, 5, 16]
    ref float conv2WeightGradient = ref workspace.Scratch(0); // [16, 5, 40]
    for (int sample = 0; sample < workspace.Samples; sample++)
    {
        ref float relu1Output = ref Unsafe.Add(ref relu1OutputBatch, (nint)sample * 1568);
        ref float relu2Gradient = ref Unsafe.Add(ref relu2GradientBatch, (nint)sample * 400);
        ref float maxpool2d2Tap = ref Unsafe.Add(ref maxpool2d2TapBatch, (nint)sample * 400);
        bool starts = sample == 0;
        for (int block = begin; block < end; block += 16)
        {
            int outputs = global::System.Math.Min(16, end - block);
            Panel.Transpose(ref Unsafe.Add(ref relu2Gradient, block), 16, 25, outputs, ref gradients, 25);
            Panel.Transpose(ref Unsafe.Add(ref maxpool2d2Tap, block), 16, 25, outputs, ref taps, 25);
            for (int output = 0; output < outputs; output++)
            {
                int count = PassedPositions.List(ref Unsafe.Add(ref gradients, output * 25), ref Unsafe.Add(ref taps, output * 25), ref windows, 25, 2, 112, 8, ref values, ref places);
                ref float sums = ref Unsafe.Add(ref conv2WeightGradient, (block + output) * 240);
                Floats8 sum0 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref sums);
                Floats8 sum1 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 8));
                Floats8 sum2 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 16));
                Floats8 sum3 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 24));
                Floats8 sum4 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 32));
                Floats8 sum5 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 48));
                Floats8 sum6 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 56));
                Floats8 sum7 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 64));
                Floats8 sum8 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 72));
                Floats8 sum9 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 80));
                Floats8 sum10 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 96));
                Floats8 sum11 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 104));
                Floats8 sum12 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 112));
                Floats8 sum13 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 120));
                Floats8 sum14 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 128));
                Floats8 sum15 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 144));
                Floats8 sum16 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 152));
                Floats8 sum17 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 160));
                Floats8 sum18 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 168));
                Floats8 sum19 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 176));
                Floats8 sum20 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 192));
                Floats8 sum21 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 200));
                Floats8 sum22 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 208));
                Floats8 sum23 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 216));
                Floats8 sum24 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 224));
                for (int i = 0; i < count; i++)
                {
                    ref float pixel = ref Unsafe.Add(ref relu1Output, Unsafe.Add(ref places, i));
                    Floats8 v = Simd8.Create(Unsafe.Add(ref values, i));
                    sum0 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref pixel), sum0);
                    sum1 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 8)), sum1);
                    sum2 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 16)), sum2);
                    sum3 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 24)), sum3);
                    sum4 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 32)), sum4);
                    sum5 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 112)), sum5);
                    sum6 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 120)), sum6);
                    sum7 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 128)), sum7);
                    sum8 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 136)), sum8);
                    sum9 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 144)), sum9);
                    sum10 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 224)), sum10);
                    sum11 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 232)), sum11);
                    sum12 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 240)), sum12);
                    sum13 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 248)), sum13);
                    sum14 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 256)), sum14);
                    sum15 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 336)), sum15);
                    sum16 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 344)), sum16);
                    sum17 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 352)), sum17);
                    sum18 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 360)), sum18);
                    sum19 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 368)), sum19);
                    sum20 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 448)), sum20);
                    sum21 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 456)), sum21);
                    sum22 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 464)), sum22);
                    sum23 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 472)), sum23);
                    sum24 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 480)), sum24);
                }
                Simd8.StoreUnsafe(sum0, ref sums);
                Simd8.StoreUnsafe(sum1, ref Unsafe.Add(ref sums, 8));
                Simd8.StoreUnsafe(sum2, ref Unsafe.Add(ref sums, 16));
                Simd8.StoreUnsafe(sum3, ref Unsafe.Add(ref sums, 24));
                Simd8.StoreUnsafe(sum4, ref Unsafe.Add(ref sums, 32));
                Simd8.StoreUnsafe(sum5, ref Unsafe.Add(ref sums, 48));
                Simd8.StoreUnsafe(sum6, ref Unsafe.Add(ref sums, 56));
                Simd8.StoreUnsafe(sum7, ref Unsafe.Add(ref sums, 64));
                Simd8.StoreUnsafe(sum8, ref Unsafe.Add(ref sums, 72));
                Simd8.StoreUnsafe(sum9, ref Unsafe.Add(ref sums, 80));
                Simd8.StoreUnsafe(sum10, ref Unsafe.Add(ref sums, 96));
                Simd8.StoreUnsafe(sum11, ref Unsafe.Add(ref sums, 104));
                Simd8.StoreUnsafe(sum12, ref Unsafe.Add(ref sums, 112));
                Simd8.StoreUnsafe(sum13, ref Unsafe.Add(ref sums, 120));
                Simd8.StoreUnsafe(sum14, ref Unsafe.Add(ref sums, 128));
                Simd8.StoreUnsafe(sum15, ref Unsafe.Add(ref sums, 144));
                Simd8.StoreUnsafe(sum16, ref Unsafe.Add(ref sums, 152));
                Simd8.StoreUnsafe(sum17, ref Unsafe.Add(ref sums, 160));
                Simd8.StoreUnsafe(sum18, ref Unsafe.Add(ref sums, 168));
                Simd8.StoreUnsafe(sum19, ref Unsafe.Add(ref sums, 176));
                Simd8.StoreUnsafe(sum20, ref Unsafe.Add(ref sums, 192));
                Simd8.StoreUnsafe(sum21, ref Unsafe.Add(ref sums, 200));
                Simd8.StoreUnsafe(sum22, ref Unsafe.Add(ref sums, 208));
                Simd8.StoreUnsafe(sum23, ref Unsafe.Add(ref sums, 216));
                Simd8.StoreUnsafe(sum24, ref Unsafe.Add(ref sums, 224));
            }
        }
    }
}
