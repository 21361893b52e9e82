namespace NetGen.Runtime;

/// <summary>Which layers of a few samples threads share.</summary>
internal enum SharedLayers
{
    /// <summary>Each that is worth it where cores share a cache.</summary>
    All,

    /// <summary>Those that are large enough to be worth it among cores that are far from each other.</summary>
    Large,

    /// <summary>None: one thread does all.</summary>
    None,
}
