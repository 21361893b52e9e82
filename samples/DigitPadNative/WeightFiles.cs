using DigitPad.Models;
using NetGen;

namespace DigitPadNative;

/// <summary>Trains the page's networks on MNIST, and writes the files that the page loads.</summary>
internal static class WeightFiles
{
    private const int Epochs = 10, BatchSize = 64, Seed = 1;
    private const double LearningRate = 0.003;

    /// <param name="data">The folder with MNIST's four files.</param>
    /// <param name="folder">Where the weights go, a file for each network; made where there is none.</param>
    /// <exception cref="IOException">A file is missing or cannot be read or written.</exception>
    /// <exception cref="InvalidDataException">A file of MNIST is damaged; the message names it.</exception>
    public static void Write(string data, string folder)
    {
        Mnist train = Mnist.Train(data), test = Mnist.Test(data);
        Directory.CreateDirectory(folder);
        foreach (ModelEntry model in ModelCatalog.All)
        {
            Network network = model.Create(Seed);
            int steps = Epochs * ((train.Count + BatchSize - 1) / BatchSize);
            var options = new FitOptions { StepSchedule = new OneCycleSchedule(LearningRate, steps) };
            network.Fit(train, new AdamW(LearningRate), Epochs, BatchSize, seed: Seed, options: options);
            string path = Path.Combine(folder, $"{model.Key}.safetensors");
            network.Save(path);
            Console.WriteLine($"{path}: {network.Evaluate(test)}");
        }
    }
}
