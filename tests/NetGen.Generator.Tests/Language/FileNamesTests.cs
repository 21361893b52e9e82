using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Compiler.Specification;

namespace NetGen.Generator.Tests.Language;

/// <summary>
/// Names of emitted files. C# ends a generator that gives one name twice, letters' case aside, with a warning, and no network of the
/// project is generated then.
/// </summary>
public class FileNamesTests
{
    private const string Layers = "[Network, Input(4), Linear(2)]";

    /// <summary>Names that differ in case alone, and names that are others' with what keeps these apart at their end.</summary>
    [Theory]
    [InlineData("Net NET Net_2", "NET.g.cs Net-2.g.cs Net_2.g.cs")]
    [InlineData("Net NET Net2 NET2 net2 Net_2 NET_2", "NET.g.cs NET2.g.cs NET_2.g.cs Net-2.g.cs Net2-2.g.cs Net_2-2.g.cs net2-3.g.cs")]
    [InlineData("Straße STRASSE STRAßE", "STRASSE.g.cs STRAßE.g.cs Straße-2.g.cs")]
    [InlineData("été ÉTÉ e\u0301te\u0301", "e\u0301te\u0301.g.cs ÉTÉ.g.cs été-2.g.cs")]
    [InlineData("Сеть СЕТЬ 网络 @class", "class.g.cs СЕТЬ.g.cs Сеть-2.g.cs 网络.g.cs")]
    public void Classes_that_differ_in_case_have_files_of_their_own(string names, string files)
    {
        IReadOnlyList<string> found = Generated(
            string.Join("\n", names.Split(' ').Select(name => $"{Layers} public partial class {name};")));

        Assert.Equal(
            files.Split(' ').Order(StringComparer.Ordinal),
            found.Where(name => name.Split('.').Length == 3 && name.EndsWith(".g.cs", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    // A class in a network is called like one of its files; so is a block in a block.
    [InlineData("""
        [Network, Input(4), Outer.Part(2)]
        public partial class Net
        {
            [Network, Input(4), Linear(2)] public partial class Vector512;
            [Network, Input(4), Linear(2)] public partial class vector256;
            [Network, Input(4), Linear(2)] public partial class Scalar { [Network, Input(4), Linear(2)] public partial class Scalar1; }
        }
        public static partial class Outer
        {
            [Linear(Width)] public partial class Part(int width) : Block;
            [Network, Input(4), Part(3)] public partial class part
            {
                [Network, Input(4), Linear(2)]
                public partial class Block { [Network, Input(4), Linear(2)] public partial class Description; }
                [Network, Input(4), Linear(2)] public partial class Description;
            }
        }
        """)]
    // Blocks, whose constants and descriptions are files too.
    [InlineData("""
        [Network, Input(4), Part(2), PART(3), Part_2(4)] public partial class Net;
        [Linear(Width)] public partial class Part(int width) : Block;
        [Linear(Width)] public partial class PART(int width) : Block;
        [Linear(Width)] public partial class Part_2(int width) : Block;
        """)]
    // A namespace and a class, and namespaces that differ in case.
    [InlineData("""
        namespace A
        {
            [Network, Input(4), Linear(2)] public partial class Net;
            public static partial class B { [Network, Input(4), Linear(2)] public partial class Net; }
        }
        namespace a.b { [Network, Input(4), Linear(2)] public partial class Net; [Network, Input(4), Linear(2)] public partial class NET; }
        namespace A.b { [Network, Input(4), Linear(2)] public partial class Net; }
        """)]
    // Words of C#, with and without the @ that some of them need.
    [InlineData("""
        namespace @class
        {
            [Network, Input(4), Linear(2)] public partial class @Class;
            [Network, Input(4), Linear(2)] public partial class @class;
        }

        namespace Class
        {
            [Network, Input(4), Linear(2)] public partial class @record;
            [Network, Input(4), Linear(2)] public partial class Record;
        }
        """)]
    public void All_are_generated_and_compile(string source) => Generated(source);

    /// <summary>What C# refuses is generated all the same where it can be: other networks are.</summary>
    [Theory]
    [InlineData(
        "public partial class Outer { [Network, Input(4), Linear(2)] public partial class Net; } "
        + "public partial struct Outer { [Network, Input(4), Linear(2)] public partial class Net; }")]
    [InlineData(
        "public partial class Outer { [Network, Input(4), Linear(2)] public partial class Net; } "
        + "namespace Outer { [Network, Input(4), Linear(2)] public partial class Net; }")]
    [InlineData(
        "public partial class Outer { [Linear(Width)] public partial class Part(int width) : Block; } "
        + "public partial record Outer { [Linear(Width)] public partial class Part(int width) : Block; }")]
    [InlineData(
        "[Network, Input(4), Linear(2)] public partial class Net; [Network, Input(4), Linear(2)] public partial struct Net; "
        + "[Network, Input(4), Linear(2)] public partial class Net<T>;")]
    [InlineData("[Network, Input(4), Linear(2)] public class Net; [Network, Input(4), Linear(2)] public class Net;")]
    [InlineData(
        "[Linear(Width)] public partial class Part(int width) : Block; [Linear(Width)] public partial class Part<T>(int width) : Block; "
        + "[Linear(Width)] public partial class Part(int width) : Block;")]
    [InlineData(
        "file static partial class Outer { [Network, Input(4), Linear(2)] public partial class Net; [Linear(Width)] "
        + "public partial class Part(int width) : Block; }")]
    public void Others_are_generated_beside_what_is_refused(string source)
    {
        // A second file has the same once more, which types that are local to their files may do.
        GeneratorRunResult result = Run(
            out _, source, source.StartsWith("file", StringComparison.Ordinal) ? source : "", $"{Layers} public partial class Other;");

        Assert.Null(result.Exception);
        Assert.DoesNotContain(result.Diagnostics, found => found.Id == "NG0900");
        Assert.Contains(result.GeneratedSources, file => file.HintName == "Other.g.cs");
    }

    /// <summary>A class in a file of its own does not move the files of the others.</summary>
    [Fact]
    public void A_clash_moves_the_files_that_clash_alone()
    {
        Assert.Contains("Other.g.cs", Generated($"{Layers} public partial class Net; {Layers} public partial class Other;"));
        Assert.Contains(
            "Other.g.cs",
            Generated($"{Layers} public partial class Net; {Layers} public partial class NET; {Layers} public partial class Other;"));
    }

    /// <summary>
    /// No two classes have one declaration; if two came, each would be told of, and no other class would be without its files.
    /// </summary>
    [Fact]
    public void Classes_that_cannot_be_told_apart_have_no_names()
    {
        FileOwner net = FileOwner.OfNetwork(new ClassSpec("Demo", default, "Net", "public", default));
        FileOwner other = FileOwner.OfNetwork(new ClassSpec("Demo", default, "Other", "public", default));

        FileNames names = FileNames.Of([net, other, net]);

        Assert.Equal("Demo.Other", names.StemOf(other));
        Assert.Equal("two classes are declared as Demo/Net", Assert.Throws<InvalidOperationException>(() => names.StemOf(net)).Message);
    }

    private static IReadOnlyList<string> Generated(string source)
    {
        GeneratorRunResult result = Run(out Compilation output, source);
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        Assert.Empty(
            output.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(found => found.Severity >= DiagnosticSeverity.Warning && !IsOfTheAuthor(found)));
        string[] names = [.. result.GeneratedSources.Select(file => file.HintName)];
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        return names;
    }

    /// <summary>Names of small letters alone, which C# may take for its own some day, are said where the author wrote them.</summary>
    private static bool IsOfTheAuthor(Diagnostic found) =>
        found.Id == "CS8981" && found.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == false;

    private static GeneratorRunResult Run(out Compilation output, params string[] sources)
    {
        GeneratorDriver driver = NetworkSource.Driver().RunGeneratorsAndUpdateCompilation(
            NetworkSource.Compilation(sources), out output, out ImmutableArray<Diagnostic> _, TestContext.Current.CancellationToken);
        return driver.GetRunResult().Results.Single();
    }
}
