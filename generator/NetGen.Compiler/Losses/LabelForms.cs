namespace NetGen.Compiler.Losses;

/// <summary>What a loss accepts as a label.</summary>
[Flags]
internal enum LabelForms
{
    None = 0,

    /// <summary>A class index for each sample, step or pixel.</summary>
    Index = 1,

    /// <summary>Numbers of the output's shape.</summary>
    Values = 2,
}
