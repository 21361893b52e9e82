using System.Text.RegularExpressions;
using NetGen.Execution.Tests;

namespace NetGen.Compiler.Tests.Structure;

/// <summary>
/// For each call of a vector width that the JIT inlines, the runtime looks through the members of ISimd, from the last one on. So what the
/// strips of kernels call in each tile stands at the end: in another order, a first prediction took 8 % longer.
/// </summary>
public partial class SimdMemberTests
{
    private const int MembersAtTheEnd = 16;
    private const int ManyCalls = 100;

    [Fact]
    public void What_strips_call_most_stands_last()
    {
        string runtime = Path.Combine(RepositoryFolder.Location, "src", "NetGen", "Runtime");
        string[] members =
        [
            .. Member().Matches(File.ReadAllText(Path.Combine(runtime, "Vectors", "ISimd.cs"))).Select(match => match.Groups["name"].Value),
        ];
        string[] often =
        [
            .. Directory.EnumerateFiles(Path.Combine(runtime, "Kernels"), "*.Strips.cs", SearchOption.AllDirectories)
                .SelectMany(file => Call().Matches(File.ReadAllText(file)))
                .CountBy(match => match.Groups["name"].Value)
                .Where(calls => calls.Value >= ManyCalls)
                .Select(calls => calls.Key),
        ];
        Assert.InRange(often.Length, 3, MembersAtTheEnd);
        Assert.All(often, name => Assert.Contains(name, members.TakeLast(MembersAtTheEnd)));
    }

    [GeneratedRegex(@"static abstract \w+ (?<name>\w+)")]
    private static partial Regex Member();

    [GeneratedRegex(@"\bS\.(?<name>[A-Z]\w*)")]
    private static partial Regex Call();
}
