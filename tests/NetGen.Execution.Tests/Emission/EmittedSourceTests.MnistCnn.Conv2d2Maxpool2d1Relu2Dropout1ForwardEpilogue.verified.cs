private readonly ref struct Conv2d2Maxpool2d1Relu2Dropout1ForwardEpilogue(Workspace workspace, ref float conv2d2_Bias) : IEpilogue<V>
{
    private readonly Workspace workspace = workspace;
    private readonly ref float conv2d2_Bias = ref conv2d2_Bias;

    public static bool IsLong => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Apply(V sum, nint row, nint column)
    {
        nint sampleOfRow = row / 144, sampleRow = row - (sampleOfRow * 144);
        V conv2d2_BiasValue = S.Load(ref Unsafe.Add(ref conv2d2_Bias, column));
        V conv2d2 = S.Add(sum, conv2d2_BiasValue);
        V relu2 = S.ClampMin(conv2d2, S.Zero);
        V dropout1 = S.Multiply(relu2, S.Multiply(S.Keep(Dropout.Key(workspace.DropoutSeed, 5, (int)sampleOfRow), (uint)(sampleRow * 64 + column), 3221225472u), S.Create(1.3333334f)));
        return dropout1;
    }

    public void PrefetchBlock(nint row, int lines, int lineStep, int rows) { }
}
