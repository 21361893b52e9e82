namespace NetGen.Compiler.Memory;

internal enum StorageKind
{
    /// <summary>In the arena, once for each sample.</summary>
    Activation,

    /// <summary>In the caller's memory: the samples of a prediction or a training step, which are read in place.</summary>
    Samples,

    /// <summary>In another program's memory: the outputs that a loss reads.</summary>
    Prediction,

    /// <summary>In another program's memory: the gradient by them, which the loss writes.</summary>
    PredictionGradient,

    /// <summary>In the arena behind the activations, once.</summary>
    Scratch,

    /// <summary>In the flat parameter block.</summary>
    Parameter,

    /// <summary>In the flat gradient block.</summary>
    Gradient,

    /// <summary>In the flat block of running statistics.</summary>
    Statistic,
}
