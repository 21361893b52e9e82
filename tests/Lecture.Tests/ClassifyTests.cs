using Lecture.Classify;
using Lecture.Classify.Networks;

namespace Lecture.Tests;

/// <summary>Hidden layers separate what a line cannot.</summary>
public class ClassifyTests
{
    private readonly Classification classification =
        new(new Lesson("unused", TextWriter.Null) { Threads = 1 }) { TrainingPoints = 400, HeldOutPoints = 400, Epochs = 80 };

    [Fact]
    public void Moons_are_separated_by_hidden_layers_and_not_by_a_line()
    {
        Assert.True(classification.Moons(new MoonsNetwork(seed: 1)).OnHeldOut.Accuracy > 0.96);
        Assert.InRange(classification.Moons(new MoonsLine(seed: 1)).OnHeldOut.Accuracy, 0.75, 0.92);
    }

    [Fact]
    public void Spirals_are_separated_by_hidden_layers_and_not_by_lines()
    {
        Assert.True(classification.Spirals(new SpiralsNetwork(seed: 1)).OnHeldOut.Accuracy > 0.93);
        Assert.InRange(classification.Spirals(new SpiralsLine(seed: 1)).OnHeldOut.Accuracy, 0.33, 0.7);
    }

    [Fact]
    public void Held_out_points_are_others_than_those_that_are_learnt_from()
    {
        HashSet<float> learnt = [.. TwoMoons.Draw(400, seed: 1).Coordinates];
        Assert.DoesNotContain(TwoMoons.Draw(400, seed: 2).Coordinates, learnt.Contains);
    }

    [Fact]
    public void Probabilities_are_those_of_sigmoid_and_softmax()
    {
        var two = new MoonsLine(seed: 1);
        two.Linear1.Weight.CopyFrom([2, 0]);
        two.Linear1.Bias.CopyFrom([-1]);
        ClassProbabilities sigmoid = ClassProbabilities.Of(two, [1, 5]);
        Assert.Equal(1 / (1 + Math.Exp(-1)), sigmoid[0, 1], 1e-6);
        Assert.Equal(1, sigmoid[0, 0] + sigmoid[0, 1], 1e-6);
        Assert.Equal(1, sigmoid.Predicted(0));

        var three = new SpiralsLine(seed: 1);
        three.Linear1.Weight.CopyFrom([0, 0, 1, 0, 0, 0]);
        three.Linear1.Bias.CopyFrom([0, 0, 0]);
        ClassProbabilities softmax = ClassProbabilities.Of(three, [1, 5]);
        double powers = 2 + Math.E;
        Assert.Equal(1 / powers, softmax[0, 0], 1e-6);
        Assert.Equal(Math.E / powers, softmax[0, 1], 1e-6);
        Assert.Equal(1 / powers, softmax[0, 2], 1e-6);
        Assert.Equal((Math.E - 1) / powers, softmax.Margin(0, 1), 1e-6);
    }
}
