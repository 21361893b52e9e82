using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>What a profile says of a fused group of layers, which one emitted method computes.</summary>
/// <param name="kernel">The method, at the vector width of this machine.</param>
/// <param name="layers">
/// The layers that it computes, with commas between them; null for those of the group before it in <see cref="InPass"/>.
/// </param>
/// <param name="multiplyAdds">Multiply-adds of its product or convolution for one sample; 0 where it has none.</param>
/// <param name="method">The method as the caller writes it: what stands behind the last dot is its name.</param>
public sealed class GroupDescription(
    Kernel kernel, string? layers = null, long multiplyAdds = 0, [CallerArgumentExpression(nameof(kernel))] string method = "")
{
    private readonly string? statedLayers = layers;

    /// <summary>The method, at the vector width of this machine.</summary>
    public Kernel Kernel { get; } = kernel;

    /// <summary>The method's name.</summary>
    public string Name { get; } = method[(method.LastIndexOf('.') + 1)..];

    /// <summary>The layers that it computes, with commas between them.</summary>
    public string Layers { get; private set; } = layers ?? "";

    /// <summary>When it runs.</summary>
    public Pass Pass { get; private set; }

    /// <summary>Multiply-adds of its product or convolution for one sample; 0 where it has none.</summary>
    public long MultiplyAdds { get; } = multiplyAdds;

    /// <summary>States when groups run, and what those compute that say nothing of it.</summary>
    /// <param name="pass">When they run.</param>
    /// <param name="groups">The groups, in the order in which they run, which are of no pass yet.</param>
    /// <returns>The groups.</returns>
    public static GroupDescription[] InPass(Pass pass, GroupDescription[] groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        string before = "";
        foreach (GroupDescription group in groups)
            (group.Pass, group.Layers) = (pass, before = group.statedLayers ?? before);
        return groups;
    }
}
