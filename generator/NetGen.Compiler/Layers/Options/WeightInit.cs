namespace NetGen.Compiler.Layers;

/// <summary>
/// What the weight of a product or a convolution starts as, as torch.nn.init has it (https://pytorch.org/docs/stable/nn.init.html):
/// a standard deviation, or where that is null a kind.
/// </summary>
internal readonly record struct WeightInit(WeightInitKind Kind, double? Std)
{
    public static WeightInit Read(AttributeValues values, bool isConvolution)
    {
        int kind = values.Integer("Init", 0);
        double? std = values.Has("Std") ? values.Number("Std", 1) : null;
        if (kind is < (int)WeightInitKind.Default or > (int)WeightInitKind.Dirac)
            values.Wrong("Init", kind, "it is one of the values of Init");
        else if (kind == (int)WeightInitKind.Dirac && !isConvolution)
            values.Wrong("Init", WeightInitKind.Dirac, "only the window of a convolution has a middle");
        if (std <= 0)
            values.Wrong("Std", std.Value, "a standard deviation is above 0, and Init.Zeros is 0");
        else if (std is { } stated && values.Has("Init"))
            values.Wrong("Std", stated, "Init says already what the weight starts as");
        foreach (string option in (string[])["Init", "Std"])
            if (values.Has("Tied") && values.Has(option))
            {
                object value = option == "Std" ? std ?? 0 : (WeightInitKind)kind;
                values.Wrong(option, value, "what a tied weight starts as says the layer that has it");
                break;
            }

        return new WeightInit((WeightInitKind)kind, std);
    }

    /// <summary>The weight of this shape, [out, in, …], or of a transposed convolution [in, out, …].</summary>
    public ParameterDeclaration Weight(int groups, params long[] shape) =>
        ParameterDeclaration.Of("weight", Of(groups, shape[0], shape[1], shape.Skip(2).Aggregate(1L, (a, b) => a * b)), shape);

    private Initialization Of(int groups, long first, long second, long window)
    {
        double fanIn = (double)second * window;
        double fans = fanIn + ((double)first * window);
        return Kind switch
        {
            _ when Std is { } std => Initialization.Normal(0, std),
            WeightInitKind.KaimingNormal => Initialization.Normal(0, Math.Sqrt(2 / fanIn)),
            WeightInitKind.KaimingUniform => Initialization.Uniform(Math.Sqrt(6 / fanIn)),
            WeightInitKind.XavierNormal => Initialization.Normal(0, Math.Sqrt(2 / fans)),
            WeightInitKind.XavierUniform => Initialization.Uniform(Math.Sqrt(6 / fans)),
            WeightInitKind.Orthogonal => new Initialization(InitializationKind.Orthogonal),
            WeightInitKind.Zeros => Initialization.Zeros,
            WeightInitKind.Dirac => new Initialization(InitializationKind.Dirac, groups),
            _ => Initialization.OfFanIn(second * window),
        };
    }
}
