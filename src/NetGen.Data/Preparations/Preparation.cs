using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetGen.Data;

/// <summary>
/// What turns raw samples (a row of a table, a picture, a text) into a network's inputs, and its outputs into names. It is learnt from the
/// training part of a data set, and saved in the file of the weights, so that a program that predicts needs nothing else.
/// </summary>
[JsonDerivedType(typeof(CsvPreparation), "csv")]
[JsonDerivedType(typeof(ImagePreparation), "images")]
[JsonDerivedType(typeof(TextPreparation), "text")]
public abstract record Preparation
{
    /// <summary>Its name among the texts of a safetensors file.</summary>
    internal const string MetadataName = "netgen.preparation";

    /// <summary>The name of each class, in the order of the network's outputs; empty where there are no classes.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>Reads what was saved with a network's weights.</summary>
    /// <typeparam name="T">The kind that is expected.</typeparam>
    /// <param name="path">The safetensors file.</param>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, holds weights alone, or was saved with data of another kind.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static T Read<T>(string path)
        where T : Preparation
    {
        if (!Network.ReadMetadata(path).TryGetValue(MetadataName, out string? json))
        {
            throw new InvalidDataException(
                $"'{path}' holds weights alone; expected them with what prepares the inputs, as network.Save(path, data) writes it.");
        }

        Preparation? read;
        try
        {
            read = JsonSerializer.Deserialize(json, PreparationJson.Default.Preparation);
            read?.Require();
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
        {
            throw new InvalidDataException($"'{path}' holds a preparation of the inputs that cannot be read: {error.Message}", error);
        }

        return read as T ?? throw new InvalidDataException(
            read is null
                ? $"'{path}' states null instead of what prepares the inputs."
                : $"'{path}' was saved with {read.Kind}, which {read.Model} loads; expected a {typeof(T).Name}.");
    }

    /// <summary>What the data was, for messages.</summary>
    private protected abstract string Kind { get; }

    /// <summary>The type that predicts with it.</summary>
    private protected abstract string Model { get; }

    /// <summary>As a text of a safetensors file.</summary>
    internal string ToJson() => JsonSerializer.Serialize(this, PreparationJson.Default.Preparation);

    /// <summary>Requires that what a file said can be used.</summary>
    /// <exception cref="ArgumentException">A list has another length than it should, or a number is not finite.</exception>
    private protected abstract void Require();
}
