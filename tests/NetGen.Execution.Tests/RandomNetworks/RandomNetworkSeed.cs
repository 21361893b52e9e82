using System.Globalization;
using NetGen.Compiler;
using NetGen.Compiler.Passes;
using NetGen.Execution.Tests.Compilation;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>
/// The random networks of a run. The seed is fixed, so that a failure is the change's and not chance's; the environment
/// variable NETGEN_SEED tries another one and NETGEN_NETWORKS more of them. Failures print the seed. All are planned and emitted; C# takes
/// longer than all that, so that the first of them alone are compiled and run, unless a number is asked for.
/// </summary>
internal static class RandomNetworkSeed
{
    private const ulong DefaultSeed = 20280;
    private const ulong DefaultCount = 400;
    private const int DefaultRun = 60;

    private static readonly Lazy<IReadOnlyList<RandomNetwork>> Made = new(() => NetworkGenerator.Many(0, Value, Count));

    private static readonly Lazy<CompiledNetworks> Images = new(() => Compile(Networks.Take(RunCount)));

    private static readonly Lazy<CompiledNetworks> Sources = new(() => Compile(Networks));

    public static ulong Value { get; } = Number("NETGEN_SEED", DefaultSeed);

    public static int Count { get; } = (int)Number("NETGEN_NETWORKS", DefaultCount);

    /// <summary>How many are compiled and run.</summary>
    public static int RunCount => IsDefault ? DefaultRun : Count;

    /// <summary>Whether nobody asked for others than the usual ones.</summary>
    public static bool IsDefault => Value == DefaultSeed && (ulong)Count == DefaultCount;

    public static IReadOnlyList<RandomNetwork> Networks => Made.Value;

    public static CompiledNetworks Compiled => Images.Value;

    /// <summary>The files that are emitted for all of them.</summary>
    public static IReadOnlyDictionary<string, string> GeneratedSources => Sources.Value.GeneratedSources;

    public static Network Create(RandomNetwork network, int lanes, int seed) =>
        Compiled.Create($"{NetworkGenerator.Namespace}.{network.ClassName}", lanes, seed);

    /// <summary>The network's programs behind all passes but emission.</summary>
    public static CompiledNetwork Planned(RandomNetwork network, Action<PassReport>? observe = null) =>
        NetworkCompilation.Plan($"{NetworkGenerator.Namespace}.{network.ClassName}", network.Source, observe);

    private static CompiledNetworks Compile(IEnumerable<RandomNetwork> networks) =>
        NetworkCompilation.Compile("RandomNetworks", networks.Select(network => (network.ClassName, network.Source)));

    private static ulong Number(string variable, ulong byDefault) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
        ? ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number)
            ? number
            : throw new FormatException($"{variable} must be a whole number, not '{text}'")
        : byDefault;
}
