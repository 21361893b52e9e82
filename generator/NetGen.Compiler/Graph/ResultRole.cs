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

    /// <summary>Of a scan's body: what the next step finds as a state; behind the last step, what the scan leaves.</summary>
    State,

    /// <summary>Of a scan's body: what is stacked along the steps.</summary>
    Step,
}
