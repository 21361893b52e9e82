using System.Globalization;
using System.Text.Json;

namespace NetGen.Benchmarks.Report;

/// <summary>Measured numbers in JSON: seven digits are more than any clock gives.</summary>
internal static class JsonNumbers
{
    public static void WriteRounded(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRounded(value);
    }

    public static void WriteRounded(this Utf8JsonWriter json, double value) =>
        json.WriteRawValue(value.ToString("G7", CultureInfo.InvariantCulture));
}
