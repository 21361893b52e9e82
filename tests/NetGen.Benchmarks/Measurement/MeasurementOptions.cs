using NetGen.Benchmarks.Models;

namespace NetGen.Benchmarks.Measurement;

/// <summary>What is to be measured, checked.</summary>
/// <param name="Model">The network.</param>
/// <param name="Batches">The batch sizes, one row each.</param>
/// <param name="Threads">Threads that share a batch.</param>
/// <param name="Mnist">The folder of real digits, or null for random input.</param>
/// <param name="Timing">How long it takes.</param>
internal sealed record MeasurementOptions(BenchmarkModel Model, int[] Batches, int Threads, string? Mnist, TimingOptions Timing);
