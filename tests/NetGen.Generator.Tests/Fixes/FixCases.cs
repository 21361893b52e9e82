namespace NetGen.Generator.Tests.Fixes;

/// <summary>Each fix on one wrong network.</summary>
internal static partial class FixCases
{
    public static IReadOnlyList<FixCase> All { get; } =
    [
        .. OfClasses, .. OfBlocks, .. OfShapes, .. OfCompositions, .. OfNamesAndLosses, .. OfDataSets, .. OfAdvice,
    ];
}
