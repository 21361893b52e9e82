using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Language;

/// <summary>Means under windows that Pad.Same lets reach over the edge: as in Keras, what is added does not count.</summary>
public class SamePaddingTests
{
    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile("SamePadding",
    [
        ("Row", Source("Row", "Input(1, 1, 2), AvgPool2d(1, 2, Stride = 1, Padding = Pad.Same)")),
        ("Square", Source("Square", "Input(1, 3, 3), AvgPool2d(3, Stride = 1, Padding = Pad.Same)")),
        ("Counted", Source("Counted", "Input(1, 1, 2), AvgPool2d(1, 2, Stride = 1, Padding = Pad.Same, CountIncludePad = true)")),
        ("PyTorch", Source("PyTorch", "Input(1, 1, 2), AvgPool2d(1, 2, Stride = 1, PaddingWidth = 1)")),
        ("Divided", Source("Divided", "Input(1, 1, 2), AvgPool2d(1, 2, Stride = 1, Padding = Pad.Same, DivisorOverride = 4)")),
    ]));

    public static TheoryData<int> Widths => VectorWidths.Data;

    /// <summary>Keras' AveragePooling2D((1, 2), strides=1, padding="same") of [1, 2] is [1.5, 2].</summary>
    [Theory, MemberData(nameof(Widths))]
    public void What_is_added_does_not_count(int lanes)
    {
        Check("Row", lanes, [1, 2], [1.5f, 2], [0.5f, 1.5f]);

        // Corners have four pixels, edges six, the middle nine.
        Check("Square", lanes, [36, 0, 0, 0, 0, 0, 0, 0, 0], [9, 6, 0, 6, 4, 0, 0, 0, 0], gradient: null);
    }

    [Theory, MemberData(nameof(Widths))]
    public void What_is_stated_goes_before(int lanes)
    {
        Check("Counted", lanes, [1, 2], [1.5f, 1], [0.5f, 1]);
        Check("Divided", lanes, [1, 2], [0.75f, 0.5f], [0.25f, 0.5f]);
        Check("PyTorch", lanes, [1, 2], [0.5f, 1.5f, 1], [1, 1]);
    }

    private static void Check(string name, int lanes, float[] image, float[] expected, float[]? gradient)
    {
        Network network = Compiled.Value.Create(name, lanes);
        var pass = new TrainingPass(network, 3, Workers.Single, lossOfIndices: false);
        PassResult result = pass.Run(new PassInput(1, image, [.. expected.Select(_ => 1f)], null, null));
        Near(expected, result.Output);
        Near(expected, network.Predict(image));
        if (gradient is not null)
            Near(gradient, result.InputGradient!);
    }

    private static void Near(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5f);
    }

    private static string Source(string name, string layers) => $$"""
        using NetGen;

        [Network, {{layers}}]
        public partial class {{name}};
        """;
}
