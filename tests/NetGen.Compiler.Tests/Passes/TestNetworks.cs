using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>Shaped networks made by hand, so that the passes can be tested without parsing.</summary>
internal static class TestNetworks
{
    public static ShapedNetwork LeNet { get; } = Of(
        Shape.Image(1, 28, 28),
        new CrossEntropy(0, Reduction.Mean, TargetIsInput: false),
        Convolution(6, 5, 2), new ReLU(), MaxPool(2), Convolution(16, 5), new ReLU(), MaxPool(2), new Flatten(0, -1),
        Linear(120), new ReLU(), Linear(84), new ReLU(), Linear(10));

    public static ShapedNetwork MnistCnn { get; } = Of(
        Shape.Image(1, 28, 28),
        new CrossEntropy(0, Reduction.Mean, TargetIsInput: false),
        Convolution(32, 3), new ReLU(), Convolution(64, 3), new ReLU(), MaxPool(2), new Dropout(0.25), new Flatten(0, -1),
        Linear(128), new ReLU(), new Dropout(0.5), Linear(10));

    public static ShapedNetwork Norms { get; } = Of(
        Shape.Image(3, 8, 8),
        new MSE(Reduction.Mean, TargetIsInput: false),
        Convolution(7, 3, 1), new BatchNorm(0.1, 1e-5, true, true, null), new GELU(false), new LayerNorm(1e-5, true, true, null),
        new AdaptiveAvgPool2d(1, 1), new Flatten(0, -1), Linear(5), new Softmax(null));

    /// <summary>The product's gradient meets values computed again from one number a column.</summary>
    public static ShapedNetwork Columns { get; } = Of(
        Shape.Image(16, 5, 7),
        new MSE(Reduction.Mean, TargetIsInput: false),
        new LogSoftmax(2), new LayerNorm(1e-5, true, false, null), Convolution(16, 1));

    public static ShapedNetwork Of(Shape input, Loss loss, params Layer[] layers)
    {
        var nodes = new List<ShapedNode>();
        Shape shape = input;
        foreach (Layer layer in layers)
        {
            string name = layer.Kind.ToLowerInvariant() + (nodes.OfType<ShapedLayer>().Count(n => n.Layer.Kind == layer.Kind) + 1);
            var element = new ElementSpec(layer.Kind, "", EquatableArray.Of<OperandSpec>(), EquatableArray.Of<ArgumentSpec>(), layer.Kind, 0);
            Shape output = layer.InferShape(shape, new LayerReport(new Report(), element, name, shape.ToString()))
                ?? throw new ArgumentException($"{name} cannot take {shape}");
            nodes.Add(new ShapedLayer(
                layer, name, shape, output, [.. layer.Declare(shape).Select(d => new ShapedParameter($"{name}.{d.Name}", d))]));
            shape = output;
        }

        var shapedLoss = new ShapedLoss(
            loss, "loss", shape, loss.Labels(shape), (int)loss.LabelsPerSample(shape), (int)loss.Classes(shape));
        var spec = new ClassSpec("Demo", EquatableArray.Of<string>(), "Net", "public", EquatableArray.Of<string>());
        return new ShapedNetwork(spec, input, shape, nodes, shapedLoss);
    }

    public static Conv2d Convolution(int channels, int kernel, int padding = 0, int stride = 1, int groups = 1, int dilation = 1) =>
        new(channels, new WindowAxis(kernel, stride, padding, dilation), new WindowAxis(kernel, stride, padding, dilation), groups, true, null);

    public static ConvTranspose2d Transposed(int channels, int kernel, int stride = 1, int groups = 1)
    {
        var axis = new TransposedAxis(new WindowAxis(kernel, stride, Padding: 0), OutputPadding: 0);
        return new ConvTranspose2d(channels, axis, axis, groups, Bias: true, In: null);
    }

    /// <param name="kernel">Rows and columns of a window.</param>
    /// <param name="stride">From one window to the next; by default the kernel.</param>
    public static MaxPool2d MaxPool(int kernel, int? stride = null) =>
        new(new WindowAxis(kernel, stride ?? kernel, 0), new WindowAxis(kernel, stride ?? kernel, 0));

    public static Linear Linear(int features) => new(features, true, null);
}
