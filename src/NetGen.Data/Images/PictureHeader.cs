namespace NetGen.Data;

/// <summary>What a file says of its picture before it is decoded.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Orientation">1 to 8, as Exif counts; 1 is upright.</param>
internal readonly record struct PictureHeader(int Width, int Height, int Orientation = 1);
