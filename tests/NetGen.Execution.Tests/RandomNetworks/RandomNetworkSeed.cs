using System.Globalization;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>
/// The random networks of a run. The seed is fixed, so that a failure is the change's and not chance's; the environment
/// variable NETGEN_SEED tries another one and NETGEN_NETWORKS more of them. Failures print the seed.
/// </summary>
internal static class RandomNetworkSeed
{
    private static readonly Lazy<IReadOnlyList<RandomNetwork>> Made = new(() => NetworkGenerator.Many(0, Value, Count));

    public static ulong Value { get; } = Number("NETGEN_SEED", 20261);

    public static int Count { get; } = (int)Number("NETGEN_NETWORKS", 220);

    public static IReadOnlyList<RandomNetwork> Networks => Made.Value;

    private static ulong Number(string variable, ulong byDefault) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
        ? ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number)
            ? number
            : throw new FormatException($"{variable} must be a whole number, not '{text}'")
        : byDefault;
}
