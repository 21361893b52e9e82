namespace NetGen.Compiler.Diagnostics;

/// <summary>The edit at the site of a fix.</summary>
internal enum FixKind
{
    /// <summary>An attribute is inserted before the one at the site.</summary>
    InsertBefore,

    /// <summary>An attribute is inserted after the one at the site.</summary>
    InsertAfter,

    /// <summary>What stands at the site is replaced.</summary>
    Replace,

    /// <summary>The arguments without a name of the attribute at the site are replaced; those with one stay.</summary>
    ReplaceSizes,

    /// <summary>The name of the attribute at the site is replaced; its arguments stay.</summary>
    ReplaceName,

    /// <summary>The attribute at the site gets a named argument, "CeilMode = true", in the place of one of that name.</summary>
    SetArgument,

    /// <summary>The attribute, or the argument, at the site is left out.</summary>
    Remove,

    /// <summary>The attribute at the site becomes the first after [Network].</summary>
    MoveFirst,

    /// <summary>The attribute at the site becomes the last.</summary>
    MoveLast,

    /// <summary>The attribute at the site changes places with the one before it, whose name the text is.</summary>
    SwapWithPrevious,

    /// <summary>The type whose name is at the site gets a list of attributes, the first that it has.</summary>
    AddAttributes,

    /// <summary>The composition at the site gets one more operand: a block with the layers of the text.</summary>
    AddProjection,
}
