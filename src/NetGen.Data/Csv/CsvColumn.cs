namespace NetGen.Data;

/// <summary>A column as the user states it.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Role">What it is to a network.</param>
internal sealed record CsvColumn(string Name, CsvRole Role)
{
    public Scaling Scaling { get; init; } = Scaling.None;

    public bool Log { get; init; }

    public Missing Missing { get; init; }

    public Unseen Unseen { get; init; }

    /// <summary>The categories or classes that are stated, in their order; empty where the file says which there are.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whether its fields are numbers; else they are texts.</summary>
    public bool IsNumber => Role is CsvRole.Number or CsvRole.Target;
}
