namespace NetGen.Compiler.Emission;

/// <summary>What is transformed; the name is the method's.</summary>
internal enum WinogradTileKind
{
    /// <summary>The pixels that a convolution reads.</summary>
    InputTransform,

    /// <summary>The gradients of the pixels that it writes.</summary>
    GradientTransform,
}
