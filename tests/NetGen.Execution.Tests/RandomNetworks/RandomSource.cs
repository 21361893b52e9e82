namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>A part of a sample: so many numbers, or whole numbers below <paramref name="Vocabulary"/> where that is not 0.</summary>
internal sealed record RandomSource(int Count, int Vocabulary = 0);
