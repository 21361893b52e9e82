namespace NetGen.Generator.Reading;

/// <summary>
/// Names by which Keras and PyTorch know what the language has under another one. Those that differ by a few letters are found
/// without this (Conv2D, Relu), and those that end in the number of axes or in Loss too (BatchNorm2d, MSELoss).
/// </summary>
internal static class OtherFrameworks
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["InputShape"] = "Input",
        ["InputLayer"] = "Input",
        ["Dense"] = "Linear",
        ["FullyConnected"] = "Linear",
        ["Conv2DTranspose"] = "ConvTranspose2d",
        ["Deconv2d"] = "ConvTranspose2d",
        ["MaxPooling2D"] = "MaxPool2d",
        ["AveragePooling2D"] = "AvgPool2d",
        ["GlobalAveragePooling2D"] = "AdaptiveAvgPool2d(1)",
        ["GlobalAvgPool2d"] = "AdaptiveAvgPool2d(1)",
        ["UpSampling2D"] = "Upsample",
        ["BatchNormalization"] = "BatchNorm",
        ["LayerNormalization"] = "LayerNorm",
        ["Add"] = "Sum",
        ["Concatenate"] = "Concat",
        ["Permute"] = "Transpose",
        ["View"] = "Reshape",
        ["Unflatten"] = "Reshape",
        ["Swish"] = "SiLU",
        ["CategoricalCrossentropy"] = "CrossEntropy",
        ["SparseCategoricalCrossentropy"] = "CrossEntropy",
        ["BinaryCrossentropy"] = "BCE",
        ["MeanSquaredError"] = "MSE",
        ["MeanAbsoluteError"] = "L1",
    };

    private static readonly string[] Endings = ["Loss", "1d", "2d", "3d"];

    /// <summary>What the language calls it, perhaps with arguments; or null.</summary>
    /// <param name="name">A name that C# does not know.</param>
    /// <param name="known">The names of the language.</param>
    public static string? Find(string name, IReadOnlyCollection<string> known)
    {
        if (Names.TryGetValue(name, out string? ours))
            return ours;
        foreach (string ending in Endings)
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                && known.FirstOrDefault(candidate => candidate.Equals(name.Substring(0, name.Length - ending.Length), StringComparison.OrdinalIgnoreCase)) is { } without)
                return without;
        return null;
    }
}
