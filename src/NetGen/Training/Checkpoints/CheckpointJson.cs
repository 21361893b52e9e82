using System.Text.Json.Serialization;

namespace NetGen;

/// <summary>Reads and writes <see cref="CheckpointState"/>, without reflection. A loss may be NaN or infinite.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CheckpointState))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
