using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>What a profile says of a fused group of layers, which one emitted method computes.</summary>
/// <param name="kernel">The method, at the vector width of this machine.</param>
/// <param name="multiplyAdds">Multiply-adds of its product or convolution for one sample; 0 where it has none.</param>
/// <param name="method">The method as the caller writes it: what stands behind the last dot is its name.</param>
public sealed class GroupDescription(
    Kernel kernel, long multiplyAdds = 0, [CallerArgumentExpression(nameof(kernel))] string method = "")
{
    /// <summary>The method, at the vector width of this machine.</summary>
    public Kernel Kernel { get; } = kernel;

    /// <summary>The method's name.</summary>
    public string Name { get; } = method[(method.LastIndexOf('.') + 1)..];

    /// <summary>The layers that it computes, with commas between them.</summary>
    public string Layers { get; private set; } = "";

    /// <summary>When it runs.</summary>
    public Pass Pass { get; private set; }

    /// <summary>Multiply-adds of its product or convolution for one sample; 0 where it has none.</summary>
    public long MultiplyAdds { get; } = multiplyAdds;

    /// <summary>States when groups run, and what they compute.</summary>
    /// <param name="pass">When they run.</param>
    /// <param name="groups">In the order in which they run: the layers that they compute, and the groups, which are of no pass yet.</param>
    /// <returns>The groups.</returns>
    public static IEnumerable<GroupDescription> InPass(Pass pass, (string Layers, GroupDescription[] Groups)[] groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach ((string layers, GroupDescription[] ofLayers) in groups)
            foreach (GroupDescription group in ofLayers)
                (group.Pass, group.Layers) = (pass, layers);
        return groups.SelectMany(ofLayers => ofLayers.Groups);
    }
}
