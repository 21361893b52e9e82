namespace NetGen.Compiler.Graph;

internal enum InputRole
{
    /// <summary>The samples of the batch.</summary>
    Samples,

    /// <summary>The network's output, as the loss receives it.</summary>
    Prediction,

    /// <summary>The gradient of the loss by the network's output.</summary>
    OutputGradient,

    /// <summary>The gradient by a named output.</summary>
    NamedOutputGradient,

    /// <summary>Target values of the loss.</summary>
    Target,

    /// <summary>Of a scan's body: this step of a sequence.</summary>
    Step,

    /// <summary>Of a scan's body: what the step before has left, or the scan was given.</summary>
    State,

    /// <summary>Of a scan's body: what is the same in all steps.</summary>
    Invariant,
}
