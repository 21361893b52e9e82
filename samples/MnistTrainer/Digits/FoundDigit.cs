namespace MnistTrainer.Digits;

/// <summary>A digit of a picture in the form of MNIST's.</summary>
/// <param name="Pixels">[28, 28]; 0 is the paper and 255 the ink.</param>
/// <param name="IsDarkOnLight">Whether the picture had dark ink on light paper, so that it was inverted.</param>
internal sealed record FoundDigit(byte[] Pixels, bool IsDarkOnLight);
