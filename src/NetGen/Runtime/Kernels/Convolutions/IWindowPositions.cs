namespace NetGen.Runtime;

/// <summary>
/// Where the numbers of the image lie that belong to neighbouring rows of a weight, which are channels and columns of a row of the window.
/// </summary>
internal interface IWindowPositions
{
    /// <summary>Floats from the first position to another.</summary>
    static abstract nint First(ref int offsets, int position);

    /// <summary>Floats from a position to the one that follows so many behind it.</summary>
    static abstract nint Behind(ref int offsets, int position, int count);
}
