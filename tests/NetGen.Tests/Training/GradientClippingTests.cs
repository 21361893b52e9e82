// The trainings here take milliseconds; passing the test run's own token to each would say nothing.
#pragma warning disable xUnit1051

using System.Text.Json;
using NetGen.Runtime;
using NetGen.Tests.Optimizers;

namespace NetGen.Tests.Training;

/// <summary>Gradients that are limited by their norm and one by one.</summary>
public class GradientClippingTests
{
    private static readonly JsonElement Golden = TrainingNumbers.Root.GetProperty("clipping");

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Golden.GetArrayLength())];

    [Theory, MemberData(nameof(Cases))]
    public void Follows_PyTorch(int index)
    {
        JsonElement golden = Golden[index];
        float[] before = TrainingNumbers.Floats(golden.GetProperty("before"));
        var memory = new ParameterMemory(before.Length, 0);
        before.CopyTo(memory.Gradients);
        var clipping = new GradientClipping(memory);
        double limit = golden.GetProperty("limit").GetDouble();
        if (golden.GetProperty("kind").GetString() == "norm")
            Assert.Equal(golden.GetProperty("norm").GetDouble(), clipping.ClipNorm(limit, Workers.Single), 1e-6);
        else
            clipping.ClipValue(limit, Workers.Single);
        TrainingNumbers.RequireClose(
            TrainingNumbers.Floats(golden.GetProperty("after")), memory.Gradients[..before.Length].ToArray(), 1e-6f);
    }

    /// <summary>The norm is that of a sum in double precision, and the same bits for any number of threads.</summary>
    [Fact]
    public void The_norm_does_not_depend_on_threads()
    {
        var random = new Random(3);
        float[] gradients = [.. Enumerable.Range(0, 100_000).Select(_ => (random.NextSingle() - 0.5f) * 1e3f)];
        double expected = Math.Sqrt(gradients.Sum(gradient => (double)gradient * gradient));
        double[] norms = [.. new[] { 1, 2, 3 }.Select(Norm)];
        Assert.Equal(expected, norms[0], expected * 1e-13);
        Assert.Single(norms.Distinct());

        double Norm(int threads)
        {
            using var workers = new Workers(threads);
            var memory = new ParameterMemory(gradients.Length, 0);
            gradients.CopyTo(memory.Gradients);
            double norm = new GradientClipping(memory).ClipNorm(1, workers);
            Assert.Equal(1, new GradientClipping(memory).ClipNorm(1e9, workers), 1e-5);
            return norm;
        }
    }

    /// <summary>A step with a limit is forward, backward, a clipped gradient and an update.</summary>
    [Fact]
    public void Steps_updates_and_fits_are_clipped()
    {
        LinearClassifier stepped = new(1), byHand = new(1), fitted = new(1);
        var data = new Clusters(8);
        float[] gradient = new float[8 * LinearClassifier.Classes];
        using (Trainer trainer = stepped.CreateTrainer(new SGD(0.5), 8, threads: 1))
        {
            (trainer.ClipNorm, trainer.ClipValue) = (0.1, 0.02);
            Assert.True(double.IsNaN(trainer.GradientNorm));
            trainer.Step(data.Samples, data.Labels);
            Assert.InRange(trainer.GradientNorm, 0.02, 0.2);
        }

        using (Trainer trainer = byHand.CreateTrainer(new SGD(0.5), 8, threads: 1))
        {
            float[] outputs = new float[gradient.Length];
            trainer.Forward(data.Samples, outputs);
            Loss.CrossEntropy(outputs, data.Labels, gradient);
            trainer.Backward(gradient);
            float[] clamped = [.. byHand.Memory.Gradients.ToArray().Select(value => Math.Clamp(value, -0.02f, 0.02f))];
            double norm = Math.Sqrt(clamped.Sum(value => (double)value * value));
            (trainer.ClipNorm, trainer.ClipValue) = (0.1, 0.02);
            float[] before = byHand.Memory.Parameters.ToArray();
            trainer.Update();
            Assert.Equal(norm, trainer.GradientNorm, 1e-6);
            for (int i = 0; i < before.Length; i++)
                Assert.Equal(before[i] - (0.5 * clamped[i] * Math.Min(1, 0.1 / norm)), byHand.Memory.Parameters[i], 1e-6);
        }

        var norms = new List<double>();
        fitted.Fit(data, new SGD(0.5), 1, 8, threads: 1, options: new FitOptions
        {
            ClipNorm = 0.1, ClipValue = 0.02, Shuffle = false, Progress = progress => norms.Add(progress.GradientNorm),
        });
        Assert.InRange(Assert.Single(norms), 0.02, 0.2);
        TrainingNumbers.RequireClose(stepped.Memory.Parameters.ToArray(), byHand.Memory.Parameters.ToArray(), 1e-6f);
        Assert.Equal(stepped.Memory.Parameters.ToArray(), fitted.Memory.Parameters.ToArray());
    }

    /// <summary>The limits of a fit are its own; those of the trainer stand where it has none.</summary>
    [Fact]
    public void A_fit_leaves_the_trainers_limits()
    {
        using Trainer trainer = new LinearClassifier().CreateTrainer(new SGD(), 8, threads: 1);
        trainer.ClipValue = 3;
        trainer.Fit(new Clusters(8), 1, new FitOptions
        {
            ClipNorm = 2, Progress = _ => Assert.Equal((2, 3), (trainer.ClipNorm, trainer.ClipValue)),
        });
        Assert.Equal((null, 3), (trainer.ClipNorm, trainer.ClipValue));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_limit_is_a_positive_number(double limit)
    {
        using Trainer trainer = new LinearClassifier().CreateTrainer(new SGD(), 8, threads: 1);
        Assert.Throws<ArgumentOutOfRangeException>("ClipNorm", () => trainer.ClipNorm = limit);
        Assert.Throws<ArgumentOutOfRangeException>("ClipValue", () => trainer.ClipValue = limit);
        Assert.Throws<ArgumentOutOfRangeException>("ClipNorm", () => new FitOptions { ClipNorm = limit });
        Assert.Throws<ArgumentOutOfRangeException>("ClipValue", () => new FitOptions { ClipValue = limit });
    }
}
