using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace NetGen.Generator.Tests.Fixes;

/// <summary>Fixes in source as people write it: lists over several lines, comments between, qualified names, types within types.</summary>
public class FormattingTests
{
    public static TheoryData<string, string> Sources => new()
    {
        // Several layers in one list over lines, with comments.
        {
            """
            [Network]
            [Input(3, 8, 8)]
            [
                Conv2d(4, 3),  // find
                ReLU,
                /* classify */ {|NG0101:Linear(10)|}
            ]
            public partial class Net;
            """,
            """
            [Network]
            [Input(3, 8, 8)]
            [
                Conv2d(4, 3),  // find
                ReLU,
                /* classify */ Flatten, Linear(10)
            ]
            public partial class Net;
            """
        },
        // The last of a list with a comma behind it.
        {
            "[Network, Input(4)] [Linear(8), ReLU, Linear(3), {|NG0308:Softmax|},] [CrossEntropy] public partial class Net;",
            "[Network, Input(4)] [Linear(8), ReLU, Linear(3),] [CrossEntropy] public partial class Net;"
        },
        // A list of its own goes with its line.
        {
            """
            [Network, Input(4)]
            [Linear(3)]
            [{|NG0308:Softmax|}]
            [CrossEntropy]
            public partial class Net;
            """,
            """
            [Network, Input(4)]
            [Linear(3)]
            [CrossEntropy]
            public partial class Net;
            """
        },
        // Names with their namespace, where no using has it.
        {
            "[global::NetGen.Network, global::NetGen.Input(3, 8, 8), {|NG0101:global::NetGen.Linear(10)|}] public partial class Net;",
            "[global::NetGen.Network, global::NetGen.Input(3, 8, 8), global::NetGen.Flatten, global::NetGen.Linear(10)] "
            + "public partial class Net;"
        },
        {
            "[NetGen.Network, NetGen.Input(8), NetGen.Linear(4, Bias = false), {|NG0405:NetGen.Dropout(0.5)|}, NetGen.BatchNorm, "
            + "NetGen.ReLU] public partial class Net;",
            "[NetGen.Network, NetGen.Input(8), NetGen.Linear(4, Bias = false), NetGen.BatchNorm, NetGen.Dropout(0.5), NetGen.ReLU] "
            + "public partial class Net;"
        },
        {
            "[NetGen.Network, NetGen.Linear(4), {|NG0008:NetGen.Input(8)|}] public partial class Net;",
            "[NetGen.Network, NetGen.Input(8), NetGen.Linear(4)] public partial class Net;"
        },
        {
            "[DataSet, Sample(8)] public class Data; [NetGen.Network, NetGen.Input<Data>, NetGen.Linear(8), {|NG0302:NetGen.MSE|}] "
            + "public partial class Net;",
            "[DataSet, Sample(8)] public class Data; "
            + "[NetGen.Network, NetGen.Input<Data>, NetGen.Linear(8), NetGen.MSE(Target = NetGen.Target.Input)] public partial class Net;"
        },
        {
            """
            [NetGen.Network, NetGen.Input(8), NetGen.Residual<{|NG0112:Path|}>]
            public partial class Net
            {
                [NetGen.Linear(4)] partial class Path : NetGen.Block;
            }
            """,
            """
            [NetGen.Network, NetGen.Input(8), NetGen.Residual<Path, Projection>]
            public partial class Net
            {
                [NetGen.Linear(4)] partial class Path : NetGen.Block;

                [NetGen.Linear(4)]
                partial class Projection : NetGen.Block;
            }
            """
        },
        // Names with their ending, and an alias.
        {
            "using Full = NetGen.LinearAttribute; [NetworkAttribute, InputAttribute(3, 8, 8), {|NG0101:Full(10)|}] "
            + "public partial class Net;",
            "using Full = NetGen.LinearAttribute; [NetworkAttribute, InputAttribute(3, 8, 8), Flatten, Full(10)] public partial class Net;"
        },
        // A network in a record in a record struct, in a namespace with its braces.
        {
            """
            namespace Models.Of.Digits
            {
                public partial record struct Outer(int Number)
                {
                    partial record Inner
                    {
                        [Network, Input(3, 8, 8)]
                        // every pixel
                        [{|NG0101:Linear(10)|}] // no window
                        public partial class Net;
                    }
                }
            }
            """,
            """
            namespace Models.Of.Digits
            {
                public partial record struct Outer(int Number)
                {
                    partial record Inner
                    {
                        [Network, Input(3, 8, 8)]
                        // every pixel
                        [Flatten, Linear(10)] // no window
                        public partial class Net;
                    }
                }
            }
            """
        },
        // A block within a block, in a namespace without braces.
        {
            """
            namespace Models;

            [Network, Input(3, 8, 8), Head(10)]
            public partial class Net;

            [Residual<Inner>(WhenShapeKept = true)]
            public partial class Head(int width) : Block
            {
                [{|NG0101:Linear(8)|}]
                partial class Inner : Block;
            }
            """,
            """
            namespace Models;

            [Network, Input(3, 8, 8), Head(10)]
            public partial class Net;

            [Residual<Inner>(WhenShapeKept = true)]
            public partial class Head(int width) : Block
            {
                [Flatten, Linear(8)]
                partial class Inner : Block;
            }
            """
        },
        // A constraint right behind the type parameters.
        {
            "[Network, Input(8), Linear(2)] public partial class Net{|NG0004:<T>|} where T : class;",
            "[Network, Input(8), Linear(2)] public partial class Net;"
        },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task All_else_stays_as_it_is_written(string wrong, string right)
    {
        var test = new FixTest
        {
            TestCode = wrong,
            FixedCode = right,
            CompilerDiagnostics = CompilerDiagnostics.Errors,
            CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne,
            MarkupOptions = MarkupOptions.UseFirstDescriptor,
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
