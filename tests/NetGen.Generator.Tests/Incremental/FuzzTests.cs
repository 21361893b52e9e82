using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Tests.Diagnostics;

namespace NetGen.Generator.Tests.Incremental;

/// <summary>
/// Attribute lists of valid and invalid networks, changed by chance a thousand times: arguments of wrong types, arrays where
/// numbers belong, huge numbers, attributes doubled, exchanged, left out or taken from other networks, blocks that contain
/// themselves. No exception comes from the analyzer or the generator. NETGEN_SEED tries another seed, NETGEN_MUTATIONS more changes; a
/// failure prints the seed.
/// </summary>
public partial class FuzzTests
{
    /// <summary>One text is changed for so many attribute lists: a text takes longer.</summary>
    private const int ListsForEachText = 3;

    /// <summary>Few of these are networks that compile; what else the generator reads, it reads each time.</summary>
    private const int TextCompiledEach = 8;

    /// <summary>Compiling takes longer than checking; what compiles is compiled this often.</summary>
    private const int CompiledEach = 80;

    private static readonly string[] Expressions =
    [
        "0", "-1", "1", "3", "2147483647", "-2147483648", "99999999999", "1e300", "double.NaN", "0.5f", "'x'", "\"text\"", "null", "true",
        "default",
        "new[] { 1, 2 }", "new int[0]", "[1, 2, 3]", "typeof(int)", "nameof(Net)", "int.MaxValue + 1", "1 / 0", "1 << 40", "In", "Width",
        "(byte)300",
        "Axes.ChannelsLength", "Pad.Same", "(Pad)7", "Target.Input", "Missing", "Missing.Value", "5 % 0", "-2147483648 / -1",
        "checked(1 + 1)", "sizeof(int)",
    ];

    private static readonly string[] Names =
    [
        "Stride", "Padding", "Dilation", "Groups", "In", "Name", "Repeat", "Axis", "CeilMode", "Axes", "Target", "width", "p", "Nowhere",
        "Start", "End",
    ];

    /// <summary>What is half a construct, or opens one that nothing closes.</summary>
    private static readonly string[] Typings =
    [
        "[", "]", "(", ")", "<", ">", "{", "}", ",", ";", ":", "=", "\"", "'", "\"\"\"", "@\"", "$\"{", "/*", "*/", "//", "#if X\n",
        "#endif\n", "?", "??", "=>", ".", "::", "\\", "\0", "\u2028",
        "Residual<", "Concat<A, ", "Input<", "Input<Net>", "Input<int>", "Residual<Residual<Block>>", "Sum<,>", "[Network]",
        "[Network, Network]", "partial ", "class ", "static ", "record ", "struct ",
        "file ", "abstract ", "partial class Net", "partial class Net : Block", "partial class Net<T>",
        "partial class Part(int width) : Block;", "public Net(int seed) { }", " : Block", " : Network",
        " : Net", "(int width)", "(int width = 0, int @in = 1)", "namespace N;", "using NetGen;", "using X = Net;", "Name = \"a..b\"",
        "Name = null", "Repeat = 2147483647", "Repeat = 40000", "Repeat = -1", "2147483647",
        "99999999999999999999", "0x", "1e", "1_", "int.MaxValue * 2L", "nameof(", "typeof(Net)", "default(", "new[] {", "[..", "checked(",
        "Width", "In", "In0", "Width / (Width - Width)", "global::", "@class", "ü", "名",
    ];

    /// <summary>Blocks in blocks, with parameters and operands, beside the small networks of the rules.</summary>
    private const string Nested = """
        [Network, Input(3, 8, 8)]
        [Stage(4), Stage(8, stride: 2, Name = "layer2", Repeat = 2), Concat<Lower, Identity>(Axis = 0)]
        [AdaptiveAvgPool2d(1), Flatten, Linear(10, In = 16)]
        [CrossEntropy(LabelSmoothing = 0.1)]
        public partial class Net
        {
            [Conv2d(In, 1), Part(2)] partial class Lower : Block;
        }

        [Residual<Path, Projection>, ReLU]
        public partial class Stage(int width, int stride = 1) : Block
        {
            [Conv2d(Width * 2 / 2, 3, Stride = Stride, Padding = Stride > 0 ? 1 : 0), Concat<Path, Identity>(Repeat = 0)]
            partial class Path : Block;
            [Conv2d(Width, 1, Stride = Stride)] partial class Projection : Block;
        }

        [Linear(Width), Part(Width)]
        public partial class Part(int width) : Block;
        """;

    [Fact]
    public async Task No_attribute_list_breaks_the_editor()
    {
        int seed = Seed();
        var random = new Random(seed);
        (CompilationUnitSyntax Root, CSharpCompilation Compilation)[] sources =
        [
            .. DiagnosticCases.All.Select(found => Parsed(NetworkSource.Unmarked(found.Source).Source)),
        ];
        AttributeSyntax[] pool = [.. sources.SelectMany(source => source.Root.DescendantNodes().OfType<AttributeSyntax>())];
        for (int count = 0; count < Mutations(); count++)
        {
            (CompilationUnitSyntax root, CSharpCompilation compilation) = sources[random.Next(sources.Length)];
            for (int edits = random.Next(1, 5); edits > 0; edits--)
                root = Mutated(root, pool, random);
            string text = root.ToFullString();
            try
            {
                await Check(
                    compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], NetworkSource.Parse(text, "Source1.cs")),
                    generate: count % CompiledEach == 0);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"seed {seed}, mutation {count}: {exception}\n{text}");
            }
        }
    }

    /// <summary>
    /// The same with the text itself: half-typed generics, strings and comments without an end, missing commas and brackets, enormous
    /// numbers, blocks within themselves, and a second file that has other parts of the same classes, and contradicts them.
    /// </summary>
    [Fact]
    public async Task No_text_breaks_the_editor()
    {
        int seed = Seed();
        var random = new Random(seed);
        string[] sources = [.. DiagnosticCases.All.Select(found => NetworkSource.Unmarked(found.Source).Source), Nested];
        string[] lines = [.. sources.SelectMany(source => source.Split('\n'))];
        for (int count = 0; count < Mutations() / ListsForEachText; count++)
        {
            string first = Typed(sources[random.Next(sources.Length)], lines, random);
            string second = random.Next(3) == 0 ? Typed(sources[random.Next(sources.Length)], lines, random) : "";
            try
            {
                await Check(NetworkSource.Compilation(first, second), generate: count % TextCompiledEach == 0);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"seed {seed}, mutation {count}: {exception}\n{first}\n---\n{second}");
            }
        }
    }

    /// <summary>Edits anywhere in a text, each of them what a person may type or paste.</summary>
    private static string Typed(string source, string[] lines, Random random)
    {
        var text = new StringBuilder(source);
        for (int edits = random.Next(1, 6); edits > 0; edits--)
        {
            int at = random.Next(text.Length + 1);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at));
                    break;
                case 1:
                    // A whole line of some source, where a line begins.
                    while (at > 0 && text[at - 1] != '\n')
                        at--;
                    text.Insert(at, lines[random.Next(lines.Length)] + "\n");
                    break;
                case 2 when text.Length > 0:
                    // Something of the text itself once more.
                    int from = random.Next(text.Length);
                    text.Insert(at, text.ToString(from, Math.Min(random.Next(1, 40), text.Length - from)));
                    break;
                default:
                    text.Insert(at, Typings[random.Next(Typings.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    private static (CompilationUnitSyntax, CSharpCompilation) Parsed(string source)
    {
        CSharpCompilation compilation = NetworkSource.Compilation(source);
        return ((CompilationUnitSyntax)compilation.SyntaxTrees[1].GetRoot(TestContext.Current.CancellationToken), compilation);
    }

    private static int Seed() => Number("NETGEN_SEED", 20261123);

    private static int Mutations() => Number("NETGEN_MUTATIONS", 1200);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out int given) ? given : otherwise;

    private static async Task Check(CSharpCompilation compilation, bool generate)
    {
        ImmutableArray<Diagnostic> found = await NetworkSource.Analyze(compilation);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        Assert.All(found, diagnostic => Assert.DoesNotMatch(Placeholder(), diagnostic.GetMessage()));
        if (!generate)
            return;
        GeneratorRunResult result =
            NetworkSource.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Id == "NG0900");
    }

    private static CompilationUnitSyntax Mutated(CompilationUnitSyntax root, AttributeSyntax[] pool, Random random)
    {
        AttributeSyntax[] attributes = [.. root.DescendantNodes().OfType<AttributeSyntax>()];
        if (attributes.Length == 0)
            return root;
        AttributeSyntax attribute = attributes[random.Next(attributes.Length)];
        var list = (AttributeListSyntax)attribute.Parent!;
        AttributeArgumentSyntax[] arguments = [.. attribute.ArgumentList?.Arguments ?? []];
        switch (random.Next(7))
        {
            case 0 when arguments.Length > 0:
                AttributeArgumentSyntax changed = arguments[random.Next(arguments.Length)];
                return root.ReplaceNode(changed, changed.WithExpression(Expression(random)));
            case 1 when arguments.Length > 0:
                return root.RemoveNode(arguments[random.Next(arguments.Length)], SyntaxRemoveOptions.KeepNoTrivia)!;
            case 2:
                AttributeArgumentSyntax added = SyntaxFactory.AttributeArgument(Expression(random));
                if (random.Next(2) == 0)
                    added = added.WithNameEquals(SyntaxFactory.NameEquals(Names[random.Next(Names.Length)]));
                return root.ReplaceNode(attribute, attribute.AddArgumentListArguments(added));
            case 3:
                return root.ReplaceNode(list, list.AddAttributes(pool[random.Next(pool.Length)].WithoutTrivia()));
            case 4:
                return root.ReplaceNode(list, list.AddAttributes(attribute.WithoutTrivia()));
            case 5 when list.Attributes.Count > 1:
                return root.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia)!;
            default:
                return root.ReplaceNode(attribute, pool[random.Next(pool.Length)].WithoutTrivia());
        }
    }

    /// <summary>A part of a message that was not filled in. Braces alone may be the source's.</summary>
    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    private static ExpressionSyntax Expression(Random random) =>
        SyntaxFactory.ParseExpression(Expressions[random.Next(Expressions.Length)]);
}
