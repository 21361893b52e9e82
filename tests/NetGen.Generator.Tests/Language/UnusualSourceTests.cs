using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Language;

/// <summary>Valid C# that few people write: the generated part compiles beside it, without a warning.</summary>
public class UnusualSourceTests
{
    [Theory]
    // Words of C# as names of everything that has a name.
    [InlineData("""
        namespace @event.@class
        {
            public static partial class @static
            {
                [Network, Input(4), Linear(4, Name = "out"), ReLU, Linear(4, Name = "class"), BatchNorm(Name = "in"), Tanh]
                [Part(3, @params: 2), Linear(2, Name = "base"), CrossEntropy]
                public partial class @new;
            }

            [Linear(Int * Params, Name = "float"), ReLU]
            public partial class Part(int @int, int @params = 1) : Block;
        }
        """)]
    // Names of PyTorch's Sequential, and others that begin with a number.
    [InlineData("""
        [Network, Input(3, 8, 8), Conv2d(3, 3, Padding = 1, Name = "0"), ReLU, Conv2d(3, 1, Name = "3")]
        [BatchNorm(Name = "4"), ReLU(Name = "5"), Conv2d(3, 1, Name = "1x1"), ReLU, Conv2d(4, 3, Name = "branch.3x3"), ReLU]
        [Conv2d(4, 1, Name = "branch.7.item"), ReLU, Flatten, Linear(2, Name = "item")]
        [CrossEntropy]
        public partial class Net;

        public static class Use
        {
            public static Parameter[] Of(Net net) =>
                [net[0].Weight, net[4].RunningMean, net._1x1.Weight, net.Branch._3x3.Bias, net.Branch[7].Item.Weight, net.ItemLayer.Weight];
        }
        """)]
    // Underscores are not C#'s way to write members; two numbers stay apart.
    [InlineData("""
        [Network, Input(4), Linear(4, Name = "fc_1"), ReLU, Linear(4, Name = "self_attention"), ReLU, Part1, Part1, CrossEntropy]
        public partial class Net;

        [Linear(4), ReLU]
        public partial class Part1 : Block;

        public static class Use
        {
            public static Parameter[] Of(Net net) =>
                [net.Fc1.Weight, net.SelfAttention.Weight, net.Part1_1.Linear1.Weight, net.Part1_2.Linear1.Weight];
        }
        """)]
    // Several results, a shared weight, and members that have the names of what is generated for them.
    [InlineData("""
        [Network, Input(4), Linear(4, Name = "outputs"), Output(4, Name = "samples"), ReLU, Heads]
        [Linear(4, Tied = "outputs", Name = "tied"), Output(4, Name = "output")]
        public partial class Net
        {
            [Sum<Mean, Spread>, ReLU] private sealed partial class Heads : Block;
            [Linear(4), Output(4, Name = "mean")] private sealed partial class Mean : Block;
            [Linear(4), Output(4, Name = "log_variance")] private sealed partial class Spread : Block;
        }

        public static class Use
        {
            public static Parameter[] Of(Net net) => [net.OutputsLayer.Weight, net.Tied.Weight, net.Tied.Bias];

            public static float Of(Net.Outputs outputs) =>
                outputs.Samples + outputs.Samples2[0] + outputs.Heads1_Mean[0]
                + outputs.Heads1_LogVariance[0] + outputs.Output[0] + outputs.Output2[0];
        }
        """)]
    // Layers called like the locals and helpers of kernels.
    [InlineData("""
        [Network, Input(2, 8, 8)]
        [Conv2d(4, 3, Padding = 1, Name = "workspace"), ReLU(Name = "sample"), Conv2d(4, 3, Name = "begin"), MaxPool2d(2, Name = "end")]
        [BatchNorm(Name = "sum"), ReLU(Name = "w"), AvgPool2d(3, Name = "i"), Flatten(Name = "y"), Linear(4, Name = "x")]
        [LayerNorm(Name = "tail"), Softmax(Name = "row"), Linear(3, Name = "kernels"), ELU, Linear(3, Name = "panel"), CrossEntropy]
        public partial class Net;

        [Network, Input(3, 12, 12), Conv2d(4, 3, Padding = 1, Name = "conv"), BatchNorm, ReLU(Name = "inputMovedBatch")]
        [Conv2d(24, 5, Name = "convOutputBatch"), MaxPool2d(2), Flatten, Linear(3), CrossEntropy]
        public partial class Suffixed;
        """)]
    // The namespace, a type around the network, and the network itself have the short names of emitted files.
    [InlineData("""
        namespace Models
        {
            public class Workspace;
            public class Panel;
            public class Floats16;
            public class System;

            public partial class Unsafe
            {
                [Network, Input(4), Linear(4), ReLU, Dropout(0.5), Linear(2), CrossEntropy]
                public partial class Net
                {
                    public static void Functions() { }

                    public int Kernels => 3;

                    public Workspace? Bits { get; set; }
                }
            }
        }
        """)]
    // A network has such a name itself.
    [InlineData("""
        [Network, Input(4), Linear(4), ReLU, Linear(2), CrossEntropy] public partial class Workspace;
        [Network, Input(4), Linear(4), ReLU, Linear(2), CrossEntropy] public partial class Kernels;
        [Network, Input(4), Linear(4), ReLU, Linear(2), CrossEntropy] public partial class Unsafe;
        """)]
    // Names that differ in case alone, of networks and of blocks.
    [InlineData("""
        [Network, Input(4), Part(2)] public partial class Net;
        [Network, Input(4), PART(3)] public partial class NET;
        [Linear(Width)] public partial class Part(int width) : Block;
        [Linear(Width)] public partial class PART(int width) : Block;
        """)]
    // Types around a network, and what may stand before it.
    [InlineData("""
        public partial record Outer
        {
            protected internal partial record struct Middle
            {
                public partial interface IInner
                {
                    [Network, Input(4), Linear(2)] private sealed partial class Net;
                }
            }

            [Network, Input(4), Linear(2)] private protected partial class Net;
        }
        """)]
    // Aliases, full names, arrays, constants of the class, comments and conditions between attributes.
    [InlineData("""
        namespace Models
        {
            using Conv = NetGen.Conv2dAttribute;

            [global::NetGen.Network]
            [NetGen.InputAttribute(new[] { 3, 8, Size })]
            [Conv(4, 3), /* then */ global::NetGen.ReLUAttribute, NetGen.MaxPool2d(2)] // a comment
        #if !NEVER
            [NetGen.Flatten]
        #endif
            [type: NetGen.Linear(true ? 10 : 3, Name = nameof(Size)), NetGen.CrossEntropy]
            public partial class Net
            {
                private const int Size = 1 << 3;
            }
        }
        """)]
    // Layers called like members of every class, and like the fields of several methods that run in turn.
    [InlineData("""
        [Network, Input(4), Linear(8, Name = "part.equals"), Tanh, Linear(8, Name = "part.get_type"), Tanh]
        [Linear(8, Name = "part.0.toString"), Linear(8, Name = "get_hash_code"), CrossEntropy]
        public partial class Net;

        [Network, Input(4), Linear(8, Name = "a"), Tanh, Linear(8, Name = "b"), Tanh, Linear(8, Name = "aTanh1ForwardTobTanh2"), Tanh]
        [Linear(8, Name = "aTanh1PredictToBTanh2"), Tanh, Linear(2, Name = "c"), CrossEntropy]
        public partial class Chained;

        public static class Use
        {
            public static Parameter[] Of(Net net) =>
                [net.Part.Equals2.Weight, net.Part.GetType2.Bias, net.Part[0].ToString2.Weight, net.GetHashCodeLayer.Weight];
        }
        """)]
    // Parameters of blocks: words of C#, names that begin with no small letter, and names that the block has for its fields.
    [InlineData("""
        [Network, Input(4), Part(2, 3, 4, 5, 6, _: 7)] public partial class Net;

        [Linear(Width * _size + Class), Linear(Été), Linear(幅), Linear(_)]
        public partial class Part(int width, int _size, int @class, int été, int 幅, int _) : Block
        {
            private readonly int __width = 3;

            public int Both => __width + ___size;

            private int ___size => 4;
        }
        """)]
    // Types that are obsolete say so where they are used, and not in the generated part.
    [InlineData("""
        #pragma warning disable CS0612
        [Obsolete] public enum Kind { Plain, Wide }

        [Network, Input(4), Part(2, Kind.Wide)] [Obsolete] public partial class Net;
        [Linear(Width)] [Obsolete] public partial class Part(int width, Kind kind) : Block;
        """)]
    // A base class of a type around the network, and another assembly's types of its namespace, have the short names of emitted files.
    [InlineData("""
        namespace System.Runtime.CompilerServices
        {
            public class Control { public int Workspace => 3; public static int Functions() => 4; public class Panel; }

            public partial class Form : Control
            {
                [Network, Input(4), Linear(4), GELU, Dropout(0.5), Linear(2), CrossEntropy]
                public partial class Net;
            }
        }
        """)]
    // A constructor of one's own.
    [InlineData("""
        [Network, Input(4), Linear(2)]
        public partial class Net
        {
            public Net(string text) : this(text.Length) { }
        }
        """)]
    // Every file of the project has a name for something else.
    [InlineData("""
        global using System.Numerics;
        global using System.Runtime.CompilerServices;
        global using System.Runtime.InteropServices;
        global using System.Runtime.Intrinsics;
        global using NetGen.Runtime;
        global using Unsafe = System.Runtime.CompilerServices.Unsafe;
        global using Panel = System.Collections.Generic.List<int>;
        global using Simd16 = System.Text.StringBuilder;

        [Network, Input(4), Linear(4), ReLU, Dropout(0.5), Linear(2), CrossEntropy] public partial class Net;
        namespace Models { [Network, Input(4), Linear(4), ReLU, Dropout(0.5), Linear(2), CrossEntropy] public partial class Net; }
        """)]
    public void The_generated_part_compiles(string source) => Assert.Equal("", string.Join("\n", Generated(source)));

    /// <summary>What C# refuses is C#'s error alone, and the other networks are generated all the same.</summary>
    [Theory]
    [InlineData("[Network, Input(4), Linear(2)] public partial class Net; [Network] public partial class Net;", "CS0579")]
    [InlineData(
        "[Network, Input(4), Part(2)] public partial class Net; [Linear(Width)] public partial class Part(int width) : Block; "
        + "public partial class Part(int width);", "CS8863")]
    public void What_is_refused_does_not_keep_others_from_being_generated(string source, string error) =>
        Assert.Equal([error], Generated(source + """
         [Network, Input(4), Linear(2)] public partial class Other;
        public static class Use { public static object Of() => new Other(seed: 1); }
        """).Distinct());

    private static IReadOnlyList<string> Generated(string source)
    {
        GeneratorDriver driver = NetworkSource.Driver().RunGeneratorsAndUpdateCompilation(
            NetworkSource.Compilation(source), out Compilation output, out _, TestContext.Current.CancellationToken);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        return [.. output.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(Shown)];

        static string Shown(Diagnostic diagnostic) =>
            diagnostic.Location.SourceTree?.FilePath.EndsWith(
                ".g.cs", StringComparison.Ordinal) == true ? diagnostic.ToString() : diagnostic.Id;
    }
}
