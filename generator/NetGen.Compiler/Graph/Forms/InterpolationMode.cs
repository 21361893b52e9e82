namespace NetGen.Compiler.Graph;

/// <summary>What a row of a resized image is made of.</summary>
internal enum InterpolationMode
{
    /// <summary>The nearest row.</summary>
    Nearest,

    /// <summary>The two rows around it.</summary>
    Linear,

    /// <summary>The four rows around it, by Keys' cubic convolution.</summary>
    Cubic,
}
