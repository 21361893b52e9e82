using NetGen;

// "dotnet run" trains, and "dotnet run -- predict 7" reads the digit that the number 7 draws.
const string Weights = "digits.safetensors";
if (args is ["predict", string number])
{
    Mnist drawn = SyntheticDigits.Draw(1, seed: int.Parse(number));
    var pixels = new float[drawn.SampleSize];
    drawn.CopySamples([0], pixels);
    var trained = new DigitReader();
    trained.Load(Weights);
    float[] scores = trained.Predict(pixels);
    Console.WriteLine($"It is a {Array.IndexOf(scores, scores.Max())}.");
    return;
}

// Digits that NetGen draws itself; Mnist.Train and Mnist.Test read the real ones.
Mnist training = SyntheticDigits.Draw(4_000, seed: 1);
Mnist test = SyntheticDigits.Draw(1_000, seed: 2);

var network = new DigitReader(seed: 0);
Console.WriteLine(DigitReader.Summary);

foreach (EpochResult epoch in network.Fit(training, new Adam(learningRate: 0.003), epochs: 4))
    Console.WriteLine($"epoch {epoch.Epoch}: loss {epoch.Loss:F3}, {epoch.SamplesPerSecond:F0} images/s");

Evaluation evaluation = network.Evaluate(test);
Console.WriteLine($"Test accuracy {evaluation.Accuracy:P1} ({test.Count} images)");

network.Save(Weights);
