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

    /// <summary>In the body of a scan: the next state. After the last step it is a result of the scan.</summary>
    State,

    /// <summary>In the body of a scan: a value that the scan stacks along the steps.</summary>
    Step,
}
