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

    /// <summary>A level that is added to names; by default there is none.</summary>
    public string? Name { get; init; }

    /// <summary>How often it is repeated; 0 omits it.</summary>
    public int Repeat { get; init; } = 1;
}
