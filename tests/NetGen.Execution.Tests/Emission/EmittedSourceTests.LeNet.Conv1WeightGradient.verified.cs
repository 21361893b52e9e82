/// <summary>
/// conv1, backward: gradient of the weight, from the positions that the max-pool passed on. 29400 multiply-adds a sample.
/// Reads conv1Moved [batch, 32, 32, 1], relu1Gradient [batch, 14, 14, 6], maxpool2d1Tap [batch, 14, 14, 6].
/// Writes conv1WeightGradient [6, 5, 5].
/// Items are output channels.
/// </summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Conv1WeightGradient(Workspace workspace, int begin, int end)
{
    // Where the windows of the pool begin, some output channels' gradients and taps, and the list of one channel.
    ref int windows = ref Spans.GetReference(stackalloc int[196 + PassedPositions.Slack]);
    ref float gradients = ref ThreadScratch.Floats(6272 + PassedPositions.Slack);
    ref float taps = ref Unsafe.Add(ref gradients, 3136);
    ref float values = ref Spans.GetReference(stackalloc float[196 + PassedPositions.Slack]);
    ref int places = ref Spans.GetReference(stackalloc int[196 + PassedPositions.Slack]);
    PassedPositions.Windows(ref windows, 14, 14, 64, 2);
    ref float conv1MovedBatch = ref workspace.Activation(4704); // [batch, 32, 32, 1]
    ref float relu1GradientBatch = ref workspace.Activation(1568); // [batch, 14, 14, 6]
    ref float maxpool2d1TapBatch = ref workspace.Activation(3136); // [batch, 14, 14, 6]
    ref float conv1WeightGradient = ref workspace.Scratch(0); // [6, 5, 5]
    for (int sample = 0; sample < workspace.Samples; sample++)
    {
        ref float conv1Moved = ref Unsafe.Add(ref conv1MovedBatch, (nint)sample * 1024);
        ref float relu1Gradient = ref Unsafe.Add(ref relu1GradientBatch, (nint)sample * 1568);
        ref float maxpool2d1Tap = ref Unsafe.Add(ref maxpool2d1TapBatch, (nint)sample * 1568);
        bool starts = sample == 0;
        for (int block = begin; block < end; block += 16)
        {
            int outputs = global::System.Math.Min(16, end - block);
            // Whole squares are turned at once, with channels that only fill up a vector.
            int turned = global::System.Math.Min((outputs + 7) & -8, 8 - block);
            Panel.Transpose(ref Unsafe.Add(ref relu1Gradient, block), 8, 196, turned, ref gradients, 196);
            Panel.Transpose(ref Unsafe.Add(ref maxpool2d1Tap, block), 8, 196, turned, ref taps, 196);
            for (int output = 0; output < outputs; output++)
            {
                int count = PassedPositions.List(ref Unsafe.Add(ref gradients, output * 196), ref Unsafe.Add(ref taps, output * 196), ref windows, 196, 2, 32, 1, ref values, ref places);
                ref float sums = ref Unsafe.Add(ref conv1WeightGradient, (block + output) * 40);
                Floats8 sum0 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref sums);
                Floats8 sum1 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 8));
                Floats8 sum2 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 16));
                Floats8 sum3 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 24));
                Floats8 sum4 = starts ? Floats8.Zero : Simd8.LoadUnsafe(ref Unsafe.Add(ref sums, 32));
                Floats8 other0 = Floats8.Zero;
                Floats8 other1 = Floats8.Zero;
                Floats8 other2 = Floats8.Zero;
                Floats8 other3 = Floats8.Zero;
                Floats8 other4 = Floats8.Zero;
                int i = 0;
                for (; i + 2 <= count; i += 2)
                {
                    ref float pixel = ref Unsafe.Add(ref conv1Moved, Unsafe.Add(ref places, i));
                    Floats8 v = Simd8.Create(Unsafe.Add(ref values, i));
                    sum0 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref pixel), sum0);
                    sum1 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 32)), sum1);
                    sum2 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 64)), sum2);
                    sum3 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 96)), sum3);
                    sum4 = Simd8.FusedMultiplyAdd(v, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel, 128)), sum4);
                    ref float pixel_2 = ref Unsafe.Add(ref conv1Moved, Unsafe.Add(ref places, i + 1));
                    Floats8 v_2 = Simd8.Create(Unsafe.Add(ref values, i + 1));
                    other0 = Simd8.FusedMultiplyAdd(v_2, Simd8.LoadUnsafe(ref pixel_2), other0);
                    other1 = Simd8.FusedMultiplyAdd(v_2, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel_2, 32)), other1);
                    other2 = Simd8.FusedMultiplyAdd(v_2, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel_2, 64)), other2);
                    other3 = Simd8.FusedMultiplyAdd(v_2, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel_2, 96)), other3);
                    other4 = Simd8.FusedMultiplyAdd(v_2, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel_2, 128)), other4);
                }
                if (i < count)
                {
                    ref float pixel_3 = ref Unsafe.Add(ref conv1Moved, Unsafe.Add(ref places, i));
                    Floats8 v_3 = Simd8.Create(Unsafe.Add(ref values, i));
                    sum0 = Simd8.FusedMultiplyAdd(v_3, Simd8.LoadUnsafe(ref pixel_3), sum0);
                    sum1 = Simd8.FusedMultiplyAdd(v_3, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel_3, 32)), sum1);
                    sum2 = Simd8.FusedMultiplyAdd(v_3, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel_3, 64)), sum2);
                    sum3 = Simd8.FusedMultiplyAdd(v_3, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel_3, 96)), sum3);
                    sum4 = Simd8.FusedMultiplyAdd(v_3, Simd8.LoadUnsafe(ref Unsafe.Add(ref pixel_3, 128)), sum4);
                }
                Simd8.StoreUnsafe(sum0 + other0, ref sums);
                Simd8.StoreUnsafe(sum1 + other1, ref Unsafe.Add(ref sums, 8));
                Simd8.StoreUnsafe(sum2 + other2, ref Unsafe.Add(ref sums, 16));
                Simd8.StoreUnsafe(sum3 + other3, ref Unsafe.Add(ref sums, 24));
                Simd8.StoreUnsafe(sum4 + other4, ref Unsafe.Add(ref sums, 32));
            }
        }
    }
}
