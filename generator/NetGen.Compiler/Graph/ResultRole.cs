namespace NetGen.Compiler.Graph;

internal enum ResultRole
{
    /// <summary>The network's output, in the external layout.</summary>
    Output,

    /// <summary>A named output, in the external layout.</summary>
    NamedOutput,

    /// <summary>The gradient of the network's input, in the external layout.</summary>
    InputGradient,

    /// <summary>The gradient of the prediction that the loss received, in the external layout.</summary>
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
