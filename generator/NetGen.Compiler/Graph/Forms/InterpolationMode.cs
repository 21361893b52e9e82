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

    /// <summary>A row of the image; beyond its borders the rows mirrored at them, without the border itself.</summary>
    Reflect,

    /// <summary>A row of the image; beyond its borders the first or the last.</summary>
    Replicate,

    /// <summary>A row of the image; beyond its borders it begins anew.</summary>
    Circular,
}
