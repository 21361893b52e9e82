using NetGen.Benchmarks.Models;

namespace NetGen.Benchmarks.Comparison;

/// <summary>What is to be compared, checked.</summary>
/// <param name="Peers">The built harness of the other libraries.</param>
/// <param name="Measures">What is measured: train, infer, memory, first.</param>
/// <param name="Models">The networks.</param>
/// <param name="Threads">Numbers of threads, each on its own.</param>
/// <param name="TrainingBatches">Batch sizes of training.</param>
/// <param name="InferenceBatches">Batch sizes of prediction.</param>
/// <param name="Optimizer">The optimizer of training.</param>
/// <param name="Rounds">How often the contestants take turns.</param>
/// <param name="Mnist">The folder of real digits to train on, or null.</param>
/// <param name="Width">The widest vectors, in floats, that the programs may use, or null for the machine's.</param>
/// <param name="Published">This program published, or null.</param>
/// <param name="Timing">Arguments that say how long a measurement takes.</param>
internal sealed record ComparisonOptions(
    PeersFolder Peers,
    string[] Measures,
    BenchmarkModel[] Models,
    int[] Threads,
    int[] TrainingBatches,
    int[] InferenceBatches,
    string Optimizer,
    int Rounds,
    string? Mnist,
    string? Width,
    string? Published,
    string[] Timing);
