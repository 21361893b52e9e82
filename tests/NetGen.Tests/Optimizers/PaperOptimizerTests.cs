using System.Text.Json;
using NetGen.Runtime;

namespace NetGen.Tests.Optimizers;

/// <summary>Optimizers that PyTorch 1.13 lacks, beside the formulas of their papers in double precision.</summary>
public class PaperOptimizerTests
{
    [Fact]
    public void Lion_follows_its_paper()
    {
        JsonElement golden = TrainingNumbers.Root.GetProperty("lion");
        Run(golden, new Lion(0.01, weightDecay: 0.1), (step, memory, _) => TrainingNumbers.RequireClose(
            Row(golden, "after", step), memory.Parameters[..12].ToArray(), 1e-6f));
    }

    /// <summary>A step of 0 where nothing moves; a gradient that is NaN is not lost.</summary>
    [Fact]
    public void The_sign_of_zero_is_zero_and_of_NaN_is_NaN()
    {
        var memory = new ParameterMemory(16, 0);
        memory.Parameters.Fill(1);
        memory.Gradients.Clear();
        (memory.Gradients[1], memory.Gradients[2], memory.Gradients[3]) = (1e-30f, -5, float.NaN);
        var optimizer = new Lion(0.25);
        optimizer.Attach(memory);
        optimizer.Step(Workers.Single);
        Assert.Equal([1, 0.75f, 1.25f, float.NaN], memory.Parameters[..4].ToArray());
    }

    [Fact]
    public void Schedule_free_AdamW_follows_its_paper()
    {
        JsonElement golden = TrainingNumbers.Root.GetProperty("schedule_free");
        Optimizer optimizer = new ScheduleFreeAdamW(0.05, beta2: 0.99, weightDecay: 0.1, warmupSteps: 3);
        Run(golden, optimizer, (step, memory, workers) =>
        {
            TrainingNumbers.RequireClose(Row(golden, "after", step), memory.Parameters[..12].ToArray(), 2e-6f);
            float[] trained = memory.Parameters.ToArray();
            optimizer.UseWeights(averaged: true, workers);
            optimizer.UseWeights(averaged: true, workers);
            TrainingNumbers.RequireClose(Row(golden, "averages", step), memory.Parameters[..12].ToArray(), 2e-6f);

            // Back to the very bits.
            optimizer.UseWeights(averaged: false, workers);
            Assert.Equal(trained, memory.Parameters.ToArray());
        });
    }

    /// <summary>What is loaded in the place of the average is what training goes on from.</summary>
    [Fact]
    public void Weights_that_are_written_become_the_average()
    {
        var memory = new ParameterMemory(16, 0);
        memory.Gradients.Fill(1);
        var optimizer = new ScheduleFreeAdamW(0.1, beta1: 0.5);
        optimizer.Attach(memory);
        optimizer.UseWeights(averaged: true, Workers.Single);
        optimizer.Step(Workers.Single);
        optimizer.UseWeights(averaged: true, Workers.Single);
        float z = optimizer.States[1].Span[0];
        memory.Parameters.Fill(3);
        optimizer.UseWeights(averaged: false, Workers.Single);
        Assert.Equal(3, optimizer.States[0].Span[0]);
        Assert.Equal((0.5f * 3) + (0.5f * z), memory.Parameters[0], 1e-6f);
    }

    /// <summary>A matrix wider than high, a convolution's that is higher than wide, and a vector; for any number of threads.</summary>
    [Fact]
    public void Muon_follows_its_publication()
    {
        JsonElement golden = TrainingNumbers.Root.GetProperty("muon");
        TensorDescription[] tensors = TrainingNumbers.Tensors(golden.GetProperty("shapes"));
        using var three = new Workers(3);
        foreach (Workers workers in new[] { Workers.Single, three })
        {
            ParameterMemory memory = TrainingNumbers.MemoryOf(tensors);
            TrainingNumbers.Scatter(tensors, All(golden.GetProperty("start")), memory.Parameters);
            var optimizer = new Muon(0.02, weightDecay: 0.1, adamLearningRate: 0.003);
            optimizer.Attach(memory, tensors: tensors);
            for (int step = 0; step < golden.GetProperty("gradients").GetArrayLength(); step++)
            {
                TrainingNumbers.Scatter(tensors, All(golden.GetProperty("gradients")[step]), memory.Gradients);
                optimizer.Step(workers);
                TrainingNumbers.RequireClose(
                    All(golden.GetProperty("after")[step]), TrainingNumbers.Gather(tensors, memory.Parameters), 1e-5f);
            }
        }

        static float[] All(JsonElement named) => [.. named.EnumerateObject().SelectMany(entry => TrainingNumbers.Floats(entry.Value))];
    }

    /// <summary>A matrix that is named takes AdamW's step: of 1 at first, for each of its elements.</summary>
    [Fact]
    public void Muon_leaves_what_is_named_to_AdamW()
    {
        TensorDescription[] tensors = TrainingNumbers.Tensors(TrainingNumbers.Root.GetProperty("groups").GetProperty("shapes"));
        ParameterMemory memory = TrainingNumbers.MemoryOf(tensors);
        memory.Gradients.Fill(3);
        var optimizer = new Muon(1, adamLearningRate: 0.5)
        {
            ByAdamW = ["head.*"], Groups = [new("**.bias") { LearningRateFactor = 0.25 }],
        };
        optimizer.Attach(memory, tensors: tensors);
        optimizer.Step(Workers.Single);
        Assert.Equal([-0.125f, -0.5f, -0.5f, -0.125f], tensors[1..].Select(tensor => memory.Parameters[tensor.Offset]), (a, b) =>
            Math.Abs(a - b) < 1e-6f);
        Assert.Contains("The pattern \"haed.*\" of ByAdamW matches no parameter", Assert.Throws<ArgumentException>(
            "ByAdamW", () => new Muon { ByAdamW = ["haed.*"] }.Attach(memory, tensors: tensors)).Message);
    }

    private static void Run(JsonElement golden, Optimizer optimizer, Action<int, ParameterMemory, Workers> check)
    {
        var memory = new ParameterMemory(12, 0);
        TrainingNumbers.Floats(golden.GetProperty("start")).CopyTo(memory.Parameters);
        optimizer.Attach(memory);
        for (int step = 0; step < golden.GetProperty("gradients").GetArrayLength(); step++)
        {
            Row(golden, "gradients", step).CopyTo(memory.Gradients);
            optimizer.Step(Workers.Single);
            check(step, memory, Workers.Single);
        }
    }

    private static float[] Row(JsonElement golden, string name, int step) => TrainingNumbers.Floats(golden.GetProperty(name)[step]);
}
