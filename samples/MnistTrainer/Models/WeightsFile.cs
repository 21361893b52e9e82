using System.Text.Json;
using MnistTrainer.Data;
using NetGen;

namespace MnistTrainer.Models;

/// <summary>A file of weights (safetensors) that says which network they are of, and what it was trained on.</summary>
/// <param name="Path">The file.</param>
/// <param name="Origin">What it says; null of a file that another program wrote.</param>
internal sealed record WeightsFile(string Path, WeightsOrigin? Origin)
{
    private const string MetadataName = "mnist_trainer";

    /// <summary>Writes a network's weights; a file that exists is replaced once the new one is complete.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, Network network, WeightsOrigin origin) => network.Save(
        path,
        new Dictionary<string, string> { [MetadataName] = JsonSerializer.Serialize(origin, WeightsOriginJson.Default.WeightsOrigin) });

    /// <summary>Reads what the file says of its weights.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WeightsFile Open(string path)
    {
        if (!Network.ReadMetadata(path).TryGetValue(MetadataName, out string? json))
            return new WeightsFile(path, Origin: null);
        try
        {
            WeightsOrigin origin = JsonSerializer.Deserialize(json, WeightsOriginJson.Default.WeightsOrigin)
                ?? throw new JsonException("It is null.");
            if (!ModelCatalog.Names.Contains(origin.Model) || DataSetCatalog.Find(origin.DataSet) is null)
                throw new JsonException($"There is no model '{origin.Model}' of a data set '{origin.DataSet}'.");
            return new WeightsFile(path, origin);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"'{path}' does not say of which network its weights are: {error.Message}", error);
        }
    }

    /// <summary>A network with the weights.</summary>
    /// <param name="model">The model that the user states, or null for that of the file.</param>
    /// <param name="otherwise">The model where neither says one.</param>
    /// <exception cref="InvalidDataException">The weights are those of another model, or no model is stated.</exception>
    public Network Load(string? model, string? otherwise = null)
    {
        Network network = ModelCatalog.Create(ModelName(model, otherwise), seed: 0);
        network.Load(Path);
        return network;
    }

    /// <summary>The model of <see cref="Load"/>.</summary>
    /// <exception cref="InvalidDataException">The weights are those of another model, or no model is stated.</exception>
    public string ModelName(string? model, string? otherwise = null)
    {
        if (model is not null && Origin is not null && model != Origin.Model)
            throw new InvalidDataException($"'{Path}' has the weights of {Origin.Model}, not of {model}.");
        return model ?? Origin?.Model ?? otherwise
            ?? throw new InvalidDataException($"'{Path}' does not say of which network its weights are; state it by --model.");
    }
}
