namespace NetGen.Compiler.Memory;

internal enum StorageKind
{
    /// <summary>In the arena, once for each sample.</summary>
    Activation,

    /// <summary>In the caller's memory: the samples of a prediction or a training step, which are read where they lie.</summary>
    Samples,

    /// <summary>In the arena behind the activations, once.</summary>
    Scratch,

    /// <summary>In the flat parameter block.</summary>
    Parameter,

    /// <summary>In the flat gradient block.</summary>
    Gradient,

    /// <summary>In the flat block of running statistics.</summary>
    Statistic,

    /// <summary>Of a scan's body: in a tensor of the program around it, a place for each step. What else the body stores has one place for all steps.</summary>
    Sequence,

    /// <summary>Of a scan's body: where a tensor of the program around it lies, in each step the same.</summary>
    Invariant,
}
