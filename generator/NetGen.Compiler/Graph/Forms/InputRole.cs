namespace NetGen.Compiler.Graph;

internal enum InputRole
{
    /// <summary>The samples of the batch.</summary>
    Samples,

    /// <summary>The network's output, as the loss receives it: in the internal layout.</summary>
    Prediction,

    /// <summary>The gradient of the loss with respect to the network's output, in the internal layout, with zeros in its padding.</summary>
    OutputGradient,

    /// <summary>The gradient of a named output, of the same layout.</summary>
    NamedOutputGradient,

    /// <summary>What layers add to the sum of the losses, as the loss receives it: one number a sample.</summary>
    AddedLoss,

    /// <summary>The gradient of the loss with respect to what layers add to it.</summary>
    AddedLossGradient,

    /// <summary>Target values of the loss, in the internal layout.</summary>
    Target,

    /// <summary>In a stream: what the step before has left.</summary>
    State,
}
