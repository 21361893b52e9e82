using NetGen.Compiler.Graph;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Chains of layers that fit their input.</summary>
internal sealed class LayerGenerator(Choices random)
{
    /// <summary>Multiply-adds of one layer for one sample, so that the interpreter ends in time.</summary>
    public const int MostWork = 40_000;

    private readonly List<string> blocks = [];
    private readonly List<int> named = [];
    private int skips;

    /// <summary>The nested blocks that the chains so far use, as source.</summary>
    public IReadOnlyList<string> Blocks => blocks;

    /// <summary>The values of a sample at each of the named outputs so far.</summary>
    public IReadOnlyList<int> NamedOutputs => named;

    /// <summary>Batch normalisation of one or two values says nothing: a batch must bring at least four a channel.</summary>
    public int FewestSamples { get; private set; } = 1;

    public Chain Chain(SampleShape input, int length, int depth) => Chain(new Chain([], input), length, depth);

    public Chain Chain(Chain chain, int length, int depth)
    {
        for (int i = 0; i < length; i++)
        {
            chain = Layer(chain, depth);
            if (depth == 0 && random.OneIn(12))
                chain = Named(chain);
        }

        return chain;
    }

    /// <summary>What the chain gives so far becomes a result of its own.</summary>
    private Chain Named(Chain chain)
    {
        SampleShape shape = chain.Output;
        string axes = shape.Kind == SampleKind.Signal ? ", Axes = Axes.ChannelsLength" : "";
        named.Add(shape.Count);
        return chain.Then($"Output({shape}{axes}, Name = \"named{named.Count}\")", shape);
    }

    /// <summary>Layers that turn the input into exactly this shape, of the same kind.</summary>
    public Chain Towards(SampleShape input, SampleShape output)
    {
        var chain = new Chain([], input);
        switch (input.Kind)
        {
            case SampleKind.Vector or SampleKind.Sequence:
                return chain.Then($"Linear({output.Width}{random.Of("", ", Bias = false")})", output);
            case SampleKind.Signal:
                return chain
                    .Then("Transpose", SampleShape.Sequence(input.Sizes[1], input.Sizes[0]))
                    .Then($"Linear({output.Width})", SampleShape.Sequence(input.Sizes[1], output.Width))
                    .Then("Transpose", output);
            default:
                SampleShape resized = output.WithWidth(input.Width);
                if (!resized.Same(input))
                    chain = chain.Then($"AdaptiveAvgPool2d({output.Sizes[1]}, {output.Sizes[2]})", resized);
                bool small = input.Width * output.Count * 9 <= MostWork;
                return chain.Then(
                    small && random.OneIn(2) ? $"Conv2d({output.Width}, 3, Padding = 1)" : $"Conv2d({output.Width}, 1)", output);
        }
    }

    private Chain Layer(Chain chain, int depth)
    {
        SampleShape shape = chain.Output;
        int choice = random.Below(depth < 2 ? 29 : 24);
        return choice switch
        {
            0 when depth == 0 => Tied(chain),
            < 6 when shape.Kind == SampleKind.Sequence && random.OneIn(2) => random.OneIn(2)
                ? new AttentionGenerator(random).Attention(chain)
                : new RecurrentGenerator(random, MostWork).Layer(chain),
            < 6 => Weighted(chain),
            < 10 when shape.Kind == SampleKind.Image && random.OneIn(4) => new UpsampleGenerator(random).Upsample(chain),
            < 10 when shape.Kind == SampleKind.Image => new PoolGenerator(random).Pool(chain),
            < 10 when shape.Kind == SampleKind.Signal => new SignalGenerator(random, MostWork).Layer(chain),
            < 13 => chain.Then(random.Of(Activations), shape),
            < 16 => Normalised(chain),
            16 when random.OneIn(2) => random.OneIn(2)
                ? chain.Then($"GaussianNoise({random.Of("0.1", "0.5")})", shape)
                : Drawn(chain),
            < 18 => chain.Then($"{Dropout(shape.Kind)}({random.Of("0.1", "0.25", "0.5", "0.8")})", shape),
            18 => Softmax(chain),
            < 23 => new AxisGenerator(random).Axis(chain),
            23 => Reshaped(chain),
            _ => Composed(chain, depth),
        };
    }

    /// <summary>Two layers with one weight between them.</summary>
    private Chain Tied(Chain chain)
    {
        SampleShape shape = chain.Output;
        string name = $"tied{chain.Attributes.Count}";
        string between = random.Of(Activations);
        int work = shape.Kind == SampleKind.Image ? 9 * shape.Width * shape.Count : shape.Width * shape.Count;
        if (shape.Kind == SampleKind.Signal || work > MostWork)
            return Weighted(chain);
        if (shape.Kind != SampleKind.Image)
            return chain.Then($"Linear({shape.Width}, Name = \"{name}\")", shape).Then(between, shape)
                .Then($"Linear({shape.Width}, Tied = \"{name}\"{random.Of("", ", Bias = false")})", shape);
        string other = random.Of("Conv2d", "ConvTranspose2d");
        (string first, string second) = random.Of(
            ("3, Padding = 1", "3, Padding = 1"), ("3, Padding = 1", "3, Padding = 2, Dilation = 2"), ("1", "1"));
        return chain.Then($"Conv2d({shape.Width}, {first}, Name = \"{name}\")", shape).Then(between, shape)
            .Then($"{other}({shape.Width}, {second}, Tied = \"{name}\"{random.Of("", ", Bias = false")})", shape);
    }

    private static readonly string[] Activations =
    [
        "ReLU", "ReLU", "LeakyReLU", "LeakyReLU(0.2)", "ELU", "ELU(0.7)", "GELU", "GELU(\"tanh\")",
        "CELU", "CELU(0.6)", "Hardtanh", "Hardtanh(-0.4, 0.8)", "Threshold(0.1, -0.5)", "Softshrink", "Softshrink(0.1)", "Hardshrink(0.2)",
        "Hardshrink", "Softplus", "Softplus(1.5, 3)", "PReLU", "PReLU(1, 0.1)", "RReLU", "RReLU(-0.1, 0.3)",
        .. ScalarFunctions.Activations.Select(function => function.Layer),
    ];

    private Chain Weighted(Chain chain)
    {
        SampleShape shape = chain.Output;
        switch (shape.Kind)
        {
            case SampleKind.Image when TransposedConvolutionGenerator.Takes(shape) && random.OneIn(4):
                return new TransposedConvolutionGenerator(random, MostWork).Convolution(chain);
            case SampleKind.Image:
                return new ConvolutionGenerator(random, MostWork).Convolution(chain);
            case SampleKind.Signal:
                return random.OneIn(4)
                    ? chain.Then("Transpose", SampleShape.Sequence(shape.Sizes[1], shape.Sizes[0]))
                    : new SignalGenerator(random, MostWork).Layer(chain);
            default:
                int outputs = random.Width(MostWork / shape.Count);
                string init = random.OneIn(6) ? random.Of(", Init = Init.Orthogonal", ", Init = Init.XavierUniform", ", Std = 0.2") : "";
                return chain.Then($"Linear({outputs}{random.Of("", "", ", Bias = false")}{init})", shape.WithWidth(outputs));
        }
    }

    private Chain Normalised(Chain chain)
    {
        SampleShape shape = chain.Output;
        string[] fitting = [.. Norms(shape)];
        if (fitting.Length > 0 && random.OneIn(2))
            return chain.Then(random.Of(fitting), shape);
        bool layer = shape.Kind == SampleKind.Sequence || random.OneIn(2);
        if (layer)
        {
            int row = shape.Kind == SampleKind.Sequence ? shape.Width : shape.Count;
            return row < 4 ? chain : chain.Then(
                random.Of("LayerNorm", "LayerNorm(Eps = 0.001)", "LayerNorm(ElementwiseAffine = false)", "LayerNorm(Bias = false)"), shape);
        }

        FewestSamples = Math.Max(FewestSamples, (4 + shape.Positions - 1) / shape.Positions);
        return chain.Then(
            random.Of(
                "BatchNorm", "BatchNorm", "BatchNorm(Eps = 0.001, Momentum = 0.3)", "BatchNorm(Affine = false)",
                "BatchNorm(TrackRunningStats = false)", "BatchNorm(CumulativeAverage = true)"), shape);
    }

    /// <summary>Norms of a sample by itself that have at least four values to normalise.</summary>
    private IEnumerable<string> Norms(SampleShape shape)
    {
        int groups = random.Of(1, 2, 3);
        if (shape.Width % groups == 0 && shape.Count / groups >= 4)
            yield return $"GroupNorm({groups}{random.Of("", ", Eps = 0.001", ", Affine = false")})";
        if (shape.Kind is SampleKind.Image or SampleKind.Signal && shape.Positions >= 4)
        {
            yield return random.Of(
                "InstanceNorm", "InstanceNorm(Affine = true)", "InstanceNorm(TrackRunningStats = true)", "InstanceNorm(Eps = 0.001)");
        }

        if (shape.Kind is SampleKind.Image or SampleKind.Signal && shape.Width >= 4)
            yield return random.Of("LayerNorm(Channels = true)", "LayerNorm(Channels = true, Bias = false)");
        if ((shape.Kind == SampleKind.Sequence ? shape.Width : shape.Count) >= 4)
            yield return random.Of("RMSNorm", "RMSNorm(Eps = 0.001)", "RMSNorm(ElementwiseAffine = false)");
        yield return random.Of("Scale", "Scale(Initial = 0.3)");
    }

    /// <summary>A draw between two heads; the hyperbolic tangent keeps the variance from growing as an exponential does.</summary>
    private Chain Drawn(Chain chain)
    {
        SampleShape shape = chain.Output, heads = shape.WithWidth(random.Width(12));
        Chain spread = Towards(shape, heads).Then("Tanh", heads);
        return chain.Then(
            $"Reparameterize<{Block(Kept(heads, shape))}, {Block(spread)}>{random.Of("", "(Beta = 0.5)", "(Beta = 0)")}", heads);
    }

    private string Dropout(SampleKind kind) => kind switch
    {
        SampleKind.Image when random.OneIn(3) => "Dropout2d",
        SampleKind.Signal when random.OneIn(2) => "Dropout1d",
        _ => random.Of("Dropout", "Dropout", "AlphaDropout", "DropPath"),
    };

    private Chain Softmax(Chain chain)
    {
        string kind = random.Of("Softmax", "LogSoftmax", "Softmin");
        int rank = chain.Output.Sizes.Length;
        return chain.Then(random.OneIn(2) ? kind : $"{kind}(Axis = {random.Below(rank)})", chain.Output);
    }

    private Chain Reshaped(Chain chain)
    {
        SampleShape shape = chain.Output;
        int choice = random.Below(4);
        return (shape.Kind, choice) switch
        {
            (SampleKind.Vector, 0) when shape.Count % 2 == 0 =>
                chain.Then($"Reshape({shape.Count / 2}, -1)", SampleShape.Sequence(shape.Count / 2, 2)),
            (SampleKind.Vector, 1) when shape.Count % 3 == 0 =>
                chain.Then($"Reshape({shape.Count / 3}, 3, 1)", SampleShape.Image(shape.Count / 3, 3, 1)),
            (SampleKind.Vector, 2) => chain.Then(
                $"Reshape({shape.Count}, 1, Axes = Axes.ChannelsLength)", SampleShape.Signal(shape.Count, 1)),
            (SampleKind.Vector, _) => chain,
            (SampleKind.Sequence, < 2) => chain.Then("Transpose", SampleShape.Signal(shape.Sizes[1], shape.Sizes[0])),
            (SampleKind.Signal, < 2) => chain.Then("Transpose", SampleShape.Sequence(shape.Sizes[1], shape.Sizes[0])),
            (SampleKind.Image, 0) => chain.Then("Flatten(Start = 1)", SampleShape.Signal(shape.Sizes[0], shape.Sizes[1] * shape.Sizes[2])),
            _ => chain.Then("Flatten", SampleShape.Vector(shape.Count)),
        };
    }

    private Chain Composed(Chain chain, int depth)
    {
        SampleShape shape = chain.Output;
        Chain branch = Branch(shape, depth);
        bool sameKind = branch.Output.Kind == shape.Kind && (shape.Kind != SampleKind.Sequence || branch.Output.Sizes[0] == shape.Sizes[0])
            && (shape.Kind != SampleKind.Signal || branch.Output.Sizes[1] == shape.Sizes[1]);
        switch (random.Below(8))
        {
            case 6:
                return Skipped(chain, depth);
            case 7 when shape.Kind is SampleKind.Sequence && depth == 0:
                return AttendedTo(chain);
            case 0:
                string repeat = random.Of("", "(Repeat = 2)");
                return chain.Then($"Residual<{Block(Kept(shape))}>{repeat}", shape);
            case 1 when sameKind && !branch.Output.Same(shape):
                return chain.Then($"Residual<{Block(branch)}, {Block(Towards(shape, branch.Output))}>", branch.Output);
            case 2 when sameKind:
                return chain.Then($"Sum<{Block(branch)}, {Block(Towards(shape, branch.Output))}>", branch.Output);
            case 3:
                Chain wide = Kept(shape.WithWidth(random.Width(12)), shape);
                int times = random.OneIn(3) ? 2 : 1;
                int width = shape.Width + (times * wide.Output.Width);
                return chain.Then($"Concat<Identity, {Block(wide)}>{(times > 1 ? "(Repeat = 2)" : "")}", shape.WithWidth(width));
            case 4 when shape.Kind == SampleKind.Image:
                Chain gate = new Chain([], shape)
                    .Then("AdaptiveAvgPool2d(1)", SampleShape.Image(shape.Width, 1, 1))
                    .Then($"Conv2d({shape.Width}, 1)", SampleShape.Image(shape.Width, 1, 1))
                    .Then("Sigmoid", SampleShape.Image(shape.Width, 1, 1));
                return chain.Then($"Multiply<Identity, {Block(gate)}>", shape);
            case 5:
                return WithParameter(chain);
            default:
                return chain.Then($"Residual<{Block(Kept(shape))}>(WhenShapeKept = true)", shape);
        }
    }

    /// <summary>A path whose end is joined with what an earlier layer gave.</summary>
    private Chain Skipped(Chain chain, int depth)
    {
        SampleShape shape = chain.Output;
        string name = $"skip{skips++}";
        Chain path = Branch(shape, depth);
        Chain named = chain.Then($"Tanh(Name = \"{name}\")", shape);
        if (path.Output.Kind != shape.Kind || (shape.Kind == SampleKind.Sequence && path.Output.Sizes[0] != shape.Sizes[0])
            || (shape.Kind == SampleKind.Signal && path.Output.Sizes[1] != shape.Sizes[1]))
            path = Kept(shape);
        Chain fitting = Towards(shape, path.Output);
        named = path.Attributes.Aggregate(named, (all, attribute) => all.Then(attribute, path.Output));
        string skip = path.Output.Same(shape) && random.OneIn(2)
            ? Block($"From(\"{name}\")")
            : Block([$"From(\"{name}\")", .. fitting.Attributes]);
        return random.Below(3) switch
        {
            0 => named.Then($"Sum<Identity, {skip}>", path.Output),
            1 => named.Then($"Multiply<{skip}, Identity>", path.Output),
            _ => named.Then($"Concat<{skip}, Identity>", path.Output.WithWidth(2 * path.Output.Width)),
        };
    }

    /// <summary>Attention to what an earlier layer gave, with other steps or the same.</summary>
    private Chain AttendedTo(Chain chain)
    {
        SampleShape shape = chain.Output;
        string name = $"memory{skips++}";
        chain = chain.Then($"Tanh(Name = \"{name}\")", shape);
        string memory = random.OneIn(2)
            ? Block($"From(\"{name}\")")
            : Block($"From(\"{name}\")", "ClassToken(Std = 0.3)");
        return new AttentionGenerator(random).AttentionTo(memory, chain.Then($"Linear({shape.Width})", shape));
    }

    /// <summary>A block of attributes, whose name it gives.</summary>
    public string Block(params string[] attributes)
    {
        string name = $"Block{blocks.Count}";
        blocks.Add($"    [{string.Join(", ", attributes)}]\n    partial class {name} : Block;\n");
        return name;
    }

    /// <summary>A block with a parameter, used with a number.</summary>
    private Chain WithParameter(Chain chain)
    {
        SampleShape shape = chain.Output;
        if (shape.Kind == SampleKind.Signal)
            return chain;
        string name = $"Block{blocks.Count}";
        int width = random.Width(MostWork / shape.Count);
        string layers = shape.Kind == SampleKind.Image ? "[Conv2d(Width, 1), ReLU]" : "[Linear(Width, Bias = In > 4), Tanh]";
        blocks.Add($"    {layers}\n    partial class {name}(int width = 3) : Block;\n");
        return chain.Then($"{name}({width})", shape.WithWidth(width));
    }

    private Chain Branch(SampleShape input, int depth) => Chain(input, random.Between(1, 3), depth + 1);

    /// <summary>A branch that ends with the shape of its input.</summary>
    private Chain Kept(SampleShape shape) => Kept(shape, shape);

    private Chain Kept(SampleShape output, SampleShape input)
    {
        Chain chain = Towards(input, output);
        return random.OneIn(2) ? chain : chain.Then(random.Of(Activations), output);
    }

    private string Block(Chain chain)
    {
        return chain.Attributes.Count == 0 ? "Identity" : Block([.. chain.Attributes]);
    }
}
