namespace NetGen;

/// <summary>A tensor of a network whose name a file has, and which does not fit.</summary>
/// <param name="Name">The network's name of the tensor.</param>
/// <param name="Reason">What differs, with the shapes or types of both.</param>
public sealed record WeightMismatch(string Name, string Reason)
{
    /// <summary>What differs.</summary>
    public override string ToString() => Reason;
}
