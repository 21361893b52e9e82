using NetGen;

namespace Lecture.Vae;

/// <summary>The decoder of <see cref="DigitVae"/> alone: logits of pixels from sixteen numbers of a normal distribution.</summary>
[Network]
[Input(10)]
[Decoder(Name = "decoder")]
internal sealed partial class DigitDecoder;
