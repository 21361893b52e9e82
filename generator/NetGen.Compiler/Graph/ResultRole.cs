namespace NetGen.Compiler.Graph;

internal enum ResultRole
{
    /// <summary>The network's output: in the external layout, and in training in the internal one.</summary>
    Output,

    /// <summary>A named output, in the layout of the output.</summary>
    NamedOutput,

    /// <summary>The gradient of the network's input, in the external layout.</summary>
    InputGradient,

    /// <summary>The gradient of the prediction that the loss received, in the internal layout, with zeros in its padding.</summary>
    OutputGradient,

    /// <summary>The loss of the batch: one number.</summary>
    Loss,

    /// <summary>What layers add to the sum of the losses: one number a sample, in the external layout.</summary>
    AddedLoss,

    /// <summary>The gradient of what layers add, that the loss gives: what one of them is worth in the loss.</summary>
    AddedLossGradient,

    /// <summary>The gradient of a parameter.</summary>
    ParameterGradient,

    /// <summary>The new value of a running statistic.</summary>
    Statistic,

    /// <summary>In a stream: what it leaves for the next step.</summary>
    State,
}
