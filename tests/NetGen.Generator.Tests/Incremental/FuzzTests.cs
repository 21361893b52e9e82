using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Tests.Diagnostics;

namespace NetGen.Generator.Tests.Incremental;

/// <summary>
/// Attribute lists of valid and invalid networks, changed by chance thousands of times: arguments of wrong types, arrays where
/// numbers belong, huge numbers, attributes doubled, exchanged, left out or taken from other networks, blocks that contain
/// themselves. No exception comes from the analyzer or the generator. NETGEN_SEED tries another seed; a failure prints it.
/// </summary>
public partial class FuzzTests
{
    private const int Mutations = 3000;

    /// <summary>Compiling takes longer than checking; what compiles is compiled this often.</summary>
    private const int CompiledEach = 80;

    private static readonly string[] Expressions =
    [
        "0", "-1", "1", "3", "2147483647", "-2147483648", "99999999999", "1e300", "double.NaN", "0.5f", "'x'", "\"text\"", "null", "true", "default",
        "new[] { 1, 2 }", "new int[0]", "[1, 2, 3]", "typeof(int)", "nameof(Net)", "int.MaxValue + 1", "1 / 0", "1 << 40", "In", "Width", "(byte)300",
        "Axes.ChannelsLength", "Pad.Same", "(Pad)7", "Target.Input", "Missing", "Missing.Value", "5 % 0", "-2147483648 / -1", "checked(1 + 1)", "sizeof(int)",
    ];

    private static readonly string[] Names = ["Stride", "Padding", "Dilation", "Groups", "In", "Name", "Repeat", "Axis", "CeilMode", "Axes", "Target", "width", "p", "Nowhere", "Start", "End"];

    [Fact]
    public async Task No_attribute_list_breaks_the_editor()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("NETGEN_SEED"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int given) ? given : 20261123;
        var random = new Random(seed);
        (CompilationUnitSyntax Root, CSharpCompilation Compilation)[] sources = [.. DiagnosticCases.All.Select(found => Parsed(NetworkSource.Unmarked(found.Source).Source))];
        AttributeSyntax[] pool = [.. sources.SelectMany(source => source.Root.DescendantNodes().OfType<AttributeSyntax>())];
        for (int count = 0; count < Mutations; count++)
        {
            (CompilationUnitSyntax root, CSharpCompilation compilation) = sources[random.Next(sources.Length)];
            for (int edits = random.Next(1, 5); edits > 0; edits--)
                root = Mutated(root, pool, random);
            string text = root.ToFullString();
            try
            {
                await Check(compilation, text, generate: count % CompiledEach == 0);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"seed {seed}, mutation {count}: {exception}\n{text}");
            }
        }
    }

    private static (CompilationUnitSyntax, CSharpCompilation) Parsed(string source)
    {
        CSharpCompilation compilation = NetworkSource.Compilation(source);
        return ((CompilationUnitSyntax)compilation.SyntaxTrees[1].GetRoot(TestContext.Current.CancellationToken), compilation);
    }

    private static async Task Check(CSharpCompilation compilation, string text, bool generate)
    {
        compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], NetworkSource.Parse(text, "Source1.cs"));
        ImmutableArray<Diagnostic> found = await NetworkSource.Analyze(compilation);
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        Assert.All(found, diagnostic => Assert.DoesNotMatch(Placeholder(), diagnostic.GetMessage()));
        if (!generate)
            return;
        GeneratorRunResult result = NetworkSource.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
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

    private static ExpressionSyntax Expression(Random random) => SyntaxFactory.ParseExpression(Expressions[random.Next(Expressions.Length)]);
}
