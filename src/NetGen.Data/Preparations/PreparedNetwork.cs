namespace NetGen.Data;

/// <summary>Weights with what prediction needs, in one file.</summary>
public static class PreparedNetwork
{
    /// <summary>Saves a network's weights together with what its data set learnt: statistics, categories, names of classes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The safetensors file; one that exists is replaced once the new one is complete.</param>
    /// <param name="data">The data set that the network was trained on; it may be a part of one, or wrapped.</param>
    /// <exception cref="ArgumentException">The data set has learnt nothing.</exception>
    /// <exception cref="IOException">The file cannot be written; then the old one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The file, or its folder, may not be written to.</exception>
    public static void Save(this Network network, string path, IDataSet data)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        Preparation preparation = DataSetFitting.PreparationOf(data) ?? throw new ArgumentException(
            $"'{data.Name}' has learnt nothing that prediction needs; network.Save(path) saves the weights alone.", nameof(data));
        network.Save(path, new Dictionary<string, string> { [Preparation.MetadataName] = preparation.ToJson() });
    }
}
