using Lecture.Data;
using Lecture.Gradients.Networks;
using Lecture.Pictures;
using NetGen;

namespace Lecture.Gradients;

/// <summary>A surface to walk down on, from where, and with which optimizers.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Surface">The loss over two weights.</param>
/// <param name="Grid">The part of the plane that is shown.</param>
/// <param name="Start">The weights at first.</param>
/// <param name="Walks">A new optimizer for each path, by its name.</param>
internal sealed record Landscape(
    string Name, LossSurface Surface, PlaneGrid Grid, (double First, double Second) Start,
    IReadOnlyList<(string Name, Func<Optimizer> Optimizer)> Walks)
{
    private const int Samples = 64;

    /// <summary>A long narrow valley: the slope across it is 40 times as steep as along it.</summary>
    public static Landscape Valley(int seed)
    {
        (float[] inputs, float[] targets) = Draw(seed, 0.5, 2.5, x => (1.5 * x) - 0.5);
        return new Landscape(
            "y = wx + b", new LossSurface(new Line(), inputs, targets), new PlaneGrid(-1, 3, -2.5, 3.5, 81, 81), (-0.2, 3),
            [
                ("SGD, 0.2", () => new SGD(0.2)), ("momentum 0.9, 0.03", () => new SGD(0.03, momentum: 0.9)),
                ("Adam, 0.2", () => new Adam(0.2)),
            ]);
    }

    /// <summary>Two minima, of which one is the other's mirror image, and a saddle between them, where the gradient is 0.</summary>
    public static Landscape Saddle(int seed)
    {
        (float[] inputs, float[] targets) = Draw(seed, -2, 2, x => 1.5 * Math.Tanh(2 * x));
        return new Landscape(
            "y = v tanh(wx)", new LossSurface(new Neuron(), inputs, targets), new PlaneGrid(-3, 3, -2.5, 2.5, 81, 81), (-1.2, 1.6),
            [
                ("SGD, 0.05", () => new SGD(0.05)), ("momentum 0.9, 0.01", () => new SGD(0.01, momentum: 0.9)),
                ("Adam, 0.1", () => new Adam(0.1)),
            ]);
    }

    /// <summary>The paths, in the order of <see cref="Walks"/>.</summary>
    /// <param name="steps">The number of steps of each.</param>
    public IReadOnlyList<IReadOnlyList<Place>> Paths(int steps) =>
        [.. Walks.Select(walk => Surface.Descend(walk.Optimizer(), Start, steps))];

    /// <summary>Inputs between two numbers, and what a function gives for them with a little noise.</summary>
    private static (float[] Inputs, float[] Targets) Draw(int seed, double from, double to, Func<double, double> function)
    {
        var random = new Random(seed);
        var noise = new float[Samples];
        new NormalNoise(random.Next()).Fill(noise);
        float[] inputs = [.. noise.Select(_ => (float)(from + ((to - from) * random.NextDouble())))];
        return (inputs, [.. inputs.Zip(noise, (x, error) => (float)(function(x) + (0.1 * error)))]);
    }
}
