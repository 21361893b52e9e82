namespace NetGen.Compiler.Emission;

/// <summary>The emitted members of a network that have one name only, in contrast to layers' members, which avoid the user's.</summary>
internal static class GeneratedMembers
{
    /// <summary>The constructor of a seed, by its name in metadata.</summary>
    public const string Constructor = ".ctor";

    public const string Description = "NetGenDescription";

    /// <summary>The programs that every network has.</summary>
    public static IReadOnlyList<string> Runs { get; } = ["RunPredict", "RunForward", "RunBackward"];

    /// <summary>All that overrides a member of the base class, with the number of its parameters.</summary>
    public static IReadOnlyDictionary<string, int> Overrides { get; } =
        Runs.Concat(["RunLossIndex", "RunLossValues", "RunStream", "RunActivations"]).ToDictionary(run => run, _ => 1)
            .Concat([new("DescribeGroups", 0)])
            .ToDictionary(member => member.Key, member => member.Value);
}
