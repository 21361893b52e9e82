/// <summary>
/// conv2d1, backward: convolution. 225792 multiply-adds a sample.
/// Reads relu1Gradient [batch, 26, 26, 32], conv2d1WeightTransposed [3, 3, 32, 1].
/// Writes conv2d1Gradient_3 [batch, 28, 28, 1].
/// Items are samples.
/// </summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Conv2d1InputGradient(Workspace workspace, int begin, int end)
{
    ref float relu1GradientBatch = ref workspace.Activation(21632); // [batch, 26, 26, 32]
    ref float conv2d1WeightTransposed = ref workspace.Scratch(36864); // [3, 3, 32, 1]
    ref float conv2d1Gradient_3Batch = ref workspace.Activation(784); // [batch, 28, 28, 1]
    for (int sample = begin; sample < end; sample++)
    {
        ref float relu1Gradient = ref Unsafe.Add(ref relu1GradientBatch, (nint)sample * 21632);
        ref float conv2d1Gradient_3 = ref Unsafe.Add(ref conv2d1Gradient_3Batch, (nint)sample * 784);
        for (int y = 0; y < 28; y++)
        {
            Prefetch.Rows(ref Unsafe.Add(ref relu1Gradient, y * 832 + 832), 1, 0, 832);
            Prefetch.Rows(ref Unsafe.Add(ref conv2d1Gradient_3, y * 28), 1, 0, 28);
            int firstKy = global::System.Math.Max(0, 2 - y);
            int endKy = global::System.Math.Min(3, 28 - y);
            float sum0 = 0f;
            for (int ky = firstKy; ky < endKy; ky++)
            {
                ref float x = ref Unsafe.Add(ref relu1Gradient, y * 832 + ky * 832 - 1664);
                ref float w = ref Unsafe.Add(ref conv2d1WeightTransposed, ky * 96 + 64);
                for (int k = 0; k < 32; k++)
                {
                    float wRow = w;
                    sum0 = float.MultiplyAddEstimate(x, wRow, sum0);
                    x = ref Unsafe.Add(ref x, 1);
                    w = ref Unsafe.Add(ref w, 1);
                }
            }
            Unsafe.Add(ref conv2d1Gradient_3, y * 28) = sum0;
            float sum0_2 = 0f;
            for (int ky_2 = firstKy; ky_2 < endKy; ky_2++)
            {
                ref float x_2 = ref Unsafe.Add(ref relu1Gradient, y * 832 + ky_2 * 832 - 1664);
                ref float w_2 = ref Unsafe.Add(ref conv2d1WeightTransposed, ky_2 * 96 + 32);
                for (int k_2 = 0; k_2 < 64; k_2++)
                {
                    float wRow_2 = w_2;
                    sum0_2 = float.MultiplyAddEstimate(x_2, wRow_2, sum0_2);
                    x_2 = ref Unsafe.Add(ref x_2, 1);
                    w_2 = ref Unsafe.Add(ref w_2, 1);
                }
            }
            Unsafe.Add(ref conv2d1Gradient_3, y * 28 + 1) = sum0_2;
            for (int x_3 = 0; x_3 < 24; x_3++)
            {
                float sum0_3 = 0f;
                for (int ky_3 = firstKy; ky_3 < endKy; ky_3++)
                {
                    ref float x_4 = ref Unsafe.Add(ref relu1Gradient, y * 832 + x_3 * 32 + ky_3 * 832 - 1664);
                    ref float w_3 = ref Unsafe.Add(ref conv2d1WeightTransposed, ky_3 * 96);
                    for (int k_3 = 0; k_3 < 96; k_3++)
                    {
                        float wRow_3 = w_3;
                        sum0_3 = float.MultiplyAddEstimate(x_4, wRow_3, sum0_3);
                        x_4 = ref Unsafe.Add(ref x_4, 1);
                        w_3 = ref Unsafe.Add(ref w_3, 1);
                    }
                }
                Unsafe.Add(ref conv2d1Gradient_3, y * 28 + x_3 + 2) = sum0_3;
            }
            float sum0_4 = 0f;
            for (int ky_4 = firstKy; ky_4 < endKy; ky_4++)
            {
                ref float x_5 = ref Unsafe.Add(ref relu1Gradient, y * 832 + ky_4 * 832 - 896);
                ref float w_4 = ref Unsafe.Add(ref conv2d1WeightTransposed, ky_4 * 96);
                for (int k_4 = 0; k_4 < 64; k_4++)
                {
                    float wRow_4 = w_4;
                    sum0_4 = float.MultiplyAddEstimate(x_5, wRow_4, sum0_4);
                    x_5 = ref Unsafe.Add(ref x_5, 1);
                    w_4 = ref Unsafe.Add(ref w_4, 1);
                }
            }
            Unsafe.Add(ref conv2d1Gradient_3, y * 28 + 26) = sum0_4;
            float sum0_5 = 0f;
            for (int ky_5 = firstKy; ky_5 < endKy; ky_5++)
            {
                ref float x_6 = ref Unsafe.Add(ref relu1Gradient, y * 832 + ky_5 * 832 - 864);
                ref float w_5 = ref Unsafe.Add(ref conv2d1WeightTransposed, ky_5 * 96);
                for (int k_5 = 0; k_5 < 32; k_5++)
                {
                    float wRow_5 = w_5;
                    sum0_5 = float.MultiplyAddEstimate(x_6, wRow_5, sum0_5);
                    x_6 = ref Unsafe.Add(ref x_6, 1);
                    w_5 = ref Unsafe.Add(ref w_5, 1);
                }
            }
            Unsafe.Add(ref conv2d1Gradient_3, y * 28 + 27) = sum0_5;
        }
    }
}
