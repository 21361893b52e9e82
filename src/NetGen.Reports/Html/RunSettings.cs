using System.Globalization;
using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen.Reports;

/// <summary>The settings of a run and of the machine, as lines of text.</summary>
internal static class RunSettings
{
    private const int BitsOfFloat = 32;

    /// <summary>Those of a fit that begins.</summary>
    public static IReadOnlyList<Setting> Of(FitContext fit)
    {
        FitOptions options = fit.Options;
        Optimizer optimizer = fit.Trainer.Optimizer;
        List<Setting> settings =
        [
            new("Network", fit.Network.Name),
            new("Loss", fit.Network.Description.Loss?.Kind ?? "none"),
            new("Optimizer", optimizer.GetType().Name),
            .. optimizer.Settings.Select(setting => new Setting(Capitalised(setting.Name), NumberText.Number(setting.Value))),
            new("Learning-rate schedule", Schedule(options)),
            new("Batch size", NumberText.Count(fit.Trainer.BatchSize)),
            new("Epochs", NumberText.Count(fit.LastEpoch - fit.FirstEpoch + 1)),
            new("Steps of an epoch", NumberText.Count(fit.StepsPerEpoch)),
        ];
        if (options.Accumulate > 1)
            settings.Add(new("Batches of a step", NumberText.Count(options.Accumulate)));
        if (fit.Trainer.ClipNorm is { } norm)
            settings.Add(new("Gradients clipped to norm", NumberText.Number(norm)));
        if (fit.Trainer.ClipValue is { } value)
            settings.Add(new("Gradients clipped to value", NumberText.Number(value)));
        settings.Add(new("Training set", Set(fit.Data)));
        if (options.Validation is { } validation)
            settings.Add(new("Validation set", Set(validation)));
        settings.Add(new("Seed", fit.Trainer.Seed.ToString(CultureInfo.InvariantCulture)));
        settings.Add(new("Threads", NumberText.Count(fit.Trainer.Threads)));
        settings.AddRange(OfMachine());
        return settings;
    }

    /// <summary>Those of a network alone.</summary>
    public static IReadOnlyList<Setting> Of(Network network) =>
        [new("Network", network.Name), new("Loss", network.Description.Loss?.Kind ?? "none"), .. OfMachine()];

    private static IEnumerable<Setting> OfMachine() =>
    [
        new("Processors", NumberText.Count(Environment.ProcessorCount)),
        new("Vector width", $"{NumberText.Count(VectorWidth.Preferred * BitsOfFloat)} bits"),
        new("Architecture", RuntimeInformation.ProcessArchitecture.ToString()),
        new("Operating system", RuntimeInformation.OSDescription),
        new("Runtime", RuntimeInformation.FrameworkDescription),
    ];

    private static string Capitalised(string name) => string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));

    private static string Schedule(FitOptions options) => options switch
    {
        { StepSchedule: { } schedule } => $"{schedule.GetType().Name}, by step",
        { EpochSchedule: { } schedule } => $"{schedule.GetType().Name}, by epoch",
        { ReduceOnPlateau: not null } => nameof(ReduceOnPlateau),
        _ => "none",
    };

    private static string Set(IDataSet data) => $"{data.Name}, {NumberText.Count(data.Count)} samples";
}
