using NetGen;

namespace MnistTrainer.Training;

/// <summary>The optimizers that <c>--optimizer</c> can name, each with a learning rate that works for the sample's networks.</summary>
internal static class OptimizerCatalog
{
    public const string Default = "adam";

    private static readonly Dictionary<string, (double LearningRate, Func<double, Optimizer> Create)> Optimizers = new()
    {
        ["sgd"] = (0.1, rate => new SGD(rate, momentum: 0.9)),
        ["adam"] = (2e-3, rate => new Adam(rate)),
        ["adamw"] = (2e-3, rate => new AdamW(rate)),
        ["rmsprop"] = (5e-4, rate => new RMSprop(rate)),
        ["adagrad"] = (0.02, rate => new Adagrad(rate)),
        ["adadelta"] = (1, rate => new Adadelta(rate)),
        ["nadam"] = (2e-3, rate => new NAdam(rate)),
        ["lion"] = (3e-4, rate => new Lion(rate)),
        ["muon"] = (0.02, rate => new Muon(rate, adamLearningRate: 0.1 * rate)),
        ["schedule-free-adamw"] = (5e-3, rate => new ScheduleFreeAdamW(rate)),
    };

    public static string[] Names => [.. Optimizers.Keys];

    /// <summary>An optimizer of this name, with its default learning rate where none is given.</summary>
    public static Optimizer Create(string name, double? learningRate)
    {
        (double standard, Func<double, Optimizer> create) = Optimizers[name];
        return create(learningRate ?? standard);
    }
}
