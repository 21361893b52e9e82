/// <summary>flatten1, backward: values change places. Items are samples.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
public static void Flatten1Backward(Workspace workspace, int begin, int end)
{
    ref float linear1GradientBatch = ref workspace.Activation(40064); // [batch, 9216]
    ref float flatten1GradientBatch = ref workspace.Activation(30848); // [batch, 12, 12, 64]
    for (int sample = begin; sample < end; sample++)
    {
        ref float linear1Gradient = ref Unsafe.Add(ref linear1GradientBatch, (nint)sample * 9216);
        ref float flatten1Gradient = ref Unsafe.Add(ref flatten1GradientBatch, (nint)sample * 9216);
        Panel.Transpose(ref linear1Gradient, 144, 64, 144, ref flatten1Gradient, 64);
    }
}
