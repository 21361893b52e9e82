using System.Text.Json;

namespace NetGen;

/// <summary>
/// Reads the header of a safetensors file: one JSON object with an entry for each tensor (https://huggingface.co/docs/safetensors).
/// </summary>
/// <remarks>
/// The tensors must fill the data without gap or overlap, as the format demands; so no two names can mean the same bytes.
/// </remarks>
internal static class SafetensorsHeader
{
    public const string MetadataName = "__metadata__";

    /// <exception cref="InvalidDataException">
    /// The header is not what the format demands; the message names the file and the tensor.
    /// </exception>
    public static (List<SafetensorsEntry> Entries, Dictionary<string, string> Metadata) Read(
        ReadOnlySpan<byte> json, long dataLength, string file)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        var entries = new List<SafetensorsEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            var reader = new Utf8JsonReader(json);
            Expect(ref reader, JsonTokenType.StartObject, file, "the header");
            while (ReadProperty(ref reader, file, "the header") is string name)
            {
                if (!names.Add(name))
                    throw new InvalidDataException($"'{file}' has the tensor '{name}' twice.");
                if (name == MetadataName)
                    ReadMetadata(ref reader, metadata);
                else
                    entries.Add(ReadEntry(ref reader, name, file));
            }

            if (reader.Read())
                throw new InvalidDataException($"'{file}' has a header that goes on after its object.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"'{file}' has a header that is not valid JSON: {error.Message}", error);
        }
        catch (InvalidOperationException error)
        {
            // Text that is not UTF-8 inside a string of the header.
            throw new InvalidDataException($"'{file}' has a header that is not valid text: {error.Message}", error);
        }

        RequireSizes(entries, dataLength, file);
        RequireNoGapOrOverlap(entries, dataLength, file);
        return (entries, metadata);
    }

    // Texts are kept; anything else that a writer puts here is its own affair.
    private static void ReadMetadata(ref Utf8JsonReader reader, Dictionary<string, string> metadata)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
                metadata[name] = reader.GetString()!;
            else
                reader.Skip();
        }
    }

    private static SafetensorsEntry ReadEntry(ref Utf8JsonReader reader, string name, string file)
    {
        string place = $"tensor '{name}'";
        string? type = null;
        long[]? shape = null;
        long[]? offsets = null;
        Expect(ref reader, JsonTokenType.StartObject, file, place);
        while (ReadProperty(ref reader, file, place) is string property)
        {
            switch (property)
            {
                case "dtype" when type is null:
                    Expect(ref reader, JsonTokenType.String, file, place);
                    type = reader.GetString()!;
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref reader, file, place);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(ref reader, file, place);
                    break;
                default:
                    throw new InvalidDataException(
                        $"'{file}', {place}: '{property}' is unknown or stands twice; expected dtype, shape and data_offsets.");
            }
        }

        if (type is null || shape is null || offsets is not { Length: 2 })
            throw new InvalidDataException($"'{file}', {place}: expected dtype, shape and two data_offsets.");
        if (SafetensorsEntry.BitsOf(type) == 0)
            throw new InvalidDataException(
                $"'{file}', {place} has the type '{type}', which the format does not have; F32, F64, F16, BF16 and I64 are read.");

        // A size of 0 anywhere leaves nothing, however large the others are.
        decimal elements = shape.Contains(0) ? 0 : 1;
        foreach (long size in shape)
        {
            elements *= size;
            if (elements > Array.MaxLength)
                throw new InvalidDataException(
                    $"'{file}', {place} has the shape [{string.Join(", ", shape)}], more elements than an array holds.");
        }

        return new SafetensorsEntry(name, type, [.. shape.Select(size => (int)Math.Min(size, int.MaxValue))], offsets[0], offsets[1]);
    }

    private static long[] ReadNumbers(ref Utf8JsonReader reader, string file, string place)
    {
        const int MostNumbers = 64;
        var numbers = new List<long>();
        Expect(ref reader, JsonTokenType.StartArray, file, place);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0
                || numbers.Count == MostNumbers)
                throw new InvalidDataException(
                    $"'{file}', {place}: expected up to {MostNumbers} whole numbers of at least 0 in each list.");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static string? ReadProperty(ref Utf8JsonReader reader, string file, string place)
    {
        if (!reader.Read())
            throw new InvalidDataException($"'{file}', {place}: the JSON ends too early.");
        return reader.TokenType == JsonTokenType.EndObject ? null : reader.GetString();
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token, string file, string place)
    {
        if (!reader.Read() || reader.TokenType != token)
            throw new InvalidDataException($"'{file}', {place}: expected JSON's {token}; got {reader.TokenType}.");
    }

    private static void RequireSizes(List<SafetensorsEntry> entries, long dataLength, string file)
    {
        foreach (SafetensorsEntry entry in entries)
        {
            if (entry.Begin > entry.End || entry.End > dataLength)
                throw new InvalidDataException($"'{file}', tensor '{entry.Name}' lies at bytes {entry.Begin} to {entry.End}; the file has "
                    + $"{dataLength} bytes of data.");
            long needed = SafetensorsEntry.BytesOf(entry.Type, entry.Count);
            if (entry.End - entry.Begin != needed)
            {
                throw new InvalidDataException(
                    $"'{file}', tensor '{entry.Name}' has {entry.End - entry.Begin} bytes; {entry.Count} elements of {entry.Type} take "
                        + $"{needed}.");
            }
        }
    }

    private static void RequireNoGapOrOverlap(List<SafetensorsEntry> entries, long dataLength, string file)
    {
        long end = 0;
        string previous = "the header";
        foreach (SafetensorsEntry entry in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (entry.Begin != end)
            {
                throw new InvalidDataException(
                    $"'{file}', tensor '{entry.Name}' begins at byte {entry.Begin} and "
                        + $"{(entry.Begin < end ? "overlaps" : "leaves a gap after")} '{previous}', which ends at {end}.");
            }

            (end, previous) = (entry.End, entry.Name);
        }

        if (end != dataLength)
            throw new InvalidDataException($"'{file}' has {dataLength - end} bytes after its last tensor.");
    }
}
