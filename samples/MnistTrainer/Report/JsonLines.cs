using System.Text.Json;

namespace MnistTrainer.Report;

/// <summary>Results as one JSON object a line, for programs that compare runs.</summary>
internal static class JsonLines
{
    /// <summary>Appends an epoch to a file, in one write so that a reader never sees half a line; to none where the path is null.</summary>
    public static void Append(string? path, EpochReport report, string dataset, string model, int seed)
    {
        if (path is null)
            return;
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteNumber("epoch", report.Epoch);
            WriteFinite(json, "train_loss", report.TrainLoss);
            WriteFinite(json, report.IsValidation ? "validation_loss" : "test_loss", report.Loss);
            WriteFinite(json, report.IsValidation ? "validation_accuracy" : "test_accuracy", report.Accuracy);
            WriteFinite(json, "seconds", report.Seconds);
            WriteFinite(json, "images_per_second", report.ImagesPerSecond);
            json.WriteString("dataset", dataset);
            json.WriteString("model", model);
            json.WriteNumber("seed", seed);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(line.GetBuffer(), 0, (int)line.Length);
    }

    // JSON has no infinity and no NaN; a training that diverged says null.
    private static void WriteFinite(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, Math.Round(value, 6));
        else
            json.WriteNull(name);
    }
}
