using DigitReader;
using MnistTrainer.Models;
using NetGen;

const int WrongInput = 2;

if (args.Length is 0 or > 2)
{
    await Console.Error.WriteLineAsync("""
        Reads one handwritten digit with a network that the trainer has saved.

          DigitReader WEIGHTS [IMAGE]

        WEIGHTS  a file of weights; 'dotnet run -c Release --project samples/MnistTrainer -- --save weights.safetensors' writes one
        IMAGE    a picture of 28×28 grey pixels in the PGM format; without it the program draws a digit
        """);
    return WrongInput;
}

try
{
    byte[] pixels = args.Length == 2 ? GreyMap.Read(args[1], Mnist.Side, Mnist.Side) : SyntheticDigits.Draw(1, Environment.TickCount).Pixels(0).ToArray();
    if (GreyMap.IsDarkOnLight(pixels, Mnist.Side))
    {
        Console.WriteLine("The picture is dark on light, and the network knows light on dark: it is read inverted.");
        pixels = GreyMap.Inverted(pixels);
    }

    var network = new MnistCnn();
    network.Load(args[0]);

    // As the training images were: the network knows no others.
    float[] image = [.. pixels.Select(pixel => ((pixel / 255f) - Mnist.Mean) / Mnist.StandardDeviation)];
    float[] scores = network.Predict(image);
    int digit = Array.IndexOf(scores, scores.Max());
    double certainty = 1 / scores.Sum(score => Math.Exp(score - scores[digit]));
    foreach (string line in GreyMap.Lines(pixels, Mnist.Side))
        Console.WriteLine(line);
    Console.WriteLine($"Read as {digit}, {certainty:P1} certain.");
    return 0;
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(error.Message);
    return WrongInput;
}
