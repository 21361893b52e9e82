namespace NetGen.Compiler.Graph;

/// <summary>Rows and columns of zeros around an image.</summary>
internal sealed record Margins(int Top, int Left, int Bottom, int Right)
{
    public static Margins None { get; } = new(0, 0, 0, 0);
}
