using NetGen.Compiler.Lowering;
using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>
/// The gradients that the compiler derives are slopes: in double precision they agree with differences of the forward pass.
/// </summary>
public class FiniteDifferenceTests
{
    private const int TriedElements = 4;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Math.Min(50, RandomNetworkSeed.RunCount))];

    [Theory, MemberData(nameof(Numbers))]
    public void Gradients_are_slopes(int number)
    {
        RandomNetwork random = RandomNetworkSeed.Networks[number];
        LoweredNetwork lowered = RandomNetworkSeed.Planned(random).Lowered;
        Network network = RandomNetworkSeed.Create(random, lanes: 1, seed: number);
        RandomInput.Disturb(network, number);
        ReferenceParameters parameters = ReferenceParameters.Of(network, lowered);
        PassInput pass = RandomInput.For(random, random.Samples, number);
        double[] samples = ReferencePass.Doubles(pass.Input);
        ReferenceResult result = ReferencePass.Run(lowered, parameters, pass, samples);
        double Objective() => ReferencePass.Objective(lowered, parameters, pass, samples);
        string description = $"network {number} of seed {RandomNetworkSeed.Value}\n{random.Source}";

        // A target that is the input moves with it, which no gradient of the output's says.
        if (result.InputGradient is not null)
            Check("input", samples, result.InputGradient, Objective, description, number);
        for (int i = 0; i < parameters.Trained.Length; i++)
            Check(
                network.Description.Parameters[i].Name, parameters.Trained[i],
                result.Gradients[i] ?? new double[parameters.Trained[i].Length], Objective, description, number);
    }

    private static void Check(string tensor, double[] values, double[] gradient, Func<double> objective, string network, int seed)
    {
        var random = new Random(seed);
        for (int tried = 0; tried < Math.Min(TriedElements, values.Length); tried++)
        {
            int i = values.Length <= TriedElements ? tried : random.Next(values.Length);
            Assert.True(
                // A kink between the two points spoils the slope; points closer together leave it outside.
                new[] { 1e-4, 1e-5, 1e-6, 1e-7 }.Any(step => Agrees(Slope(values, i, step, objective), gradient[i])),
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
