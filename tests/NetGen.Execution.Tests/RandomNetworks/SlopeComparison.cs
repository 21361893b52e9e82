using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Compares the gradients that the compiler derives with differences of the forward pass, in double precision.</summary>
internal static class SlopeComparison
{
    private const int TriedElements = 4;

    /// <summary>Fails where a gradient is not the slope of the objective.</summary>
    /// <param name="random">The network.</param>
    /// <param name="network">The same as it was made: its parameters are where the slopes are taken.</param>
    /// <param name="number">Decides the numbers that go in, and which of them are moved.</param>
    /// <param name="title">What a failure names.</param>
    public static void AssertSlopes(RandomNetwork random, Network network, int number, string title)
    {
        LoweredNetwork lowered = RandomNetworkSeed.Planned(random).Lowered;
        RandomInput.Disturb(network, number);
        ReferenceParameters parameters = ReferenceParameters.Of(network, lowered);
        PassInput pass = RandomInput.For(random, random.Samples, number);
        double[] samples = ReferencePass.Doubles(pass.Input);
        ReferenceResult result = ReferencePass.Run(lowered, parameters, pass, samples);
        double Objective() => ReferencePass.Objective(lowered, parameters, pass, samples);
        string description = $"{title}\n{random.Source}";

        // A target that is the input moves with it, which no gradient of the output's says.
        if (result.InputGradient is not null)
            Check("input", samples, result.InputGradient, Objective, description, number);
        for (int i = 0; i < parameters.Trained.Length; i++)
        {
            if (PaddingIsLookedUp(lowered, i) || network.Description.Parameters[i].IsFrozen)
                continue;
            double[] gradient = result.Gradients[i] ?? new double[parameters.Trained[i].Length];
            Check(network.Description.Parameters[i].Name, parameters.Trained[i], gradient, Objective, description, number);
        }
    }

    /// <summary>The row of a padding token gets no gradient, though outputs follow it.</summary>
    private static bool PaddingIsLookedUp(LoweredNetwork lowered, int parameter) => lowered.Training.Nodes.OfType<Gather>()
        .Any(gather => gather.PaddingRow >= 0 && gather.Operands[1] is Compiler.Graph.Parameter table && table.Index == parameter);

    private static void Check(string tensor, double[] values, double[] gradient, Func<double> objective, string network, int seed)
    {
        var random = new Random(seed);
        for (int tried = 0; tried < Math.Min(TriedElements, values.Length); tried++)
        {
            int i = values.Length <= TriedElements ? tried : random.Next(values.Length);
            // A kink between the two points spoils the slope; points closer together leave it outside.
            if (!new[] { 1e-4, 1e-5, 1e-6, 1e-7 }.Any(step => Agrees(Slope(values, i, step, objective), gradient[i])))
                Assert.Fail(
                    $"{tensor}[{i}]: gradient {gradient[i]:r}, slopes {Slope(values, i, 1e-4, objective):r}, "
                    + $"{Slope(values, i, 1e-6, objective):r}\n{network}");
        }
    }

    private static bool Agrees(double slope, double gradient) => Math.Abs(slope - gradient) <= 1e-6 + (1e-4 * Math.Abs(gradient));

    private static double Slope(double[] values, int i, double step, Func<double> objective)
    {
        double value = values[i];
        values[i] = value + step;
        double above = objective();
        values[i] = value - step;
        double below = objective();
        values[i] = value;
        return (above - below) / (2 * step);
    }
}
