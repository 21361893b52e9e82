using NetGen.Execution.Tests;
using System.Text.RegularExpressions;

namespace NetGen.Compiler.Tests.Structure;

/// <summary>
/// The compiler's folders, in the order of their dependence: the code of one uses that of earlier ones only. Folders in a room share its
/// namespace. A using that is not needed is an error of the build, so that the usings say what a file depends on.
/// </summary>
public partial class RoomTests
{
    private static readonly string[] Rooms =
    [
        "Collections", "Machine", "Language", "Diagnostics", "Specification", "Graph", "Shapes", "Layers", "Losses", "Shaping",
        "Advice", "Descriptions", "Autodiff", "Lowering", "Rewrites", "Algorithms", "Fusion", "Scheduling", "Memory", "Passes",
        "Verify", "Emission",
    ];

    private static readonly string Folder = Path.Combine(RepositoryFolder.Location, "generator", "NetGen.Compiler");

    public static TheoryData<string> Names => [.. Rooms];

    [Fact]
    public void All_rooms_stand_in_the_order() => Assert.Equal(
        Rooms.Order(StringComparer.Ordinal),
        Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!)
            .Where(name => name is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Names))]
    public void A_room_depends_on_earlier_ones(string room)
    {
        string[] earlier = Rooms[..Array.IndexOf(Rooms, room)];
        (string File, string Used)[] uses =
        [
            .. Files(Path.Combine(Folder, room)).SelectMany(file => Mention().Matches(File.ReadAllText(file))
                .Select(mention => (Path.GetFileName(file), mention.Groups[1].Value))),
        ];
        Assert.All(
            uses,
            use => Assert.True(use.Used == room || earlier.Contains(use.Used), $"{room}/{use.File} uses {use.Used}, which comes later"));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_files_of_a_room_are_in_its_namespace(string room) => Assert.All(
        Files(Path.Combine(Folder, room)),
        file => Assert.Contains($"namespace NetGen.Compiler.{room};", File.ReadAllText(file), StringComparison.Ordinal));

    [Fact]
    public void The_compiler_knows_nothing_of_Roslyn() => Assert.DoesNotContain(
        typeof(Compiler).Assembly.GetReferencedAssemblies(),
        assembly => assembly.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex(@"NetGen\.Compiler\.(\w+)")]
    private static partial Regex Mention();
}
