using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Verify;

namespace NetGen.Compiler.Tests.Scans;

/// <summary>A scan is a group, and its body is cut into groups of its own.</summary>
public class ScanFusionTests
{
    private readonly Program program = new("Test");
    private readonly Scan scan;

    public ScanFusionTests()
    {
        (Expr all, Expr last) = TestCells.Tanh(TestPrograms.Input(program, TestCells.Sequence, InputRole.Target) * 2);
        program.AddResult(ResultRole.Output, all.Apply(ScalarFunctions.Tanh));
        program.AddResult(ResultRole.NamedOutput, last, 0);
        scan = program.Nodes.OfType<Scan>().Single();
    }

    [Fact]
    public void A_scan_is_a_group_with_its_results_and_no_map_joins_it()
    {
        FusedGroup group = Groups().Single(group => group.Anchor == scan);
        Assert.Equal([scan, .. program.UsersOf(scan)], group.Members);
        Assert.Equal(program.UsersOf(scan), group.Stored);
        Assert.Equal(scan.Operands, group.Loaded);
        Assert.False(group.IsBySample);
    }

    [Fact]
    public void Bias_and_activation_join_the_last_product_of_a_step()
    {
        IReadOnlyList<FusedGroup> body = Groups().Single(group => group.Anchor == scan).Body;
        Assert.Equal(2, body.Count);
        Assert.All(body, group => Assert.IsType<Product>(group.Anchor));
        Assert.Equal(4, body[1].Members.Count);
        Assert.Equal(scan.Body.Results.Select(result => result.Value).Distinct(), body[1].Stored);
    }

    [Fact]
    public void Groups_of_a_body_have_names_of_their_own()
    {
        IReadOnlyList<FusedGroup> groups = Groups();
        var taken = new HashSet<string>();
        GroupNames.Assign(groups, program, taken);
        string[] names = [.. groups.SelectMany(group => group.WithBody).Select(group => group.Name)];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Equal(names.Length, taken.Count);
        Assert.Equal(2, names.Count(name => name.Contains("TestStep", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_verifier_finds_a_group_of_a_body_that_loads_what_nobody_stores()
    {
        IReadOnlyList<FusedGroup> groups = Groups();
        Assert.Empty(GroupVerifier.Faults(program, groups));
        groups.Single(group => group.Anchor == scan).Body[0].Stored = [];
        Assert.Contains(
            GroupVerifier.Faults(program, groups),
            fault => fault.StartsWith($"in the body of %{scan.Id}: ", StringComparison.Ordinal)
                && fault.Contains("which no group before it stores", StringComparison.Ordinal));
    }

    [Fact]
    public void The_verifier_finds_a_scan_that_shares_its_group()
    {
        IReadOnlyList<FusedGroup> groups = Groups();
        groups.Single(group => group.Anchor == scan).Add(program.Nodes[^1]);
        groups[0].Add(scan);
        string[] faults =
        [
            .. GroupVerifier.Faults(program, groups)
                .Where(fault => fault.EndsWith("but a scan is a group with its results", StringComparison.Ordinal)),
        ];
        Assert.Equal(2, faults.Length);
    }

    [Fact]
    public void The_verifier_finds_groups_of_no_body()
    {
        var group = new FusedGroup(null, TensorShape.Batched(2), isBackward: false) { Body = Groups() };
        Assert.Contains(
            GroupVerifier.Faults(new Program("Empty"), [group]),
            fault => fault.EndsWith("has a body without a scan", StringComparison.Ordinal));
    }

    private IReadOnlyList<FusedGroup> Groups() => Fuser.Fuse(program);
}
