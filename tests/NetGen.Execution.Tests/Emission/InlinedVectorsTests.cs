using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;
using NetGen.Tests.Kernels;

namespace NetGen.Execution.Tests.Emission;

/// <summary>
/// Every vector operation of an emitted kernel is an instruction, not a call, also where many layers are fused into one kernel.
/// </summary>
public class InlinedVectorsTests
{
    [Theory]
    [InlineData(16)]
    [InlineData(8)]
    [InlineData(4)]
    [InlineData(1)]
    public void No_kernel_calls_a_vector_operation(int lanes)
    {
        Assert.SkipUnless(VectorWidth.IsOfMachine(lanes), "the machine has no vectors of this width");
        string name = $"Inlined{lanes}";
        using var listener = new InliningListener();
        CompiledNetworks compiled = NetworkCompilation.Compile(name,
        [
            (
                "Rows",
                $"""
                using NetGen;
                namespace {name};
                [Network, Input(20)]
                [Linear(64), GELU, LayerNorm, SiLU, Dropout(0.3)]
                [Linear(48), Mish, LayerNorm, Softplus, Tanh]
                [Linear(10), ELU, Softmax, MSE]
                public partial class Rows;
                """),
            (
                "Images",
                $"""
                using NetGen;
                namespace {name};
                [Network, Input(3, 16, 16)]
                [Conv2d(80, 1), BatchNorm, GELU, Dropout(0.2)]
                [Conv2d(32, 3, Padding = 1), GELU, Dropout(0.2)]
                [Conv2d(32, 3, Padding = 1), SiLU]
                [Conv2d(32, 3, Padding = 1), MaxPool2d(2), Tanh, Dropout(0.2)]
                [Conv2d(16, 1), GroupNorm(4), SiLU, MaxPool2d(2)]
                [Flatten, Linear(10), CrossEntropy]
                public partial class Images;
                """),
        ]);
        foreach (string network in (string[])["Rows", "Images"])
        {
            Network made = compiled.Create($"{name}.{network}", lanes, seed: 1);
            using Predictor predictor = made.CreatePredictor(3, threads: 1);
            predictor.Predict(new float[3 * made.InputSize], new float[3 * made.OutputSize]);
            using Trainer trainer = made.CreateTrainer(new SGD(0.01), 4, threads: 1);
            if (network == "Rows")
                trainer.Step(new float[4 * made.InputSize], new float[4 * made.OutputSize]);
            else
                trainer.Step(new float[4 * made.InputSize], [1, 2, 3, 4]);
        }

        Assert.True(listener.Count > 0, "the JIT told of no call at all: the test hears nothing");
        Assert.DoesNotContain(
            listener.VectorCalls,
            call => call.Method.StartsWith(name + ".", StringComparison.Ordinal)
                || call.Method.StartsWith("NetGen.Runtime.", StringComparison.Ordinal));
    }
}
