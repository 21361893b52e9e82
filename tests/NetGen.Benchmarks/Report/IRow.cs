using System.Text.Json;

namespace NetGen.Benchmarks.Report;

/// <summary>A result that programs read as a JSON object.</summary>
internal interface IRow
{
    /// <summary>The row for people, or null where a table has it.</summary>
    string? Line { get; }

    /// <summary>Writes the row's object.</summary>
    void WriteTo(Utf8JsonWriter json);
}
