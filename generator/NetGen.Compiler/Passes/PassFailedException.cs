namespace NetGen.Compiler.Passes;

/// <summary>A pass ended with an exception, which is a bug of the compiler and never of the network.</summary>
internal sealed class PassFailedException(string pass, Exception cause) : Exception($"{pass}: {cause.Message}", cause)
{
    /// <summary>The pass that failed.</summary>
    public string Pass { get; } = pass;
}
