using System.ComponentModel;

namespace NetGen;

/// <summary>
/// What a network gives for one sample, by which projects that have the network only as a compiled assembly can take it in:
/// <c>[Input&lt;TNetwork&gt;]</c>. The generator writes it on each network.
/// </summary>
/// <param name="sizes">The sizes of the output, channels first, the batch left out.</param>
[CLSCompliant(false)] // It takes a list, which attributes of some languages cannot.
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkOutputAttribute(params int[] sizes) : Attribute
{
    /// <summary>The sizes of the output, channels first, the batch left out.</summary>
    public IReadOnlyList<int> Sizes { get; } = sizes;

    /// <summary>What two sizes mean.</summary>
    public Axes Axes { get; init; }
}
