namespace NetGen.Compiler.Emission;

/// <summary>So many columns of the window, and the pixels of a tile's row for which they lie in the image.</summary>
internal sealed record WindowColumns(int First, int Count, int FirstPixel, int Pixels);
