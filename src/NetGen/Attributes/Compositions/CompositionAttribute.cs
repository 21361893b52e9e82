namespace NetGen;

/// <summary>The base class of the attributes that combine the outputs of several blocks for the same input.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
#pragma warning disable CS3015 // Attributes of this library alone derive from it.
public abstract class CompositionAttribute : Attribute
#pragma warning restore CS3015
{
    private protected CompositionAttribute()
    {
    }

    /// <summary>
    /// Whether all layers of its blocks are frozen: their parameters are loaded, saved and used, but not trained, and running statistics
    /// are used and kept, in training too.
    /// </summary>
    public bool Frozen { get; init; }

    /// <summary>A level that is added to names; by default there is none.</summary>
    public string? Name { get; init; }

    /// <summary>How often it is repeated; 0 omits it.</summary>
    public int Repeat { get; init; } = 1;
}
