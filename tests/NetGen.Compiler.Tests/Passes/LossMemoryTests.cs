using NetGen.Compiler.Collections;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using static NetGen.Compiler.Tests.Passes.TestNetworks;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>Between the last layer and the loss nothing is copied: the loss reads and writes the memory of the training step.</summary>
public class LossMemoryTests
{
    private static readonly CrossEntropy Plain = new(0, Reduction.Mean, TargetIsInput: false);

    private static readonly CrossEntropy Weighted =
        Plain with { Weight = new EquatableArray<double>(Enumerable.Range(1, 10).Select(weight => (double)weight)) };

    private static readonly Dictionary<string, ShapedNetwork> Networks = new()
    {
        ["classes"] = Of(Shape.Vector(8), Plain, Linear(32), ReLU, Linear(10)),
        ["weighted classes"] = Of(Shape.Vector(8), Weighted, Linear(10)),
        ["numbers"] = Of(Shape.Vector(8), new MSE(Reduction.Mean, TargetIsInput: false), Linear(3)),
        ["picked numbers"] = Of(Shape.Vector(8), new NLL(Reduction.Mean), Linear(10)),
        ["pixels"] = Of(Shape.Image(3, 8, 8), Plain, Convolution(8, 3), ReLU, Convolution(5, 1)),
    };

    public static TheoryData<string> Names => [.. Networks.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_loss_and_the_training_step_around_it_copy_nothing(string name)
    {
        CompiledNetwork compiled = Compiler.Plan(Networks[name], TestContext.Current.CancellationToken);
        CompiledProgram[] losses = [.. compiled.Programs.Where(program => IsLoss(program.Program))];
        Assert.NotEmpty(losses);
        Assert.All(losses, loss => Assert.DoesNotContain(loss.Memory.Groups, group => group.Anchor is Move));
        Assert.DoesNotContain(compiled.Training.Memory.Groups, group => group.Anchor is Move { Layer: "output" });
    }

    [Theory, MemberData(nameof(Names))]
    public void A_loss_leaves_zeros_in_the_padding_of_its_gradient(string name)
    {
        CompiledNetwork compiled = Compiler.Plan(Networks[name], TestContext.Current.CancellationToken);
        foreach (CompiledProgram loss in compiled.Programs.Where(program => IsLoss(program.Program)))
        {
            Tensor gradient = loss.Program.Results.Single(result => result.Role == ResultRole.OutputGradient).Value;
            Assert.Equal(StorageKind.PredictionGradient, loss.Memory[gradient].Kind);
            Assert.True(gradient.Shape.PaddedInner > gradient.Shape.Inner);
            FusedGroup group = loss.Memory.Groups.Single(group => group.Stored.Contains(gradient));
            Assert.True(group.Anchor is SampleLossGradient || RowLoops.Of(group).MasksPadding);
        }
    }

    private static bool IsLoss(Program program) => program.Results.Any(result => result.Role == ResultRole.Loss);
}
