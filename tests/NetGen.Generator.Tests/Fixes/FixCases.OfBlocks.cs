namespace NetGen.Generator.Tests.Fixes;

internal static partial class FixCases
{
    private static FixCase[] OfBlocks =>
    [
        new("NG0012", "Remove [Loop]", """
            [Network, Input(4), Loop]
            public partial class Net;

            [Linear(4)]
            public partial class Loop : Block;
            """),
        new("NG0012", "Remove [First(Repeat = 2)]", """
            [Network, Input(4), First]
            public partial class Net;

            [Linear(4), Second]
            public partial class First : Block;

            [ReLU]
            public partial class Second : Block;
            """, """
            [Network, Input(4), First]
            public partial class Net;

            [Linear(4), Second]
            public partial class First : Block;

            [ReLU, «First(Repeat = 2)»]
            public partial class Second : Block;
            """),
        new("NG0016", "Remove Padding = 8 / Width", """
            [Network, Input(1, 8, 8), Part(0)]
            public partial class Net;

            [Conv2d(4, 3)]
            public partial class Part(int width) : Block;
            """, """
            [Network, Input(1, 8, 8), Part(0)]
            public partial class Net;

            [Conv2d(4, 3, Padding = «8 / Width»)]
            public partial class Part(int width) : Block;
            """) { HasCompilerError = true },
    ];
}
