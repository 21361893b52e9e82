using System.Text.Json.Serialization;

namespace MnistTrainer.Models;

/// <summary>Reads and writes <see cref="WeightsOrigin"/> as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WeightsOrigin))]
internal sealed partial class WeightsOriginJson : JsonSerializerContext;
