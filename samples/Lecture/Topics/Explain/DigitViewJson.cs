using System.Text.Json.Serialization;

namespace Lecture.Explain;

/// <summary>Writes a view for the page's script.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DigitView))]
internal sealed partial class DigitViewJson : JsonSerializerContext;
