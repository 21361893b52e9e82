namespace NetGen;

/// <summary>Paddings that are not numbers of rows.</summary>
public static class Pad
{
    /// <summary>
    /// As much that ⌈size / stride⌉ rows come out at any stride, of a transposed convolution size · stride; the odd row at the end:
    /// Keras' "same".
    /// </summary>
    public const int Same = int.MinValue;
}
