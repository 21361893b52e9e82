namespace NetGen.Runtime;

/// <summary>Which columns of a tile the image has; the others are zero. A type, so that tiles inside the image ask for no column.</summary>
internal interface ITileColumns
{
    /// <summary>The first column.</summary>
    int First { get; }

    /// <summary>The column after the last.</summary>
    int End { get; }
}
