namespace NetGen.Compiler.Layers;

/// <summary>A kind of layer or loss: its attribute's name, how it is read, and how other frameworks write it.</summary>
/// <param name="Kind">The attribute's name: "Conv2d".</param>
/// <param name="Read">Reads the attribute's arguments.</param>
internal sealed record CatalogEntry<T>(string Kind, Func<AttributeValues, T> Read)
{
    /// <summary>Names in Keras and PyTorch that are more than a few letters away: "Dense".</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>What those names mean in the language, where that takes arguments: "AdaptiveAvgPool2d(1)".</summary>
    public string Meaning { get; init; } = Kind;

    /// <summary>Whether it makes numbers of tokens: an input that such layers read first is tokens.</summary>
    public bool ReadsTokens { get; init; }

    /// <summary>
    /// What PyTorch's layer takes by position, under the names of our options; "-" is what a layer here has no need of. Null where it takes
    /// nothing.
    /// </summary>
    public IReadOnlyList<string>? PyTorchOrder { get; init; }
}
