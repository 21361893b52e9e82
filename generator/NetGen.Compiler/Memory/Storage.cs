namespace NetGen.Compiler.Memory;

/// <summary>Where a tensor lies at run time. Activations count in floats a sample, the others in floats.</summary>
/// <param name="Kind">The block of memory.</param>
/// <param name="Offset">Where it begins, or the tensor that it is a part of.</param>
/// <param name="Within">Where it begins in each sample of the tensor that it is a part of, in floats.</param>
internal sealed record Storage(StorageKind Kind, long Offset, int Within = 0)
{
    /// <summary>Whether it is memory that is neither the program's own nor the network's, but is handed to a run.</summary>
    public bool IsElsewhere => Kind is StorageKind.Samples or StorageKind.Prediction or StorageKind.PredictionGradient;
}
