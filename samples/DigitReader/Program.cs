using DigitReader;
using MnistTrainer.Models;
using NetGen;

const int WrongInput = 2;

if (args.Length is 0 or > 2)
{
    await Console.Error.WriteLineAsync("""
        Classifies one handwritten digit with weights that the trainer has saved.

          DigitReader WEIGHTS [IMAGE]

        WEIGHTS  a file of weights; 'dotnet run -c Release --project samples/MnistTrainer -- --save weights.safetensors' writes one
        IMAGE    28×28 grey pixels in the PGM format; without it the program draws a digit
        """);
    return WrongInput;
}

try
{
    byte[] pixels = args.Length == 2
        ? GreyMap.Read(args[1], Mnist.Side, Mnist.Side)
        : SyntheticDigits.Draw(1, Environment.TickCount).Pixels(0).ToArray();
    if (GreyMap.IsDarkOnLight(pixels, Mnist.Side))
    {
        Console.WriteLine("The image is dark on light; MNIST is light on dark, so it is inverted.");
        pixels = GreyMap.Inverted(pixels);
    }

    var network = new MnistCnn();
    network.Load(args[0]);

    // Normalised as the training images were.
    float[] image = [.. pixels.Select(pixel => ((pixel / 255f) - Mnist.Mean) / Mnist.StandardDeviation)];
    float[] scores = network.Predict(image);
    int digit = Array.IndexOf(scores, scores.Max());
    double probability = 1 / scores.Sum(score => Math.Exp(score - scores[digit]));
    foreach (string line in GreyMap.Lines(pixels, Mnist.Side))
        Console.WriteLine(line);
    Console.WriteLine($"Predicted {digit}, probability {probability:P1}.");
    return 0;
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(error.Message);
    return WrongInput;
}
