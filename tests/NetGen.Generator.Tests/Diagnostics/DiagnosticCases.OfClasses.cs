namespace NetGen.Generator.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static DiagnosticCase[] OfClasses =>
    [
        new("NG0001",
            """
            [Network, Input(4), Linear(2)]
            public class «Net»;
            """,
            "'Net' is a network, and the other part of it is generated: declare it 'partial'."),
        new("NG0002",
            """
            public class «Outer»
            {
                [Network, Input(4), Linear(2)]
                public partial class Net;
            }
            """,
            "'Outer' contains the network 'Net', and a part of both is generated: declare 'Outer' 'partial'."),
        new("NG0003",
            """
            [Network, Input(4), Linear(2)]
            public partial class Net;

            [«ReLU»]
            public partial class Net;
            """,
            "'Net' has layers on two of its parts, and between parts there is no order. Write all of them on one declaration."),
        new("NG0004",
            """
            [Network, Input(4), Linear(2)]
            public partial class Net«<T>»;
            """,
            "'Net' is generic or stands in a generic type, and a network's sizes are fixed when it is compiled. "
            + "Leave the type parameters out."),
        new("NG0005",
            """
            [Network, Input(4), Linear(2)]
            public static partial class «Net»;
            """,
            "'Net' is static, and a network is a class that can be created. Declare it 'public partial class Net'."),
        new("NG0006",
            """
            public class Other;

            [Network, Input(4), Linear(2)]
            public partial class Net : «Other»;
            """,
            "'Net' derives from 'Other', but a network derives from NetGen.Network. "
            + "Leave the base class out: the generated part states it."),
        new("NG0007",
            """
            [«Network», Linear(2)]
            public partial class Net;
            """,
            "'Net' has no [Input]. Write it before the first layer, with the sizes of one sample: [Input(1, 28, 28)]."),
        new("NG0008",
            """
            [Network, Linear(2), «Input(4)»]
            public partial class Net;
            """,
            "[Input] comes first and once; here it stands after [Linear(2)]."),
        new("NG0009",
            """
            [Network, Input(4), Linear(2), «CrossEntropy», Softmax]
            public partial class Net;
            """,
            "[CrossEntropy] comes last and once; here [Softmax] stands after it."),
        new("NG0010",
            """
            [«Network», Input(4)]
            public partial class Net;
            """,
            "'Net' has no layer. Write the first one after [Input]: [Linear(10)]."),
        new("NG0011",
            """
            [Network, Input(4), Head]
            public partial class Net;

            [«Input(4)», Linear(2)]
            public partial class Head : Block;
            """,
            "[Input] has no place on the block 'Head': a block takes the shape that comes in, "
            + "and the network states its own input and loss."),
        new("NG0012",
            """
            [Network, Input(4), Loop]
            public partial class Net;

            [Linear(4), «Loop»]
            public partial class Loop : Block;
            """,
            "The block 'Loop' contains itself (Loop → Loop), so it has no end. (in Loop, used as loop1)"),
        new("NG0013",
            """
            [Network, Input(4), Width(3)]
            public partial class Net;

            [Linear(4)]
            public partial class Width(int «width») : Block;
            """,
            "The parameter 'width' of the block 'Width' becomes the constant 'Width', which is the block's own name. Rename it."),
        new("NG0015",
            """
            [Network, Input(4), Sum<«Scaled», Identity>]
            public partial class Net;

            [Linear(Width)]
            public partial class Scaled(int width) : Block;
            """,
            "'Scaled' has the required parameter 'width' and cannot be an operand. Give the use a name: [Scaled(…)] "
            + "partial class MyScaled : Block;"),
        new("NG0016",
            """
            [Network, Input(4), Part(0)]
            public partial class Net;

            [Linear(«8 / Width»)]
            public partial class Part(int width) : Block;
            """,
            "The expression for outFeatures divides by zero. (in Part(0), used as part1)"),
        new("NG0017",
            """
            [Network, Input(4), Part<int>]
            public partial class Net;

            [Linear(2)]
            public partial class «Part»<T> : Block;
            """,
            "The block 'Part' is generic or stands in a generic type. What varies is a parameter: partial class Part(int width) : Block."),
        new("NG0018",
            """
            [Network, Input(4), «Widened.Half»]
            public partial class Net;

            [Linear(Width), ReLU, Half]
            public partial class Widened(int width) : Block
            {
                [Linear(Width / 2)]
                public partial class Half : Block;
            }
            """,
            "'Half' is nested in 'Widened', whose parameters it sees, and can be used only there."),
        new("NG0019",
            """
            [«Input(4)», Linear(2)]
            public partial class Net;
            """,
            "'Net' has layers, but is neither a network nor a block, so that nothing is made of them. "
            + "Mark it [Network], or derive it from Block.")
        {
            IsOutside = true,
        },
        new("NG0021",
            """
            [Network, Input(4), Wide(3)]
            public partial class Net;

            [Linear(Width)]
            public partial class Wide : Block
            {
                public «Wide»(int width) { }
            }
            """,
            "The block 'Wide' has a constructor of its own, whose parameters its layers do not see. "
            + "Write them after its name: partial class Wide(int width) : Block.",
            AlsoReported: "CS0103"),
        new("NG0023",
            """
            [Network, Input(4), Wide(3)]
            public partial class Net;

            [Linear(Width)]
            file partial class «Wide»(int width) : Block;
            """,
            "The block 'Wide' is local to its file, and its parameters become constants in another file. Leave 'file' out.",
            AlsoReported: "CS0103 CS9113"),
        new("NG0020",
            """
            [Network, Input(4), Linear(2)]
            public partial class Net
            {
                public «Net»(string path) => Load(path);
            }
            """,
            "The generated part of 'Net' has the constructor Net(int seed = 0), which makes the parameters. "
            + "Let this one call it: Net(string path) : this(seed: 0)."),
    ];
}
