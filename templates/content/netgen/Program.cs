using NetGen;
using NetGenApp;

// Digits that NetGen draws by itself; Mnist reads the real ones.
Mnist training = SyntheticDigits.Draw(4_000, seed: 1);
Mnist test = SyntheticDigits.Draw(1_000, seed: 2);

var network = new DigitReader(seed: 0);
Console.WriteLine(DigitReader.Summary);

foreach (EpochResult epoch in network.Fit(training, new Adam(learningRate: 0.003), epochs: 4))
    Console.WriteLine($"epoch {epoch.Epoch}: loss {epoch.Loss:F3}, {epoch.SamplesPerSecond:F0} digits a second");

Evaluation evaluation = network.Evaluate(test);
Console.WriteLine($"{evaluation.Accuracy:P1} of {test.Count} new digits read rightly");

network.Save("digits.safetensors");
