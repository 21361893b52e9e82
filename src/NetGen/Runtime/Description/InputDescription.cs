namespace NetGen.Runtime;

/// <summary>One of the inputs of a network whose samples are rows of all of them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">The shape of one sample of it.</param>
public sealed record InputDescription(string Name, int[] Shape)
{
    /// <summary>How many tokens there are, where it is tokens: from 0 to one less than this. 0 where it is numbers.</summary>
    public int Vocabulary { get; init; }

    /// <summary>Whether the number of true steps stands behind it, a whole number.</summary>
    public bool HasLengths { get; init; }

    /// <summary>Floats or tokens of one sample of it, without its length.</summary>
    internal int Size => StridedLayout.Elements(Shape);

    /// <summary>Floats that a row has of it, its length among them.</summary>
    internal int RowSize => Size + (HasLengths ? 1 : 0);

    /// <summary>The axis of the steps' number: a signal has them last.</summary>
    internal int Steps => Shape[StepAxis];

    /// <summary>Which of its axes are the steps.</summary>
    public int StepAxis { get; init; }
}
