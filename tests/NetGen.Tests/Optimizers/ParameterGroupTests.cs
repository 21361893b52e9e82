using System.Text.Json;
using NetGen.Runtime;

namespace NetGen.Tests.Optimizers;

/// <summary>Groups with a learning rate and a weight decay of their own.</summary>
public class ParameterGroupTests
{
    private static readonly JsonElement Golden = TrainingNumbers.Root.GetProperty("groups");
    private static readonly TensorDescription[] Tensors = TrainingNumbers.Tensors(Golden.GetProperty("shapes"));

    private static readonly ParameterGroup[] Groups =
    [
        ParameterGroup.Vectors with { WeightDecay = 0 },
        new("head.*", "other.*") { LearningRateFactor = 3, WeightDecay = 0.2 },
    ];

    public static TheoryData<string> Cases =>
        [.. Golden.GetProperty("cases").EnumerateArray().Select(entry => entry.GetProperty("optimizer").GetString()!)];

    /// <summary>As a whole, and with a range that is updated by itself in parts that do not end where groups do.</summary>
    [Theory, MemberData(nameof(Cases))]
    public void Follow_PyTorch(string name)
    {
        JsonElement golden = Golden.GetProperty("cases").EnumerateArray().Single(
            entry => entry.GetProperty("optimizer").GetString() == name);
        float[][] gradients = [.. golden.GetProperty("gradients").EnumerateArray().Select(TrainingNumbers.Floats)];
        float[][] after = [.. golden.GetProperty("after").EnumerateArray().Select(TrainingNumbers.Floats)];
        foreach (bool isFused in new[] { false, true })
        {
            Optimizer optimizer = Create(name);
            ParameterMemory memory = TrainingNumbers.MemoryOf(Tensors);
            TrainingNumbers.Scatter(Tensors, TrainingNumbers.Floats(golden.GetProperty("start")), memory.Parameters);
            optimizer.Attach(memory, isFused ? [new(0, 64)] : null, [.. Tensors, Frozen]);
            for (int step = 0; step < gradients.Length; step++)
            {
                TrainingNumbers.Scatter(Tensors, gradients[step], memory.Gradients);
                if (isFused)
                {
                    optimizer.Begin();
                    optimizer.Update(0, 48);
                    optimizer.Update(48, 16);
                    optimizer.End(Workers.Single);
                }
                else
                {
                    optimizer.Step(Workers.Single);
                }

                TrainingNumbers.RequireClose(after[step], TrainingNumbers.Gather(Tensors, memory.Parameters), 1e-5f);
            }
        }
    }

    [Fact]
    public void The_first_group_that_matches_counts()
    {
        var optimizer = new SGD(1)
        {
            Groups =
            [
                new("head.bias") { LearningRateFactor = 5 }, new("head.*") { LearningRateFactor = 3 }, new("**") { LearningRateFactor = 2 },
            ],
        };
        ParameterMemory memory = TrainingNumbers.MemoryOf(Tensors);
        memory.Gradients.Fill(-1);
        optimizer.Attach(memory, tensors: Tensors);
        optimizer.Step(Workers.Single);
        Assert.Equal([2, 2, 2, 3, 5], Tensors.Select(tensor => memory.Parameters[tensor.Offset]));
    }

    [Fact]
    public void A_pattern_without_a_parameter_is_refused_with_all_names()
    {
        var optimizer = new Adam { Groups = [new("body.*", "haed.*")] };
        string message = Assert.Throws<ArgumentException>(
            "Groups", () => optimizer.Attach(TrainingNumbers.MemoryOf(Tensors), tensors: Tensors)).Message;
        Assert.Contains("The pattern \"haed.*\" of a group matches no parameter", message, StringComparison.Ordinal);
        Assert.Contains("body.weight, body.bias, norm.weight, head.weight, head.bias", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("patterns", () => new ParameterGroup());
        Assert.Throws<ArgumentException>("patterns", () => new ParameterGroup(""));
        Assert.Throws<ArgumentException>("patterns", () => new ParameterGroup("a.***"));
        Assert.Throws<ArgumentOutOfRangeException>("LearningRateFactor", () => new ParameterGroup("*") { LearningRateFactor = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("WeightDecay", () => new ParameterGroup("*") { WeightDecay = double.NaN });
    }

    private static TensorDescription Frozen => new("other.weight", [3], 1024, [1], 3, Initialization.Zeros) { IsFrozen = true };

    private static Optimizer Create(string name) => name switch
    {
        "SGD" => new SGD(0.1, weightDecay: 0.05) { Groups = Groups },
        "SGD momentum" => new SGD(0.1, momentum: 0.9, weightDecay: 0.05) { Groups = Groups },
        "Adam" => new Adam(0.01, weightDecay: 0.05) { Groups = Groups },
        "AdamW" => new AdamW(0.01, weightDecay: 0.05) { Groups = Groups },
        "RMSprop" => new RMSprop(0.01, weightDecay: 0.05) { Groups = Groups },
        "Adagrad" => new Adagrad(0.05, weightDecay: 0.05) { Groups = Groups },
        "Adadelta" => new Adadelta(1, weightDecay: 0.05) { Groups = Groups },
        _ => throw new ArgumentException($"no optimizer '{name}'", nameof(name)),
    };
}
