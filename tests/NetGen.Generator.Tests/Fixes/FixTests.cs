using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Tests.Diagnostics;

namespace NetGen.Generator.Tests.Fixes;

/// <summary>
/// Each fix: the class, the squiggle's exact place, the message, and the source afterwards. Microsoft's test also applies the
/// fix to all faults of the document.
/// </summary>
public class FixTests
{
    public static TheoryData<string> Names => [.. FixCases.All.Select(found => found.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fix_mends_its_fault(string name)
    {
        FixCase found = FixCases.All.Single(candidate => candidate.Name == name);
        DiagnosticCase? diagnosed = found.Source is null ? DiagnosticCases.All.Single(candidate => candidate.Id == found.Id) : null;
        string source = found.Source ?? diagnosed!.Source;
        Rule rule = Rules.Of(found.Id);
        DiagnosticSeverity severity = rule.Severity switch
        {
            RuleSeverity.Error => DiagnosticSeverity.Error,
            RuleSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
        DiagnosticResult expected =
            new DiagnosticResult(found.Id, severity).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
        if (diagnosed is not null)
            expected = expected.WithMessage(diagnosed.Message);
        var test = new FixTest
        {
            TestCode = source.Replace("«", "{|#0:", StringComparison.Ordinal).Replace("»", "|}", StringComparison.Ordinal),
            FixedCode = found.Fixed,
            CodeActionIndex = found.Index,
            CodeActionVerifier = (action, verifier) => verifier.Equal(found.Title, action.Title),
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck,
            CompilerDiagnostics = found.HasCompilerError ? CompilerDiagnostics.None : CompilerDiagnostics.Errors,
            ExpectedDiagnostics = { expected },
        };

        // A class that lacks [Network] is pointed out at its own layers too.
        if (rule != Rules.StrayLayers)
            test.DisabledDiagnostics.Add(Rules.StrayLayers.Id);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A rule that a fix is offered for has a test of it, and no other has.</summary>
    [Fact]
    public void Every_fixable_rule_has_a_fix_that_is_tested() =>
        Assert.Equal(FixList.Ids.Order(), FixCases.All.Select(found => found.Id).Distinct().Order());

    [Fact]
    public async Task All_faults_of_a_kind_are_mended_at_once()
    {
        var test = new FixTest
        {
            TestCode = """
                [Network, Input(3, 8, 8), {|NG0101:Linear(10)|}] public partial class A;
                [Network, Input(1, 4, 4), {|NG0101:Linear(10)|}] public partial class B;
                """,
            FixedCode = """
                [Network, Input(3, 8, 8), Flatten, Linear(10)] public partial class A;
                [Network, Input(1, 4, 4), Flatten, Linear(10)] public partial class B;
                """,
            NumberOfFixAllIterations = 1,
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A width that is missing is C#'s error; the last layer's is the number of classes.</summary>
    [Theory]
    [InlineData("{|CS7036:Linear|}", "Linear(3)")]
    [InlineData("{|CS7036:Linear(Bias = false)|}", "Linear(3, Bias = false)")]
    [InlineData("{|CS7036:Linear|}, ReLU, Linear(3)", "Linear(64), ReLU, Linear(3)")]
    [InlineData(
        "Reshape(1, 4, 4), {|CS1729:Conv2d(8)|}, Flatten, ReLU, Linear(3)", "Reshape(1, 4, 4), Conv2d(8, 3), Flatten, ReLU, Linear(3)")]
    public async Task A_missing_width_is_stated(string written, string stated)
    {
        const string Network = """
            [DataSet, Sample(16), Classes(3)] public class Flowers;
            [Network, Input<Flowers>, LAYERS, CrossEntropy] public partial class Net;
            """;
        var test = new FixTest
        {
            TestCode = Network.Replace("LAYERS", written, StringComparison.Ordinal),
            FixedCode = Network.Replace("LAYERS", stated, StringComparison.Ordinal),
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck,
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sizes in a block are expressions of its parameters; a number in their place would be right for one use only.</summary>
    [Fact]
    public async Task An_expression_in_a_block_is_not_replaced_by_a_number()
    {
        const string Source = """
            [Network, Input(8), Part(4)] public partial class Net;
            [Linear(2, In = {|#0:Width|})] public partial class Part(int width) : Block;
            """;
        var test = new FixTest
        {
            TestCode = Source,
            FixedCode = """
                [Network, Input(8), Part(4)] public partial class Net;
                [Linear(2)] public partial class Part(int width) : Block;
                """,
            CompilerDiagnostics = CompilerDiagnostics.None,
            CodeActionVerifier = (action, verifier) => verifier.Equal("Remove In = Width", action.Title),
            ExpectedDiagnostics =
            {
                new DiagnosticResult("NG0102", DiagnosticSeverity.Error)
                    .WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations),
            },
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("file partial class {|NG0005:Net|};", "partial class Net;")]
    [InlineData("public partial class {|NG0005:Net|}(int size, string text = \"a\");", "public partial class Net;")]
    [InlineData("public partial record class {|NG0005:Net|};", "public partial class Net;")]
    public async Task A_class_of_another_kind_is_made_a_plain_one(string written, string plain)
    {
        var test = new FixTest
        {
            TestCode = "[Network, Input(4), Linear(2)] " + written,
            FixedCode = "[Network, Input(4), Linear(2)] " + plain,
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Fixes travel as text in a diagnostic's properties.</summary>
    [Fact]
    public void A_suggested_fix_survives_its_line()
    {
        SuggestedFix[] fixes = [new(FixKind.Remove, ""), new(FixKind.SetArgument, "CeilMode = true", 3), SuggestedFix.Size(-1)];
        Assert.Equal(fixes, SuggestedFix.Parse(string.Join("\n", fixes.Select(fix => fix.ToLine()))));
        Assert.Empty(SuggestedFix.Parse(string.Create(CultureInfo.InvariantCulture, $"Explode {1} x\nRemove here\n")));
    }
}
