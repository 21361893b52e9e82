using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests.Incremental;

/// <summary>Source as it stands while it is typed: neither the generator nor the analyzer throws.</summary>
public class HalfTypedTests
{
    private const string Networks = """
        [Network]
        [Input(3, 8, 8)]
        [Conv2d(4, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
        [Stage(4), Stage(8, stride: 2, Name = "layer2", Repeat = 2)]
        [Concat<Lower, Identity>(Axis = 0), AdaptiveAvgPool2d(1), Flatten, Linear(10, In = 16)]
        [CrossEntropy(LabelSmoothing = 0.1)]
        public partial class Net
        {
            [Conv2d(In, 1), GELU(Approximate = "tanh")] partial class Lower : Block;
        }

        [Residual<Path, Projection>, ReLU]
        public partial class Stage(int width, int stride = 1) : Block
        {
            [Conv2d(Width * 2 / 2, 3, Stride = Stride, Padding = Stride > 0 ? 1 : 0)] partial class Path : Block;
            [Conv2d(Width, 1, Stride = Stride)] partial class Projection : Block;
        }
        """;

    private static readonly string[] Insertions =
    [
        "(", ")", "[", "]", "<", ">", ",", "=", "\"", "0", "-1", " ", "Width", "9999999999", "Stage", "In", ";", "{", "}", "/ 0", ":",
    ];

    [Fact]
    public async Task Mutations_never_throw()
    {
        var random = new Random(20261123);
        for (int count = 0; count < 300; count++)
        {
            string source = Mutated(random);
            try
            {
                // What still is a network would be compiled each time; a part of them shows that much.
                await Check(source, generate: count % 6 == 0);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"mutation {count}: {exception}\n{source}");
            }
        }
    }

    /// <summary>The text cut off after each of its tokens, as it is while it is typed from top to bottom.</summary>
    [Fact]
    public async Task Beginnings_never_throw()
    {
        for (int length = 0; length < Networks.Length; length += 11)
            await Check(Networks[..length], generate: true);
    }

    /// <summary>Parts of blocks that other assemblies see, and whose description would have to say what is not there yet.</summary>
    [Theory]
    [InlineData("[Linear(Width * )] public partial class Part(int width) : Block;")]
    [InlineData("[Linear(Width > 1 ? 2 : )] public partial class Part(int width) : Block;")]
    [InlineData("[Linear((int)(Width + Missing))] public partial class Part(int width) : Block;")]
    [InlineData("[Linear(Width)] public partial class Part(int width = ) : Block;")]
    [InlineData("[Linear(Width)] public partial class Part(int width = 2 * Missing) : Block;")]
    [InlineData("[Linear(4, In = new[] { 1, 2 })] public partial class Part(int width) : Block;")]
    [InlineData("[Linear(4, In = new[] { })] public partial class Part : Block;")]
    [InlineData("[Linear(4, Bias = False, )] public partial class Part : Block;")]
    public async Task Half_a_block_is_not_described(string block)
    {
        await Check(block, generate: true);
        await Check("[Network, Input(4), Part(2)] public partial class Net; " + block, generate: true);
    }

    private static async Task Check(string source, bool generate)
    {
        CSharpCompilation compilation = NetworkSource.Compilation(source);
        ImmutableArray<Diagnostic> analyzed =
            await compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(analyzed, diagnostic => diagnostic.Id == "AD0001");
        if (!generate)
            return;
        GeneratorRunResult result =
            NetworkSource.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Id == "NG0900");
    }

    private static string Mutated(Random random)
    {
        var text = new StringBuilder(Networks);
        for (int edits = random.Next(1, 4); edits > 0; edits--)
        {
            int at = random.Next(text.Length);
            if (random.Next(2) == 0)
                text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at));
            else
                text.Insert(at, Insertions[random.Next(Insertions.Length)]);
        }

        return text.ToString();
    }
}
