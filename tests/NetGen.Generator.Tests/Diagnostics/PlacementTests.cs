using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Where faults in blocks are shown, and that one build shows all of them.</summary>
public class PlacementTests
{
    private const string Groups = """
        [Conv2d(Width, 3, Groups = {0})]
        public partial class Grouped(int width) : Block;
        """;

    [Fact]
    public async Task A_fault_of_every_use_is_at_the_argument_in_the_block()
    {
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose(
            "[Network, Input(6, 8, 8), Grouped(9)] public partial class Net;\n" + string.Format(null, Groups, "4")));
        Assert.Equal(("NG0108", "4"), (fault.Id, TextAt(fault)));
        Assert.Equal("Grouped(9)", TextAt(Assert.Single(fault.AdditionalLocations)));
        Assert.EndsWith(" (in Grouped(9), used as grouped1)", fault.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_one_use_among_right_ones_is_at_the_use()
    {
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose(
            "[Network, Input(6, 8, 8), Grouped(6), Grouped(7)] public partial class Net;\n" + string.Format(null, Groups, "3")));
        Assert.Equal(("NG0108", "Grouped(7)"), (fault.Id, TextAt(fault)));
        Assert.Equal("3", TextAt(Assert.Single(fault.AdditionalLocations)));
    }

    [Fact]
    public async Task One_build_shows_all_faults()
    {
        IReadOnlyList<Diagnostic> faults = await NetworkSource.Diagnose("""
            [Network, Input(3, 8, 8)]
            [Conv2d(4, 3, In = 1), Shape(4, 8, 8), Linear(5, In = 7), Dropout(2.0)]
            public partial class Net;
            """);
        Assert.Equal(
            ["NG0101 Linear(5, In = 7)", "NG0102 1", "NG0102 7", "NG0103 Shape(4, 8, 8)", "NG0108 2.0"],
            faults.Select(fault => $"{fault.Id} {TextAt(fault)}").Order());
    }

    [Fact]
    public async Task A_failed_concat_goes_on_with_the_joined_channels()
    {
        IReadOnlyList<Diagnostic> faults = await NetworkSource.Diagnose("""
            [Network, Input(4, 8, 8), Concat<A, B>, Conv2d(2, 1, In = 9)]
            public partial class Net
            {
                [Conv2d(4, 1)] partial class A : Block;
                [Conv2d(4, 3)] partial class B : Block;
            }
            """);
        Assert.Equal(["NG0102 9", "NG0114 B"], faults.Select(fault => $"{fault.Id} {TextAt(fault)}").Order());
        Assert.Contains("receives 8 channels", faults.Single(fault => fault.Id == "NG0102").GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_a_block_of_two_networks_is_shown_once() => Assert.Single(await NetworkSource.Diagnose("""
        [Network, Input(4), Part] public partial class A;
        [Network, Input(4), Part] public partial class B;
        [Linear(0)] public partial class Part : Block;
        """));

    [Theory]
    [InlineData("[Network, Input(8), Linear(4), Linar(2), Linear(3, In = 4)]", "CS0246 CS0246 NG0204")]
    [InlineData("[Network, Input(8), Linear]", "CS7036")]
    [InlineData("[Network, Input(8), Linear(\"3\")]", "CS1503")]
    [InlineData("[Network, Input(1, 8, 8), Conv2d(4, 9), Linear(5, In = 3)]", "NG0105")]
    [InlineData("[Network, Input(8), Linear(4), Obsolete]", "")]
    [InlineData("[Network, Input(1, 8, 8), Somebodys, Linear(4)]", "CS0246 CS0246")]
    [InlineData("[Network, Input(8), Output(4), Linear(4)]", "NG0009 NG0104")]
    public async Task What_CSharp_reports_is_not_reported_again(string attributes, string ids)
    {
        IReadOnlyList<Diagnostic> faults = await NetworkSource.Diagnose(attributes + " public partial class Net;");
        Assert.Equal(ids, string.Join(" ", faults.Select(fault => fault.Id).Order()));
    }

    [Fact]
    public async Task Repeats_of_repeats_end()
    {
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose("""
            [Network, Input(4), A(Repeat = 9999), Linear(2)] public partial class Net;
            [B(Repeat = 9999)] public partial class A : Block;
            [C(Repeat = 9999)] public partial class B : Block;
            public partial class C : Block;
            """));
        Assert.Equal("NG0108", fault.Id);
        Assert.Contains("a network has at most 20000 layers and blocks", fault.GetMessage(), StringComparison.Ordinal);
    }

    private static string TextAt(Diagnostic fault) => TextAt(fault.Location);

    private static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
