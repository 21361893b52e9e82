using DigitPad.Measurement;
using DigitPad.Models;
using Microsoft.JSInterop;

namespace DigitPad.Interop;

/// <summary>What tests ask the page: <c>DotNet.invokeMethodAsync('DigitPad', 'TrainingDigest', 20)</c>.</summary>
public static class PageMeasurements
{
    /// <summary>The SHA-256 of the small network's weights after some steps: the native program's <c>digest</c> gives the same.</summary>
    /// <param name="steps">The number of training steps, at least 0.</param>
    [JSInvokable("TrainingDigest")]
    public static string DigestAfterSteps(int steps) => TrainingDigest.AfterSteps(steps);

    /// <summary>Predictions of one sample a second, of each network by its key; this takes a second for each.</summary>
    [JSInvokable]
    public static Dictionary<string, double> PredictionsPerSecond() =>
        ModelCatalog.All.ToDictionary(model => model.Key, model => Throughput.PredictionsPerSecond(model.Create(1), seconds: 1));

    /// <summary>Training steps of 16 samples a second, of each network by its key; this takes a second for each.</summary>
    [JSInvokable]
    public static Dictionary<string, double> StepsPerSecond() =>
        ModelCatalog.All.ToDictionary(model => model.Key, model => Throughput.StepsPerSecond(model.Create(1), seconds: 1));
}
