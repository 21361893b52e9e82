using System.Globalization;
using NetGen.Compiler;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>
/// The random networks of a run. The seed is fixed, so that a failure is the change's and not chance's; the environment
/// variable NETGEN_SEED tries another one and NETGEN_NETWORKS more of them. Failures print the seed.
/// </summary>
internal static class RandomNetworkSeed
{
    private const ulong DefaultSeed = 20261;
    private const ulong DefaultCount = 200;

    private static readonly Lazy<IReadOnlyList<RandomNetwork>> Made = new(() => NetworkGenerator.Many(0, Value, Count));

    private static readonly Lazy<CompiledNetworks> Images = new(() => NetworkCompilation.Compile(
        "RandomNetworks", Networks.Select(network => (network.ClassName, network.Source))));

    public static ulong Value { get; } = Number("NETGEN_SEED", DefaultSeed);

    public static int Count { get; } = (int)Number("NETGEN_NETWORKS", DefaultCount);

    /// <summary>Whether nobody asked for others than the usual ones.</summary>
    public static bool IsDefault => Value == DefaultSeed && (ulong)Count == DefaultCount;

    public static IReadOnlyList<RandomNetwork> Networks => Made.Value;

    public static CompiledNetworks Compiled => Images.Value;

    public static Network Create(RandomNetwork network, int lanes, int seed) =>
        Compiled.Create($"{NetworkGenerator.Namespace}.{network.ClassName}", lanes, seed);

    /// <summary>The network's programs behind all passes but emission.</summary>
    public static CompiledNetwork Planned(RandomNetwork network, Action<PassReport>? observe = null) =>
        NetworkCompilation.Plan($"{NetworkGenerator.Namespace}.{network.ClassName}", network.Source, observe);

    private static ulong Number(string variable, ulong byDefault) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
        ? ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number)
            ? number
            : throw new FormatException($"{variable} must be a whole number, not '{text}'")
        : byDefault;
}
