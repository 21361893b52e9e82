using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Reading;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Types of PyTorch and Keras in code: where they are answered, where not, and that the answers are true.</summary>
public class ForeignTypeTests
{
    [Theory]
    [InlineData("object x = new «StepLR»(0.1, 30);")]
    [InlineData("«StepLR» x = null!;")]
    [InlineData("var x = «StepLR»(0.1, 30);")]
    [InlineData("var x = new «torch.optim.lr_scheduler.StepLR»(0.1, 30);")]
    [InlineData("var x = «torch.optim.lr_scheduler.StepLR»(0.1, 30);")]
    [InlineData("var x = typeof(«StepLR»);")]
    [InlineData("var x = new System.Collections.Generic.List<«StepLR»>();")]
    [InlineData("void Later(«StepLR» x) { }")]
    [InlineData("var x = «torch».tensor(new[] { 1f });")]
    [InlineData("using var x = «torch.utils.data.DataLoader»(1);")]
    [InlineData("var x = new «DataLoader<int>»();")]
    public async Task A_name_that_CSharp_does_not_know_is_answered(string statement)
    {
        Diagnostic fault = Assert.Single(await Faults(Within(statement.Replace("«", "").Replace("»", ""))));
        Assert.Equal("NG0208", fault.Id);
        Assert.Equal(
            statement.Split('«', '»')[1],
            fault.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(fault.Location.SourceSpan));
    }

    /// <summary>Somebody's own types and members, and names that are no types.</summary>
    [Theory]
    [InlineData("var x = new Own.Tensor();")]
    [InlineData("var Tensor = 1; Tensor++;")]
    [InlineData("var x = new Own { Module = 1 }.Module;")]
    [InlineData("var x = (Dataset: 1, 2); x.Dataset++;")]
    [InlineData("Own.Take(Sequential: 1);")]
    [InlineData("var x = new Own().Subset;")]
    [InlineData("var x = nameof(Own.Module);")]
    public async Task A_name_that_means_something_is_left_alone(string statement) => Assert.Empty(await Faults(Within(statement)));

    /// <summary>Where a file does not use the library, its names are somebody else's.</summary>
    [Fact]
    public async Task A_file_that_does_not_use_NetGen_is_left_alone()
    {
        var compilation = NetworkSource.Compilation("public class Use { private StepLR? x; }");
        compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], NetworkSource.Parse("global using System;", "Source0.cs"));
        Assert.Empty(await NetworkSource.Analyze(compilation));
    }

    [Fact]
    public async Task A_base_class_is_answered() => Assert.Equal(
        [
            "NetGen has no 'Dataset'. Here it is IDataSet; ArrayDataSet is one of arrays.",
            "NetGen has no 'Module'. A network is a partial class with [Network], and its layers are attributes in their order.",
        ],
        (await Faults("public class Flowers : Dataset; public class Net : Module;")).Select(fault => fault.GetMessage()).Order());

    /// <summary>A set of another package, which the project lacks: nothing else is said of it.</summary>
    [Fact]
    public async Task A_type_of_a_package_that_is_missing_names_the_package() => Assert.Equal(
        [
            "NetGen has no 'CsvColumns'. It is in the package NetGen.Data: dotnet add package NetGen.Data, and using NetGen.Data at the "
                + "top of the file.",
            "NetGen has no 'CsvDataSet'. It is in the package NetGen.Data: dotnet add package NetGen.Data, and using NetGen.Data at the "
                + "top of the file.",
        ],
        (await Faults("[DataSet, Sample(1)] public class Flowers(string path) : CsvDataSet(path, new CsvColumns().Number(\"x\"));"))
            .Select(fault => fault.GetMessage()).Order());

    /// <summary>What an answer names is there: a type of the library, or for a loss the attribute and the method.</summary>
    [Fact]
    public void What_is_named_exists()
    {
        Assembly library = typeof(Network).Assembly;
        string[] losses = [.. typeof(Loss).GetMethods().Select(method => method.Name)];
        foreach (string name in OtherFrameworkTypes.Names)
        {
            TypeCounterpart counterpart = OtherFrameworkTypes.Find(name)!;
            Assert.True(counterpart.Type is null || library.GetType($"NetGen.{counterpart.Type}") is not null, name);
            foreach (Match loss in Regex.Matches(counterpart.Meaning, @"Loss\.(\w+)"))
                Assert.Contains(loss.Groups[1].Value, losses);
        }
    }

    /// <summary>Each schedule and loss has PyTorch's name here, each optimizer is listed, and the page has all names.</summary>
    [Fact]
    public void The_list_is_complete()
    {
        Type[] types = [.. typeof(Network).Assembly.GetExportedTypes().Where(type => !type.IsAbstract)];
        Assert.Equal(
            types.Where(type => type.IsSubclassOf(typeof(Schedule))).Select(type => type.Name).Order(),
            OtherFrameworkTypes.Names.Select(name => OtherFrameworkTypes.Find(name)!.Type).OfType<string>()
                .Where(type => type.EndsWith("Schedule", StringComparison.Ordinal)).Distinct().Order());
        Assert.Equal(
            NetGen.Compiler.Losses.LossCatalog.All.Select(loss => $"{loss.Kind}Loss").Order(),
            OtherFrameworkTypes.Names.Where(name => name.EndsWith("Loss", StringComparison.Ordinal)).Order());
        Assert.Equal(
            types.Where(type => type.IsSubclassOf(typeof(Optimizer))).Select(type => type.Name).Order(),
            OtherFrameworkTypes.Optimizers.Split([", ", " and "], StringSplitOptions.None).Order());
        string page = File.ReadAllText(Path.Combine(NetGen.Execution.Tests.RepositoryFolder.Location, "generator", "docs", "NG0208.md"));
        string[] listed = [.. page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Regex.Matches(line.Split('|')[1], "`(\\w+)`")).Select(match => match.Groups[1].Value)];
        Assert.Equal(OtherFrameworkTypes.Names.Order(), listed.Order());
    }

    /// <summary>The fix writes our name in the place of the whole name, also in a class that has parameters.</summary>
    [Fact]
    public async Task A_qualified_name_is_replaced()
    {
        var test = new Fixes.FixTest
        {
            TestCode = "public class Use(int count) { public int Count => count; "
                + "private object x = new {|NG0208:{|CS0246:torch|}.utils.data.TensorDataset|}(new float[1], new int[] { 1 }); }",
            FixedCode = "public class Use(int count) "
                + "{ public int Count => count; private object x = new ArrayDataSet(new float[1], new int[] { 1 }); }",
            CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.Errors,
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static string Within(string statement) => $$"""
        public class Own
        {
            public int Module { get; set; }
            public int Subset { get; set; }
            public static void Take(int Sequential) { }
            public class Tensor;
        }

        public static class Use
        {
            public static void Of() { {{statement}} }
        }
        """;

    private static async Task<Diagnostic[]> Faults(string source) =>
        [.. (await NetworkSource.Analyze(NetworkSource.Compilation(source)))
            .Where(fault => fault.Id.StartsWith("NG", StringComparison.Ordinal))];
}
