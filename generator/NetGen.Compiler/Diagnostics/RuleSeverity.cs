namespace NetGen.Compiler.Diagnostics;

/// <summary>How a rule is shown unless a project configures it otherwise.</summary>
internal enum RuleSeverity
{
    /// <summary>The network cannot be compiled.</summary>
    Error,

    /// <summary>The network works and is probably not what is meant.</summary>
    Warning,

    /// <summary>The network works and could be better: shown in the editor only.</summary>
    Suggestion,
}
