using NetGen;

namespace Lecture.Vae;

/// <summary>The decoder of <see cref="PlaneVae"/> alone: logits of pixels from two numbers of a normal distribution.</summary>
[Network]
[Input(2)]
[Decoder(Name = "decoder")]
internal sealed partial class PlaneDecoder;
