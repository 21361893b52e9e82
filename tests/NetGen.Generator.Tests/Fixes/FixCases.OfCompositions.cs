namespace NetGen.Generator.Tests.Fixes;

internal static partial class FixCases
{
    private static FixCase[] OfCompositions =>
    [
        new("NG0112", "Add a projection: [Linear(16)]", """
            [Network, Input(8), Residual<Wider, Projection>]
            public partial class Net
            {
                [Linear(16)]
                partial class Wider : Block;

                [Linear(16)]
                partial class Projection : Block;
            }
            """),
        new("NG0112", "State WhenShapeKept = true", """
            [Network, Input(8), Residual<Wider>(WhenShapeKept = true)]
            public partial class Net
            {
                [Linear(16)]
                partial class Wider : Block;
            }
            """, Index: 1),
        new("NG0112", "Add a projection: [Conv2d(16, 1, Stride = 2, Bias = false), BatchNorm]", """
            [Network, Input(8, 9, 9), Residual<Half, Projection>]
            public partial class Net
            {
                [Conv2d(16, 3, Stride = 2, Padding = 1)]
                partial class Half : Block;

                [Conv2d(16, 1, Stride = 2, Bias = false), BatchNorm]
                partial class Projection : Block;
            }
            """, """
            [Network, Input(8, 9, 9), Residual<«Half»>]
            public partial class Net
            {
                [Conv2d(16, 3, Stride = 2, Padding = 1)]
                partial class Half : Block;
            }
            """),
        new("NG0112", "Add a projection: [Conv2d(Width, 1, Stride = Stride, Bias = false), BatchNorm]", """
            [Network, Input(8, 8, 8), Basic(16, stride: 2)]
            public partial class Net;

            [Residual<Path, Projection>, ReLU]
            public partial class Basic(int width, int stride = 1) : Block
            {
                [Conv2d(Width, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm, ReLU]
                [Conv2d(Width, 3, Padding = 1, Bias = false), BatchNorm]
                partial class Path : Block;

                [Conv2d(Width, 1, Stride = Stride, Bias = false), BatchNorm]
                partial class Projection : Block;
            }
            """, """
            [Network, Input(8, 8, 8), Basic(16, stride: 2)]
            public partial class Net;

            [Residual<«Path»>, ReLU]
            public partial class Basic(int width, int stride = 1) : Block
            {
                [Conv2d(Width, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm, ReLU]
                [Conv2d(Width, 3, Padding = 1, Bias = false), BatchNorm]
                partial class Path : Block;
            }
            """) { HasCompilerError = true },
        new("NG0113", "Change to 4", """
            [Network, Input(8), Sum<A, B>]
            public partial class Net
            {
                [Linear(4)]
                partial class A : Block;

                [Linear(4)]
                partial class B : Block;
            }
            """),
        new("NG0114", "Change the input to [Input(1, 32, 32)]", """
            [Network, Input(1, 32, 32), Conv2d(4, 3, Padding = 1), Concat<Lower, Identity>, Conv2d(1, 1)]
            public partial class Net
            {
                [MaxPool2d(2, CeilMode = true), Conv2d(8, 3, Padding = 1), ReLU, ConvTranspose2d(4, 2, Stride = 2), ReLU]
                partial class Lower : Block;
            }
            """, """
            [Network, Input(1, 31, 31), Conv2d(4, 3, Padding = 1), Concat<Lower, «Identity»>, Conv2d(1, 1)]
            public partial class Net
            {
                [MaxPool2d(2, CeilMode = true), Conv2d(8, 3, Padding = 1), ReLU, ConvTranspose2d(4, 2, Stride = 2), ReLU]
                partial class Lower : Block;
            }
            """),
        new("NG0115", "Change to 4", """
            [Network, Input(8), Multiply<A, B>]
            public partial class Net
            {
                [Linear(4)]
                partial class A : Block;

                [Linear(4)]
                partial class B : Block;
            }
            """),
    ];
}
