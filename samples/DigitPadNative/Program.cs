using System.Globalization;
using DigitPad.Measurement;
using DigitPad.Models;
using DigitPadNative;
using NetGen.Runtime;

const int WrongInput = 2;
CultureInfo invariant = CultureInfo.InvariantCulture;

switch (args)
{
    case ["digest", string text] when int.TryParse(text, NumberStyles.None, invariant, out int steps):
        Console.WriteLine(TrainingDigest.AfterSteps(steps));
        return 0;

    case ["speed"]:
        Console.WriteLine($"Vectors of {VectorWidth.Preferred * 32} bits, one thread.");
        foreach (ModelEntry model in ModelCatalog.All)
        {
            double predictions = Throughput.PredictionsPerSecond(model.Create(1), seconds: 1);
            double steps16 = Throughput.StepsPerSecond(model.Create(1), seconds: 1);
            Console.WriteLine(string.Create(
                invariant, $"{model.Key}: {predictions:N0} predictions/s, {steps16:N0} training steps/s (16 samples, Adam)"));
        }

        return 0;

    case ["weights", string data, string folder]:
        try
        {
            WeightFiles.Write(data, folder);
            return 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return WrongInput;
        }

    default:
        await Console.Error.WriteLineAsync("""
            The networks of the digit pad as a native program.

              DigitPadNative digest STEPS         SHA-256 of all networks' weights after so many training steps
              DigitPadNative speed                predictions and training steps a second
              DigitPadNative weights DATA FOLDER  trains all networks on the MNIST files in DATA, and writes their weights into FOLDER
            """);
        return WrongInput;
}
