using Lecture.Gradients;
using NetGen;

namespace Lecture.Tests;

/// <summary>Paths follow the slopes of the surface that is drawn.</summary>
public class GradientsTests
{
    [Fact]
    public void A_step_of_SGD_goes_down_the_slope_of_the_surface()
    {
        const double Rate = 0.01, Difference = 1e-2;
        foreach (Landscape landscape in new[] { Landscape.Valley(seed: 1), Landscape.Saddle(seed: 1) })
        {
            LossSurface surface = landscape.Surface;
            (double first, double second) = landscape.Start;
            Place next = surface.Descend(new SGD(Rate), landscape.Start, steps: 1)[1];
            double slope = (surface.At(first + Difference, second) - surface.At(first - Difference, second)) / (2 * Difference);
            Assert.Equal(first - (Rate * slope), next.First, 1e-4);
            slope = (surface.At(first, second + Difference) - surface.At(first, second - Difference)) / (2 * Difference);
            Assert.Equal(second - (Rate * slope), next.Second, 1e-4);
        }
    }

    [Fact]
    public void In_a_valley_momentum_and_Adam_come_farther_than_SGD()
    {
        IReadOnlyList<IReadOnlyList<Place>> paths = Landscape.Valley(seed: 1).Paths(steps: 60);
        double lowest = Landscape.Valley(seed: 1).Surface.Descend(new SGD(0.04, momentum: 0.9), (1.5, -0.5), steps: 500)[^1].Loss;
        double sgd = paths[0][^1].Loss - lowest, momentum = paths[1][^1].Loss - lowest, adam = paths[2][^1].Loss - lowest;
        Assert.True(sgd > 2 * momentum, $"{sgd} by SGD, {momentum} by momentum");
        Assert.True(sgd > 2 * adam, $"{sgd} by SGD, {adam} by Adam");
    }

    [Fact]
    public void A_neuron_has_two_minima_and_every_optimizer_leaves_the_saddle_between_them()
    {
        Landscape landscape = Landscape.Saddle(seed: 1);
        Assert.Equal(landscape.Surface.At(1.5, 1.2), landscape.Surface.At(-1.5, -1.2), 1e-6);
        double saddle = landscape.Surface.At(0, 0);
        Assert.All(landscape.Paths(steps: 200), path =>
        {
            Assert.True(path[^1].Loss < 0.02 * saddle);
            Assert.True(path[^1].First * path[^1].Second > 0);
        });
    }
}
