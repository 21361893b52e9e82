using System.Globalization;
using System.Text.Json;

namespace NetGen.Reports;

/// <summary>
/// Writes a fit as one JSON object a line, for programs that compare runs: its settings, then each epoch, and steps where that is wanted. A
/// line is appended in one write, so that a reader never sees half of one.
/// </summary>
/// <remarks>
/// <para>
/// Each line has <c>event</c>: <c>"settings"</c>, <c>"step"</c>, <c>"epoch"</c> or <c>"end"</c>. NaN and infinity, which JSON lacks, are
/// null. Names are in lower case with underscores. A further fit appends to the file.
/// </para>
/// <para>
/// Lines of an epoch have <c>epoch</c>, <c>step</c>, <c>train_loss</c>, <c>learning_rate</c>, <c>seconds</c>, <c>samples</c> and
/// <c>samples_per_second</c>; with a validation set <c>validation_loss</c>, <c>validation_accuracy</c> and <c>validation_</c> before each
/// metric.
/// </para>
/// </remarks>
/// <example><c>options: new FitOptions { Callbacks = [new JsonLinesLog("runs/lenet.jsonl")] }</c></example>
public sealed class JsonLinesLog : FitCallback, IDisposable
{
    private readonly MemoryStream line = new();
    private readonly Utf8JsonWriter json;

    /// <summary>A log that is appended to a file.</summary>
    /// <param name="path">The file; it and its folder are made where they are not there.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public JsonLinesLog(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        File = Path.GetFullPath(path);
        json = new Utf8JsonWriter(line);
    }

    /// <summary>The full path of the file.</summary>
    public string File { get; }

    /// <summary>From how many steps to how many a line is written, at least 1; null for none but those of epochs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? EverySteps
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(EverySteps), value, string.Create(CultureInfo.InvariantCulture, $"Expected at least 1 step; got {value}."));
    }

    /// <summary>What stands before the figures of the validation set: <c>validation</c>, or <c>test</c>.</summary>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public string ValidationName
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    } = "validation";

    /// <summary>
    /// Further fields of each line, such as <c>model</c> or a name of the run; one of a setting's name stands in its place.
    /// </summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override void OnFitBegin(FitContext fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        Begin("settings");
        json.WriteNumber("step", fit.StepsDone);
        foreach (FitSetting setting in FitSettings.Of(fit))
        {
            if (!Fields.ContainsKey(setting.Name))
                Write(setting);
        }

        End();
    }

    /// <inheritdoc/>
    public override void OnStepEnd(FitContext fit, in FitProgress progress)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (EverySteps is not { } every || fit.StepsDone % every != 0)
            return;
        Begin("step");
        json.WriteNumber("epoch", progress.Epoch);
        json.WriteNumber("step", fit.StepsDone);
        WriteFinite("step_loss", progress.StepLoss);
        WriteFinite("train_loss", progress.Loss);
        WriteFinite("learning_rate", progress.LearningRate);
        if (!double.IsNaN(progress.GradientNorm))
            WriteFinite("gradient_norm", progress.GradientNorm);
        End();
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(FitContext fit, EpochResult epoch)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(epoch);
        Begin("epoch");
        json.WriteNumber("epoch", epoch.Epoch);
        json.WriteNumber("step", fit.StepsDone);
        WriteFinite("train_loss", epoch.Loss);
        if (epoch.Validation is { } validation)
        {
            WriteFinite($"{ValidationName}_loss", validation.Loss);
            if (!double.IsNaN(validation.Accuracy))
                WriteFinite($"{ValidationName}_accuracy", validation.Accuracy);
            foreach ((string name, double value) in validation.Metrics)
            {
                if (name != "accuracy" || double.IsNaN(validation.Accuracy))
                    WriteFinite($"{ValidationName}_{name}", value);
            }
        }

        WriteFinite("learning_rate", epoch.LearningRate);
        WriteFinite("seconds", epoch.Seconds);
        json.WriteNumber("samples", epoch.Samples);
        WriteFinite("samples_per_second", epoch.SamplesPerSecond);
        End();
    }

    /// <inheritdoc/>
    public override void OnFitEnd(FitContext fit, FitHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        Begin("end");
        json.WriteNumber("epochs", history.Count);
        json.WriteNumber("best_epoch", history.Best.Epoch);
        json.WriteString("monitor", history.Monitor.Name);
        json.WriteBoolean("stopped_early", history.StoppedEarly);
        WriteFinite("seconds", history.Seconds);
        End();
    }

    /// <inheritdoc/>
    public override void OnFitFailed(FitContext fit, Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Begin("end");
        json.WriteString("error", error.Message);
        End();
    }

    /// <summary>Lets go of the memory; no file is open between two lines.</summary>
    public void Dispose()
    {
        json.Dispose();
        line.Dispose();
    }

    private void Begin(string kind)
    {
        line.SetLength(0);
        json.Reset(line);
        json.WriteStartObject();
        json.WriteString("event", kind);
    }

    private void End()
    {
        foreach ((string name, string value) in Fields)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.Flush();
        line.WriteByte((byte)'\n');
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        using var file = new FileStream(File, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        file.Write(line.GetBuffer(), 0, (int)line.Length);
    }

    private void Write(FitSetting setting)
    {
        switch (setting.Value)
        {
            case bool flag:
                json.WriteBoolean(setting.Name, flag);
                break;
            case long number:
                json.WriteNumber(setting.Name, number);
                break;
            case double number:
                WriteFinite(setting.Name, number);
                break;
            default:
                json.WriteString(setting.Name, setting.Text);
                break;
        }
    }

    private void WriteFinite(string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
