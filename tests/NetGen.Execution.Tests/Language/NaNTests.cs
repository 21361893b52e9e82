using NetGen.Execution.Tests.Compilation;
using NetGen.Runtime;

namespace NetGen.Execution.Tests.Language;

/// <summary>NaN goes through maxima and minima, as in PyTorch: a network that went wrong says so.</summary>
public class NaNTests
{
    private const int Side = 8;

    /// <summary>More than a vector has lanes, and some that are left.</summary>
    private const int Samples = 37;

    private static readonly string[] Activations =
    [
        "ReLU", "ReLU6", "Hardswish", "Hardsigmoid", "SELU", "ELU", "SiLU", "Mish", "Softplus", "LeakyReLU", "Sigmoid", "Tanh", "GELU",
        "Softmax", "LogSoftmax", "Tanhshrink", "LogSigmoid", "CELU", "Hardtanh", "Softshrink", "Hardshrink",
    ];

    private static readonly Lazy<CompiledNetworks> Compiled = new(() => NetworkCompilation.Compile("NaN",
    [
        ("Pool", Source("Pool", "Input(1, 8, 8), MaxPool2d(2)")),
        ("Padded", Source("Padded", "Input(3, 8, 8), MaxPool2d(3, Stride = 2, Padding = 1)")),
        ("Clamped", Source("Clamped", "Input(1, 8, 8), MaxPool2d(2), ReLU6")),
        ("Lanes", Source("Lanes", "Input(1, 8, 8), Conv2d(6, 3, Padding = 1), MaxPool2d(2), ReLU")),
        ("Direct", Source("Direct", "Input(16, 8, 8), Conv2d(20, 3, Padding = 1), MaxPool2d(2), ReLU", "Winograd = false")),
        ("Winograd", Source("Winograd", "Input(16, 8, 8), Conv2d(32, 3, Padding = 1), MaxPool2d(2), ReLU")),
        ("WinogradAlone", Source("WinogradAlone", "Input(16, 8, 8), Conv2d(32, 3, Padding = 1), ReLU6")),
        .. Activations.Select(name => (name + "Alone", Source(name + "Alone", $"Input(37), {name}"))),
        ("ThresholdAlone", Source("ThresholdAlone", "Input(37), Threshold(0.5, -2)")),
        ("Loss", Source("Loss", "Input(37), LeakyReLU(1), CrossEntropy")),
        ("LogLoss", Source("LogLoss", "Input(37), LeakyReLU(1), NLL")),
        ("Binary", Source("Binary", "Input(37), LeakyReLU(1), BCEWithLogits")),
    ]));

    public static TheoryData<int> Widths => VectorWidths.Data;

    /// <summary>Wherever in its window it is: a maximum of two that gives its second operand loses NaN in the first.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void A_pool_passes_it_on_from_each_place_of_a_window(int lanes)
    {
        Check("Pool", lanes, 1, (y, x, at) => at.Y / 2 == y && at.X / 2 == x);
        Check("Padded", lanes, 3, (y, x, at) => Math.Abs(at.Y - (2 * y)) <= 1 && Math.Abs(at.X - (2 * x)) <= 1);
        Check("Clamped", lanes, 1, (y, x, at) => at.Y / 2 == y && at.X / 2 == x);
    }

    [Theory, MemberData(nameof(Widths))]
    public void A_pool_behind_a_convolution_passes_it_on(int lanes)
    {
        foreach (string name in (string[])["Lanes", "Direct"])
            Check(name, lanes, name == "Lanes" ? 1 : 16, Sees);

        // Transforms spread it over a tile: there may be more, never less.
        Check("Winograd", lanes, 16, Sees, mayBeMore: true);
        Check("WinogradAlone", lanes, 16, (y, x, at) => Math.Abs(at.Y - y) <= 1 && Math.Abs(at.X - x) <= 1, mayBeMore: true);

        static bool Sees(int y, int x, (int Y, int X) at) =>
            at.Y >= (2 * y) - 1 && at.Y <= (2 * y) + 2 && at.X >= (2 * x) - 1 && at.X <= (2 * x) + 2;
    }

    /// <summary>PyTorch: the last NaN of a window is its maximum.</summary>
    [Theory, MemberData(nameof(Widths))]
    public void The_gradient_of_a_window_goes_to_its_last_NaN(int lanes)
    {
        Network network = Compiled.Value.Create("Pool", lanes);
        const float N = float.NaN;
        (int Place, float[] Window)[] cases =
        [
            (0, [N, 1, 2, 3]), (1, [3, N, 5, 4]), (2, [1, 2, N, 3]), (3, [1, 2, 3, N]), (2, [N, 1, N, 3]), (3, [N, N, N, N]),
            (1, [7, 9, 2, 9]),
        ];
        foreach ((int place, float[] window) in cases)
        {
            float[] image = new float[Side * Side], gradient = new float[16];
            for (int i = 0; i < 4; i++)
                image[((2 + (i / 2)) * Side) + 4 + (i % 2)] = window[i];
            gradient[4 + 2] = 5;
            PassResult result =
                new TrainingPass(network, 1, Workers.Single, lossOfIndices: false).Run(new PassInput(1, image, gradient, null, null));
            float[] expected = new float[Side * Side];
            expected[((2 + (place / 2)) * Side) + 4 + (place % 2)] = 5;
            Assert.Equal(expected, result.InputGradient);
        }
    }

    [Theory, MemberData(nameof(Widths))]
    public void Activations_pass_it_on(int lanes)
    {
        foreach (string name in (string[])[.. Activations, "Threshold"])
        {
            float[] output = Compiled.Value.Create(name + "Alone", lanes)
                .Predict([.. Enumerable.Range(0, 37).Select(i => i % 3 == 0 ? float.NaN : i - 18)]);
            for (int i = 0; i < output.Length; i++)
                Assert.True(
                    float.IsNaN(output[i]) == (i % 3 == 0 || name.EndsWith("Softmax", StringComparison.Ordinal)),
                    $"{name} [{i}] is {output[i]}");
        }
    }

    [Theory, MemberData(nameof(Widths))]
    public void Losses_pass_it_on(int lanes)
    {
        for (int place = 0; place < 37; place++)
        {
            float[] output = new float[37], target = new float[37];
            output[place] = float.NaN;
            target[place] = 1;
            Assert.Equal(float.NaN, Loss("Loss", [place], null));
            Assert.Equal(float.NaN, Loss("Loss", [(place + 1) % 37], null));
            Assert.Equal(float.NaN, Loss("LogLoss", [place], null));
            Assert.Equal(float.NaN, Loss("Binary", null, target));

            float Loss(string name, int[]? labels, float[]? targets) =>
                new TrainingPass(Compiled.Value.Create(name, lanes), 1, Workers.Single, labels is not null)
                .Run(new PassInput(1, output, null, labels, targets)).Loss!.Value;
        }
    }

    /// <summary>Each sample has one NaN, at another place.</summary>
    private static void Check(string name, int lanes, int channels, Func<int, int, (int Y, int X), bool> isNaN, bool mayBeMore = false)
    {
        Network network = Compiled.Value.Create(name, lanes);
        for (int first = 0; first < Side * Side; first += Samples)
        {
            float[] images = new float[Samples * network.InputSize];
            for (int sample = 0; sample < Samples; sample++)
                for (int channel = 0; channel < channels; channel++)
                    images[(((sample * channels) + channel) * Side * Side) + ((first + sample) % (Side * Side))] = float.NaN;
            PassResult result = new TrainingPass(network, Samples, Workers.Single, lossOfIndices: false).Run(
                new PassInput(Samples, images, new float[Samples * network.OutputSize], null, null));
            Compare(result.Output, "trained");
            Compare(network.Predict(images), "predicted");

            void Compare(float[] outputs, string what)
            {
                int side = network.OutputShape[^1];
                for (int i = 0; i < outputs.Length; i++)
                {
                    (int y, int x, int at) = (i / side % side, i % side, (first + (i / network.OutputSize)) % (Side * Side));
                    bool expected = isNaN(y, x, (at / Side, at % Side));
                    Assert.True(
                        float.IsNaN(outputs[i]) == expected || (mayBeMore && !expected),
                        $"{name}, {what}, with NaN at {at}: [{y}, {x}] is {outputs[i]}");
                }
            }
        }
    }

    private static string Source(string name, string layers, string options = "Winograd = true") => $$"""
        using NetGen;

        [Network({{options}}), {{layers}}]
        public partial class {{name}};
        """;
}
