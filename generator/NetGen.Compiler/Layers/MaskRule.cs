namespace NetGen.Compiler.Layers;

/// <summary>What becomes, behind a layer, of the mask that says which steps are padding.</summary>
internal enum MaskRule
{
    /// <summary>Steps stay steps, and padding stays padding.</summary>
    Kept,

    /// <summary>A true step comes in front.</summary>
    StepInFront,

    /// <summary>The layer leaves padding out of what it makes of all steps.</summary>
    Used,

    /// <summary>Padding has become part of other values, and is not known any more.</summary>
    Ended,
}
