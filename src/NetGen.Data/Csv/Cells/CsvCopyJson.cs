using System.Text.Json.Serialization;

namespace NetGen.Data;

/// <summary>How the footer of a binary copy is written as JSON, without reflection.</summary>
[JsonSerializable(typeof(CsvCopyFooter))]
internal sealed partial class CsvCopyJson : JsonSerializerContext;
