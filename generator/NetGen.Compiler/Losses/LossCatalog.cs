using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Losses;

/// <summary>All losses by the names of their attributes.</summary>
internal static class LossCatalog
{
    public static IReadOnlyList<(string Kind, Func<AttributeValues, Loss> Read)> All { get; } =
    [
        ("CrossEntropy", CrossEntropy.Read),
        ("NLL", NLL.Read),
        ("MSE", MSE.Read),
        ("L1", L1.Read),
        ("SmoothL1", SmoothL1.Read),
        ("Huber", Huber.Read),
        ("BCE", BCE.Read),
        ("BCEWithLogits", BCEWithLogits.Read),
        ("KLDiv", KLDiv.Read),
    ];

    /// <summary>How a loss of this kind is read, or null where there is none.</summary>
    public static Func<AttributeValues, Loss>? Find(string kind) => All.FirstOrDefault(entry => entry.Kind == kind).Read;
}
