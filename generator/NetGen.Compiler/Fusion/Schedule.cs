namespace NetGen.Compiler.Fusion;

/// <summary>
/// How the loops of a group's kernel are tiled for caches and threads: a value, independent of how it is printed and of the vector width.
/// </summary>
internal abstract record Schedule
{
    /// <summary>Rows of a sample, where each is a work item; 1 where items are samples, or other parts of them.</summary>
    internal virtual int RowsOfSample => 1;
}
