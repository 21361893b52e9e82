namespace NetGen.Benchmarks.Measurement;

/// <summary>The optimizers that <c>--opt</c> can name.</summary>
internal static class BenchmarkOptimizers
{
    public static readonly string[] Names = ["sgd", "adam"];

    /// <summary>Stochastic gradient descent with momentum, or Adam.</summary>
    public static Optimizer Create(string name) => name switch
    {
        "sgd" => new SGD(0.01, momentum: 0.9),
        "adam" => new Adam(1e-3),
        _ => throw new ArgumentException($"Expected {string.Join(" or ", Names)}; got {name}.", nameof(name)),
    };
}
