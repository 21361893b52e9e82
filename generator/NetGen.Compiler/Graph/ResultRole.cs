namespace NetGen.Compiler.Graph;

internal enum ResultRole
{
    /// <summary>The network's output, raw.</summary>
    Output,

    /// <summary>A named output, raw.</summary>
    NamedOutput,

    /// <summary>The gradient by the network's input, raw.</summary>
    InputGradient,

    /// <summary>The gradient by the prediction that the loss received, raw.</summary>
    OutputGradient,

    /// <summary>The loss of the batch: one number.</summary>
    Loss,

    /// <summary>The gradient of a parameter.</summary>
    ParameterGradient,

    /// <summary>The new value of a running statistic.</summary>
    Statistic,
}
