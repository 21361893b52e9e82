namespace NetGen.Generator.Tests.Fixes;

internal static partial class FixCases
{
    private static FixCase[] OfClasses =>
    [
        new("NG0001", "Declare 'Net' partial", """
            [Network, Input(4), Linear(2)]
            public partial class Net;
            """),
        new("NG0002", "Declare 'Outer' partial", """
            public partial class Outer
            {
                [Network, Input(4), Linear(2)]
                public partial class Net;
            }
            """),
        new("NG0003", "Move the layers to the other part", """
            [Network, Input(4), Linear(2), ReLU]
            public partial class Net;

            public partial class Net;
            """),
        new("NG0004", "Remove <T>", """
            [Network, Input(4), Linear(2)]
            public partial class Net;
            """),
        new("NG0005", "Make it a plain class", """
            [Network, Input(4), Linear(2)]
            public partial class Net;
            """),
        new("NG0006", "Remove the base class 'Other'", """
            public class Other;

            [Network, Input(4), Linear(2)]
            public partial class Net;
            """),
        new("NG0007", "Insert [Input(784)]", """
            [Network, Input(784), Linear(2)]
            public partial class Net;
            """),
        new("NG0007", "Insert [Input(1, 28, 28)]", """
            [Network, Input(1, 28, 28)]
            [Conv2d(4, 3)]
            public partial class Net;
            """, """
            [«Network»]
            [Conv2d(4, 3)]
            public partial class Net;
            """),
        new("NG0008", "Move [Input(4)] to the beginning", """
            [Network, Input(4), Linear(2)]
            public partial class Net;
            """),
        new("NG0008", "Remove [Input(5)]", """
            [Network, Input(4), Linear(2)]
            public partial class Net;
            """, """
            [Network, Input(4), Linear(2), «Input(5)»]
            public partial class Net;
            """),
        new("NG0009", "Move [CrossEntropy] to the end", """
            [Network, Input(4)]
            [Linear(2), Tanh, CrossEntropy]
            public partial class Net;
            """, """
            [Network, Input(4)]
            [«CrossEntropy»]
            [Linear(2), Tanh]
            public partial class Net;
            """),
        new("NG0009", "Remove [MSE]", """
            [Network, Input(4)]
            [Linear(2), CrossEntropy]
            public partial class Net;
            """, """
            [Network, Input(4)]
            [Linear(2), «MSE», CrossEntropy]
            public partial class Net;
            """),
        new("NG0010", "Insert [Linear(10)]", """
            [Network, Input(4), Linear(10)]
            public partial class Net;
            """),
        new("NG0011", "Remove [Input(4)]", """
            [Network, Input(4), Head]
            public partial class Net;

            [Linear(2)]
            public partial class Head : Block;
            """),
        new("NG0013", "Rename 'width' to 'widthValue'", """
            [Network, Input(4), Width(widthValue: 3)]
            public partial class Net;

            [Linear(2 * WidthValue)]
            public partial class Width(int widthValue) : Block;
            """, """
            [Network, Input(4), Width(width: 3)]
            public partial class Net;

            [Linear(2 * Width)]
            public partial class Width(int «width») : Block;
            """) { HasCompilerError = true },
        new("NG0023", "Remove 'file'", """
            [Network, Input(4), Wide(3)]
            public partial class Net;

            [Linear(Width)]
            partial class Wide(int width) : Block;
            """) { HasCompilerError = true },
        new("NG0015", "Name the use: [Scaled(In)] partial class MyScaled : Block;", """
            [Network, Input(4), Sum<MyScaled, Identity>]
            public partial class Net
            {
                [Scaled(In)]
                partial class MyScaled : Block;
            }

            [Linear(Width)]
            public partial class Scaled(int width) : Block;
            """) { HasCompilerError = true },
        new("NG0017", "Remove <T>", """
            [Network, Input(4), Part]
            public partial class Net;

            [Linear(2)]
            public partial class Part : Block;
            """),
        new("NG0019", "Insert [Network]", """
            [Network, Input(4), Linear(2)]
            public partial class Net;
            """),
        new("NG0019", "Derive 'Path' from Block", """
            [Linear(4), ReLU]
            public partial class Path(int width) : Block { }
            """, """
            [«Linear(4)», ReLU]
            public class Path(int width) { }
            """),
        new("NG0020", "Remove the constructor", """
            [Network, Input(4), Linear(2)]
            public partial class Net
            {
                public string Path => "net.safetensors";
            }
            """, """
            [Network, Input(4), Linear(2)]
            public partial class Net
            {
                public «Net»(int seed) { }

                public string Path => "net.safetensors";
            }
            """),
    ];
}
