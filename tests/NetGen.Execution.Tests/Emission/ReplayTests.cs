using System.Security.Cryptography;
using System.Text;
using NetGen.Execution.Tests.Compilation;
using NetGen.Execution.Tests.Golden;
using NetGen.Execution.Tests.Models;
using NetGen.Execution.Tests.RandomNetworks;
using NetGen.Generator.Benchmarks;

namespace NetGen.Execution.Tests.Emission;

/// <summary>
/// Every emitted file of the golden, random, handwritten and benchmark networks is the one that the repository remembers by its
/// hash: a refactoring shows that it changed nothing, and a change of the emitted text names itself in its commit.
/// </summary>
/// <remarks>
/// Each set has a file of hashes beside this one, NAME.replay.txt. Where they differ the new hashes are left as NAME.received.txt,
/// which takes the other's place when the change is meant.
/// </remarks>
public class ReplayTests
{
    /// <summary>Digits of a hash that are kept: 64 bits tell these files apart.</summary>
    private const int Digits = 16;

    [Fact]
    public void Golden_networks_emit_what_they_did()
    {
        Assert.SkipUnless(GoldenFolder.IsOwnCopy, $"{GoldenFolder.Variable} names other golden cases");
        Replay("Golden", GoldenNetworks.Compiled.GeneratedSources);
    }

    [Fact]
    public void Random_networks_emit_what_they_did()
    {
        Assert.SkipUnless(RandomNetworkSeed.IsDefault, "another seed or number of networks is asked for");
        Replay("Random", RandomNetworkSeed.GeneratedSources);
    }

    [Fact]
    public void Handwritten_networks_emit_what_they_did() => Replay("Handwritten", HandwrittenNetworkTests.GeneratedSources);

    [Fact]
    public void Models_emit_what_they_did() => Replay("Models", ModelSources.Compiled.GeneratedSources);

    [Fact]
    public void Benchmark_networks_emit_what_they_did() => Replay("Benchmarks", BenchmarkNetworks.Compiled.GeneratedSources);

    [Fact]
    public void The_generators_benchmark_emits_what_it_did() => Replay("GeneratorBenchmarks", NetworkCompilation.Compile(
        "GeneratorBenchmarks",
        NetworkSources.Names.Select((name, index) => (
            name, NetworkSources.Named(name).Replace("namespace Models;", $"namespace Models{index};", StringComparison.Ordinal))))
        .GeneratedSources);

    private static void Replay(string set, IReadOnlyDictionary<string, string> emitted)
    {
        string folder = Path.Combine(RepositoryFolder.Location, "tests", "NetGen.Execution.Tests", "Emission");
        string remembered = Path.Combine(folder, set + ".replay.txt");
        string received = Path.Combine(folder, set + ".received.txt");
        Dictionary<string, string> expected = File.Exists(remembered)
            ? File.ReadAllLines(remembered).Select(line => line.Split(' ')).ToDictionary(parts => parts[1], parts => parts[0])
            : [];
        Dictionary<string, string> actual = emitted.ToDictionary(file => file.Key, file => Hash(file.Value));
        string[] changed = [.. actual.Keys.Union(expected.Keys)
            .Where(file => actual.GetValueOrDefault(file) != expected.GetValueOrDefault(file)).Order(StringComparer.Ordinal)];
        if (changed.Length == 0)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllLines(received, actual.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value} {file.Key}"));
        Assert.Fail($"""
            {changed.Length} of {actual.Count} emitted files differ from those of {Path.GetFileName(remembered)},
            among them {string.Join(", ", changed.Take(10))}.
            If that is meant: mv {Path.GetFileName(received)} {Path.GetFileName(remembered)} in {folder},
            and say in the commit what changed.
            """);
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
}
