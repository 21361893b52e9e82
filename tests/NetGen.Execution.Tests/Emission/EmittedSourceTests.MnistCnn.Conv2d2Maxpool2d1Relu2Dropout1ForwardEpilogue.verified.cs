/// <summary>What happens to a vector of results before it is stored.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Conv2d2Maxpool2d1Relu2Dropout1ForwardEpilogue(uint dropoutKey, int element, Floats16 sum, Floats16 tap, ref float conv2d2_Bias, ref float dropout1Output, ref float maxpool2d1Tap)
{
    Floats16 conv2d2_BiasValue = Simd16.LoadUnsafe(ref conv2d2_Bias);
    Floats16 conv2d2 = sum + conv2d2_BiasValue;
    Floats16 relu2 = Simd16.MaxNative(Floats16.Zero, conv2d2);
    Floats16 dropout1 = relu2 * (Dropout.Keep512(dropoutKey, (uint)(element), 3221225472u) * Simd16.Create(1.3333334f));
    Simd16.StoreUnsafe(dropout1, ref dropout1Output);
    Simd16.StoreUnsafe(tap, ref maxpool2d1Tap);
}
