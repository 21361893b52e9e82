using System.Globalization;
using DigitPad.Measurement;
using DigitPad.Models;
using Microsoft.JSInterop;
using NetGen;

namespace DigitPad.Interop;

/// <summary>What tests and measurements ask the page: <c>DotNet.invokeMethodAsync('DigitPad', 'TrainingDigest', 20)</c>.</summary>
public static class PageMeasurements
{
    /// <summary>The SHA-256 of all networks' weights after some steps: the native program's <c>digest</c> gives the same.</summary>
    /// <param name="steps">The number of training steps, at least 0.</param>
    [JSInvokable("TrainingDigest")]
    public static string DigestAfterSteps(int steps) => TrainingDigest.AfterSteps(steps);

    /// <summary>Predictions of one sample a second, a line for each network; this takes a second for each.</summary>
    [JSInvokable]
    public static string PredictionsPerSecond() => OfEach(network => Throughput.PredictionsPerSecond(network, seconds: 1));

    /// <summary>Training steps of 16 samples a second, a line for each network; this takes a second for each.</summary>
    [JSInvokable]
    public static string StepsPerSecond() => OfEach(network => Throughput.StepsPerSecond(network, seconds: 1));

    private static string OfEach(Func<Network, double> measure) => string.Join('\n', ModelCatalog.All.Select(
        model => string.Create(CultureInfo.InvariantCulture, $"{model.Key}: {measure(model.Create(1)):N0}")));
}
