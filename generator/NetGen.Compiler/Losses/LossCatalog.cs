using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Losses;

/// <summary>All losses by the names of their attributes.</summary>
internal static class LossCatalog
{
    public static IReadOnlyList<CatalogEntry<Loss>> All { get; } =
    [
        new("CrossEntropy", CrossEntropy.Read) { OtherNames = ["CategoricalCrossentropy", "SparseCategoricalCrossentropy"] },
        new("NLL", NLL.Read),
        new("MSE", MSE.Read) { OtherNames = ["MeanSquaredError"] },
        new("L1", L1.Read) { OtherNames = ["MeanAbsoluteError"] },
        new("SmoothL1", SmoothL1.Read),
        new("Huber", Huber.Read),
        new("BCE", BCE.Read) { OtherNames = ["BinaryCrossentropy"] },
        new("BCEWithLogits", BCEWithLogits.Read),
        new("KLDiv", KLDiv.Read),
        new("PoissonNLL", PoissonNLL.Read) { OtherNames = ["Poisson"], Meaning = "PoissonNLL(LogInput = false)" },
        new("SoftMargin", SoftMargin.Read),
        new("MultiMargin", MultiMargin.Read),
        new("MultiLabelMargin", MultiLabelMargin.Read),
        new("MultiLabelSoftMargin", MultiLabelSoftMargin.Read),
        new("HingeEmbedding", HingeEmbedding.Read),
    ];

    /// <summary>The kind of loss of this name, or null where there is none.</summary>
    public static CatalogEntry<Loss>? Find(string kind) => All.FirstOrDefault(entry => entry.Kind == kind);
}
