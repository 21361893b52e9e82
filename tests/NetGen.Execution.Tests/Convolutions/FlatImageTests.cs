using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Convolutions;

/// <summary>Laplace windows over a flat image: what the README of Winograd's kernels says of it, and of the switch.</summary>
public class FlatImageTests
{
    private const float Level = 10_000;

    private static readonly float[] Laplace = [1, 1, 1, 1, -8, 1, 1, 1, 1];

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile("FlatImages",
    [
        ("Fast", Source("Fast", "Network")),
        ("Direct", Source("Direct", "Network(Winograd = false)")),
    ]));

    public static TheoryData<int> Widths => VectorWidths.Data;

    [Theory, MemberData(nameof(Widths))]
    public void The_direct_sum_is_exact_and_Winograds_within_millionths_of_its_terms(int lanes)
    {
        Assert.All(Run("Direct", lanes), value => Assert.Equal(0, value));

        // Sixteen channels of terms up to 8 · 10,000.
        double terms = 16 * 8 * Level;
        Assert.All(Run("Fast", lanes), value => Assert.InRange(value, -1e-6 * terms, 1e-6 * terms));
        Assert.Contains(Run("Fast", lanes), value => value != 0);
    }

    private static float[] Run(string name, int lanes)
    {
        Network network = Compiled.Value.Create(name, lanes);
        TensorDescription weight = network.Description.Parameters[0];
        int plane = weight.StorageSize / 9;
        for (int i = 0; i < weight.StorageSize; i++)
            network.Memory.Parameters[weight.Offset + i] = Laplace[i / plane];
        float[] image = new float[network.InputSize];
        Array.Fill(image, Level);
        return network.Predict(image);
    }

    private static string Source(string name, string network) => $$"""
        using NetGen;

        [{{network}}, Input(16, 10, 10), Conv2d(16, 3, Bias = false)]
        public partial class {{name}};
        """;
}
