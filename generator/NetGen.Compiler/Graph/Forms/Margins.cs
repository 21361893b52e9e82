namespace NetGen.Compiler.Graph;

/// <summary>Rows and columns of zeros around an image.</summary>
internal sealed record Margins(int Top, int Left, int Bottom, int Right)
{
    /// <summary>The image [height, width, channels] with them.</summary>
    public TensorShape Around(TensorShape image) => image.With([Top + image[0] + Bottom, Left + image[1] + Right, image[2]]);

    public static Margins None { get; } = new(0, 0, 0, 0);
}
