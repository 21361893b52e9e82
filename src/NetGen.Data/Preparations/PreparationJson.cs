using System.Text.Json.Serialization;

namespace NetGen.Data;

/// <summary>How preparations are written as JSON, without reflection. A kind of preparation is an attribute here and on the base.</summary>
[JsonSourceGenerationOptions(WriteIndented = false)]
[JsonSerializable(typeof(Preparation))]
[JsonSerializable(typeof(ImagePreparation))]
[JsonSerializable(typeof(TextPreparation))]
internal sealed partial class PreparationJson : JsonSerializerContext;
