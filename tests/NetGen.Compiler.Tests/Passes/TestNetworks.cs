using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Tests.Passes;

/// <summary>Shaped networks made by hand, so that the passes can be tested without parsing.</summary>
internal static class TestNetworks
{
    /// <summary>Before the networks, which are made of it.</summary>
    public static Layer ReLU { get; } = new PlainActivation(ScalarFunctions.ReLU);

    public static ShapedNetwork LeNet { get; } = Of(
        Shape.Image(1, 28, 28),
        new CrossEntropy(0, Reduction.Mean, TargetIsInput: false),
        Convolution(6, 5, 2), ReLU, MaxPool(2), Convolution(16, 5), ReLU, MaxPool(2), new Flatten(0, -1),
        Linear(120), ReLU, Linear(84), ReLU, Linear(10));

    public static ShapedNetwork MnistCnn { get; } = Of(
        Shape.Image(1, 28, 28),
        new CrossEntropy(0, Reduction.Mean, TargetIsInput: false),
        Convolution(32, 3), ReLU, Convolution(64, 3), ReLU, MaxPool(2), new Dropout(0.25), new Flatten(0, -1),
        Linear(128), ReLU, new Dropout(0.5), Linear(10));

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

    /// <summary>Two convolutions beside what comes in, summed: each pass finds something in it, or shows that it does not.</summary>
    public static ShapedNetwork Residual { get; } = OfResidual();

    public static ShapedNetwork Of(Shape input, Loss loss, params Layer[] layers)
    {
        var nodes = new List<ShapedNode>();
        Shape shape = input;
        foreach (Layer layer in layers)
        {
            string name = layer.Kind.ToLowerInvariant() + (nodes.OfType<ShapedLayer>().Count(n => n.Layer.Kind == layer.Kind) + 1);
            var element = new ElementSpec(
                layer.Kind, "", EquatableArray.Of<OperandSpec>(), EquatableArray.Of<ArgumentSpec>(), layer.Kind, 0);
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
        new(
            channels, new WindowAxis(kernel, stride, padding, dilation), new WindowAxis(kernel, stride, padding, dilation),
            groups, true, null);

    public static ConvTranspose2d Transposed(int channels, int kernel, int stride = 1, int groups = 1)
    {
        var axis = new TransposedAxis(new WindowAxis(kernel, stride, Padding: 0), OutputPadding: 0);
        return new ConvTranspose2d(channels, axis, axis, groups, Bias: true, In: null);
    }

    private static ShapedNetwork OfResidual()
    {
        var loss = new CrossEntropy(0, Reduction.Mean, TargetIsInput: false);
        Shape image = Shape.Image(8, 6, 6);
        ShapedNetwork path = Of(image, loss, Convolution(8, 3, padding: 1), ReLU, Convolution(8, 3, padding: 1));
        ShapedNetwork head = Of(image, loss, MaxPool(2), new Flatten(0, -1), Linear(10));
        var residual = new ShapedComposition(CompositionKind.Residual, 0, [path.Nodes, []], image, image);
        return new ShapedNetwork(head.Class, image, head.Output, [residual, .. head.Nodes], head.Loss);
    }

    /// <param name="kernel">Rows and columns of a window.</param>
    /// <param name="stride">From one window to the next; by default the kernel.</param>
    public static MaxPool2d MaxPool(int kernel, int? stride = null) =>
        new(new WindowAxis(kernel, stride ?? kernel, 0), new WindowAxis(kernel, stride ?? kernel, 0));

    public static Linear Linear(int features) => new(features, true, null);
}
