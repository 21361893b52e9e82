namespace NetGen.Runtime;

/// <summary>The forms that the label of a sample can have.</summary>
[Flags]
public enum LabelForm
{
    /// <summary>No label.</summary>
    None = 0,

    /// <summary>Class indices.</summary>
    Index = 1,

    /// <summary>Numbers of the output's shape.</summary>
    Values = 2,
}
