namespace NetGen.Execution.Tests.Golden;

/// <summary>PyTorch's modules in the words of the language: one row a module, whichever of its arguments are written.</summary>
internal static class ModuleAttributes
{
    private static readonly Dictionary<string, Func<ModuleArguments, AttributeText>> Rows = new(StringComparer.Ordinal)
    {
        ["Linear"] = a => new AttributeText("Linear").With(a.Int("out_features"))
            .Set("In", a.IntOrDefault("in_features")).Set("Bias", a.Flag("bias")),
        ["Embedding"] = a => new AttributeText("Embedding").With(a.Int("num_embeddings")).With(a.Int("embedding_dim"))
            .Set("PaddingIndex", a.IntOrDefault("padding_idx")),
        ["Conv1d"] = a => new AttributeText("Conv1d").With(a.Int("out_channels")).With(a.Int("kernel_size"))
            .Set("In", a.IntOrDefault("in_channels")).Set("Stride", a.IntOrDefault("stride")).Set("Padding", a.IntOrDefault("padding"))
            .Set("Dilation", a.IntOrDefault("dilation")).Set("Groups", a.IntOrDefault("groups")).Set("Bias", a.Flag("bias")),
        ["Conv2d"] = Conv2d,
        ["ConvTranspose2d"] = ConvTranspose2d,
        ["MaxPool2d"] = MaxPool2d,
        ["AvgPool2d"] = a => Pool("AvgPool2d", a)
            .Set("CountIncludePad", a.Flag("count_include_pad")).Set("DivisorOverride", a.IntOrDefault("divisor_override")),
        ["AdaptiveAvgPool2d"] = a => AdaptivePool(a, "AdaptiveAvgPool2d"),
        ["AdaptiveMaxPool2d"] = AdaptiveMaxPool2d,
        ["LPPool2d"] = a => new AttributeText("LPPool2d").With(a.Number("norm_type")).With(a.Pair("kernel_size")!)
            .SetPair("Stride", a.Pair("stride")).Set("CeilMode", a.Flag("ceil_mode")),
        ["LocalResponseNorm"] = a => new AttributeText("LocalResponseNorm").With(a.Int("size"))
            .Set("Alpha", a.Number("alpha")).Set("Beta", a.Number("beta")).Set("K", a.Number("k")),
        ["Upsample"] = Upsample,
        ["BatchNorm1d"] = BatchNorm,
        ["BatchNorm2d"] = BatchNorm,
        ["LayerNorm"] = LayerNorm,
        ["GroupNorm"] = a => new AttributeText("GroupNorm").With(a.Int("num_groups"))
            .Set("In", a.IntOrDefault("num_channels")).Set("Eps", a.Number("eps")).Set("Affine", a.Flag("affine")),
        ["InstanceNorm2d"] = a => new AttributeText("InstanceNorm").Set("In", a.IntOrDefault("num_features")).Set("Eps", a.Number("eps"))
            .Set("Momentum", a.Number("momentum")).Set("Affine", a.Flag("affine")).Set("TrackRunningStats", a.Flag("track_running_stats")),
        ["Dropout"] = a => new AttributeText("Dropout").With(a.Number("p") ?? 0.5),
        ["Flatten"] = Flatten,
        ["PixelShuffle"] = a => new AttributeText("PixelShuffle").With(a.Int("upscale_factor")),
        ["PixelUnshuffle"] = a => new AttributeText("PixelUnshuffle").With(a.Int("downscale_factor")),
        ["ChannelShuffle"] = a => new AttributeText("ChannelShuffle").With(a.Int("groups")),
        ["ZeroPad2d"] = Pad,
        ["ConstantPad1d"] = a => Pad(a).Set("Value", a.Number("value")),
        ["ConstantPad2d"] = a => Pad(a).Set("Value", a.Number("value")),
        ["ReflectionPad1d"] = Pad,
        ["ReflectionPad2d"] = Pad,
        ["ReplicationPad1d"] = Pad,
        ["ReplicationPad2d"] = Pad,
        ["CircularPad1d"] = Pad,
        ["CircularPad2d"] = Pad,
        ["Softmax"] = a => new AttributeText("Softmax").Set("Axis", SampleAxis(a.IntOrDefault("dim"))),
        ["LogSoftmax"] = a => new AttributeText("LogSoftmax").Set("Axis", SampleAxis(a.IntOrDefault("dim"))),
        ["ReLU"] = Plain,
        ["SELU"] = Plain,
        ["SiLU"] = Plain,
        ["Mish"] = Plain,
        ["Sigmoid"] = Plain,
        ["Tanh"] = Plain,
        ["Hardswish"] = Plain,
        ["Hardsigmoid"] = Plain,
        ["ReLU6"] = Plain,
        ["Tanhshrink"] = Plain,
        ["LogSigmoid"] = Plain,
        ["Softsign"] = Plain,
        ["CELU"] = a => Plain(a).With(a.Number("alpha")),
        ["Hardtanh"] = a => Plain(a).With(a.Number("min_val") ?? -1).With(a.Number("max_val") ?? 1),
        ["Threshold"] = a => Plain(a).With(a.Number("threshold")).With(a.Number("value")),
        ["Softshrink"] = a => Plain(a).With(a.Number("lambd")),
        ["Hardshrink"] = a => Plain(a).With(a.Number("lambd")),
        ["RReLU"] = a => Plain(a).With(a.Number("lower") ?? 1.0 / 8).With(a.Number("upper") ?? 1.0 / 3),
        ["Softmin"] = a => Plain(a).Set("Axis", SampleAxis(a.IntOrDefault("dim"))),
        ["GLU"] = a => Plain(a).Set("Axis", SampleAxis(a.IntOrDefault("dim"))),
        ["LeakyReLU"] = a => Plain(a).With(a.Number("negative_slope")),
        ["ELU"] = a => Plain(a).With(a.Number("alpha")),
        ["GELU"] = a => Plain(a).Set("Approximate", a.Text("approximate")),
        ["Softplus"] = a => Plain(a).Set("Beta", a.Number("beta")).Set("Threshold", a.Number("threshold")),
        ["PReLU"] = a => Plain(a).Set("NumParameters", a.IntOrDefault("num_parameters")).Set("Init", a.Number("init")),
        ["CrossEntropy"] = a => ClassLoss(a).Set("LabelSmoothing", a.Number("label_smoothing")),
        ["NLL"] = ClassLoss,
        ["MSE"] = Loss,
        ["L1"] = Loss,
        ["SmoothL1"] = a => Loss(a).Set("Beta", a.Number("beta")),
        ["Huber"] = a => Loss(a).Set("Delta", a.Number("delta")),
        ["BCE"] = a => Loss(a).Set("Weight", a.Numbers("weight")),
        ["BCEWithLogits"] = a => Loss(a).Set("Weight", a.Numbers("weight")).Set("PosWeight", a.Numbers("pos_weight")),
        ["KLDiv"] = a => Loss(a).Set("LogTarget", a.Flag("log_target")),
        ["PoissonNLL"] = a =>
            Loss(a).Set("LogInput", a.Flag("log_input")).Set("Full", a.Flag("full")).Set("Eps", a.Number("eps")),
        ["SoftMargin"] = Loss,
        ["MultiMargin"] = a =>
            Loss(a).Set("P", a.IntOrDefault("p")).Set("Margin", a.Number("margin")).Set("Weight", a.Numbers("weight")),
        ["MultiLabelMargin"] = Loss,
        ["MultiLabelSoftMargin"] = a => Loss(a).Set("Weight", a.Numbers("weight")),
        ["HingeEmbedding"] = a => Loss(a).Set("Margin", a.Number("margin")),
    };

    /// <summary>
    /// The attribute for a layer or a loss ("CrossEntropyLoss" is "CrossEntropy"), or an exception that names what is missing.
    /// </summary>
    public static AttributeText Of(GoldenLayer module)
    {
        string name = module.Operation.EndsWith("Loss", StringComparison.Ordinal) ? module.Operation[..^4] : module.Operation;
        if (!Rows.TryGetValue(name, out Func<ModuleArguments, AttributeText>? row))
            throw new UnsupportedModuleException(module.Operation);
        var arguments = new ModuleArguments(module with { Operation = name });
        AttributeText attribute = row(arguments);
        arguments.RequireAllAsked();
        return module.Name.Length == 0 ? attribute : attribute.Set("Name", module.Name);
    }

    private static AttributeText Plain(ModuleArguments a)
    {
        a.Flag("inplace");
        return new AttributeText(a.Operation);
    }

    /// <summary>One number for all sides, or left, right, top, bottom.</summary>
    private static AttributeText Pad(ModuleArguments a) => new AttributeText(a.Operation).With(a.Sizes("padding"));

    private static AttributeText Conv2d(ModuleArguments a)
    {
        AttributeText attribute = new AttributeText("Conv2d")
            .With(a.Int("out_channels")).With(a.Pair("kernel_size")!)
            .Set("In", a.IntOrDefault("in_channels")).SetPair("Stride", a.Pair("stride"));
        attribute = a.IsText("padding")
            ? a.Text("padding") == "same" ? attribute.Set("Padding", new Verbatim("Pad.Same")) : attribute
            : attribute.SetPair("Padding", a.Pair("padding"));
        if (a.Text("padding_mode") is { } mode and not "zeros")
            attribute = attribute.Set("PaddingMode", mode);
        return attribute.SetPair("Dilation", a.Pair("dilation")).Set("Groups", a.IntOrDefault("groups")).Set("Bias", a.Flag("bias"));
    }

    private static AttributeText ConvTranspose2d(ModuleArguments a)
    {
        a.OnlyDefault("padding_mode", "zeros");
        return new AttributeText("ConvTranspose2d")
            .With(a.Int("out_channels")).With(a.Pair("kernel_size")!)
            .Set("In", a.IntOrDefault("in_channels")).SetPair("Stride", a.Pair("stride")).SetPair("Padding", a.Pair("padding"))
            .SetPair("OutputPadding", a.Pair("output_padding")).SetPair("Dilation", a.Pair("dilation"))
            .Set("Groups", a.IntOrDefault("groups")).Set("Bias", a.Flag("bias"));
    }

    private static AttributeText MaxPool2d(ModuleArguments a)
    {
        a.OnlyDefault("return_indices", "false");
        return Pool("MaxPool2d", a).SetPair("Dilation", a.Pair("dilation"));
    }

    private static AttributeText Pool(string kind, ModuleArguments a) => new AttributeText(kind)
        .With(a.Pair("kernel_size")!)
        .SetPair("Stride", a.Pair("stride")).SetPair("Padding", a.Pair("padding")).Set("CeilMode", a.Flag("ceil_mode"));

    private static AttributeText AdaptiveMaxPool2d(ModuleArguments a)
    {
        a.OnlyDefault("return_indices", "false");
        return AdaptivePool(a, "AdaptiveMaxPool2d");
    }

    /// <summary>A side that is None keeps the size that comes in.</summary>
    private static AttributeText AdaptivePool(ModuleArguments a, string kind)
    {
        var attribute = new AttributeText(kind);
        return a.SizesOrNone("output_size") switch
        {
            [int height, null] => attribute.Set("OutputHeight", height),
            [null, int width] => attribute.Set("OutputWidth", width),
            _ => attribute.With(a.Pair("output_size")!),
        };
    }

    private static AttributeText Upsample(ModuleArguments a)
    {
        a.OnlyDefault("recompute_scale_factor", "false");
        AttributeText attribute = new AttributeText("Upsample").SetPair("Size", a.Pair("size"));
        attribute = a.Numbers("scale_factor") switch
        {
            null => attribute,
            [double both] => attribute.Set("ScaleFactor", both),
            [double height, double width] => attribute.Set("ScaleFactorHeight", height).Set("ScaleFactorWidth", width),
            _ => throw new UnsupportedModuleException("Upsample of other axes than two"),
        };
        return attribute.Set("Mode", a.Text("mode")).Set("AlignCorners", a.Flag("align_corners"));
    }

    private static AttributeText BatchNorm(ModuleArguments a)
    {
        bool? isCumulative = a.IsNone("momentum") ? true : null;
        return new AttributeText("BatchNorm").Set("In", a.IntOrDefault("num_features")).Set("Eps", a.Number("eps"))
            .Set("Momentum", a.Number("momentum"))
            .Set("CumulativeAverage", isCumulative).Set("Affine", a.Flag("affine")).Set("TrackRunningStats", a.Flag("track_running_stats"));
    }

    /// <summary>
    /// The language knows what is normalised from the input's kind; <see cref="GoldenSource"/> checks that it is the same.
    /// </summary>
    private static AttributeText LayerNorm(ModuleArguments a)
    {
        a.Sizes("normalized_shape");
        return new AttributeText("LayerNorm")
            .Set("Eps", a.Number("eps")).Set("ElementwiseAffine", a.Flag("elementwise_affine")).Set("Bias", a.Flag("bias"));
    }

    private static AttributeText Flatten(ModuleArguments a)
    {
        int? start = a.IntOrDefault("start_dim");
        a.OnlyDefault("end_dim", "-1");
        return new AttributeText("Flatten").Set("Start", start is null or 1 ? null : SampleAxis(start));
    }

    private static AttributeText ClassLoss(ModuleArguments a)
    {
        int? ignored = a.IntOrDefault("ignore_index");
        return Loss(a).Set("Weight", a.Numbers("weight")).Set("IgnoreIndex", ignored == -100 ? null : ignored);
    }

    private static AttributeText Loss(ModuleArguments a)
    {
        string? reduction = a.Text("reduction");
        return new AttributeText(a.Operation).Set("Reduction", reduction switch
        {
            null or "mean" => null,
            "sum" => new Verbatim("Reduction.Sum"),
            "batchmean" => new Verbatim("Reduction.BatchMean"),
            _ => throw new UnsupportedModuleException($"{a.Operation} with reduction = {reduction}"),
        });
    }

    /// <summary>PyTorch counts the batch as axis 0, the language begins after it; negative axes count from the end in both.</summary>
    private static object? SampleAxis(int? dim) => dim switch
    {
        null => null,
        0 => throw new UnsupportedModuleException("a function over the batch axis (dim = 0)"),
        > 0 => dim - 1,
        _ => dim,
    };
}
