namespace NetGen.Generator.Tests.Fixes;

internal static partial class FixCases
{
    private static FixCase[] OfShapes =>
    [
        new("NG0101", "Insert [Flatten]", """
            [Network, Input(3, 8, 8), Flatten, Linear(10)]
            public partial class Net;
            """),
        new("NG0101", "Insert [Transpose]", """
            [Network, Input(50, 8), Transpose, BatchNorm]
            public partial class Net;
            """, """
            [Network, Input(50, 8), «BatchNorm»]
            public partial class Net;
            """),
        new("NG0101", "Insert [Reshape(1, 28, 28)]", """
            [Network, Input(784)]
            [Reshape(1, 28, 28), Conv2d(8, 3), ReLU, Flatten, Linear(10)]
            public partial class Net;
            """, """
            [Network, Input(784)]
            [«Conv2d(8, 3)», ReLU, Flatten, Linear(10)]
            public partial class Net;
            """),
        new("NG0101", "Remove [Flatten]", """
            [Network, Input(1, 8, 8)]
            [Conv2d(8, 3), ReLU]
            [Conv2d(8, 3), ReLU, Flatten, Linear(10)]
            public partial class Net;
            """, """
            [Network, Input(1, 8, 8)]
            [Conv2d(8, 3), ReLU]
            [Flatten]
            [«Conv2d(8, 3)», ReLU, Flatten, Linear(10)]
            public partial class Net;
            """),
        new("NG0102", "Change to 9216", """
            [Network, Input(64, 12, 12), Flatten, Linear(10, In = 9216)]
            public partial class Net;
            """),
        new("NG0102", "Remove In = 1024", """
            [Network, Input(64, 12, 12), Flatten, Linear(10)]
            public partial class Net;
            """, Index: 1),
        new("NG0102", "Change to [Reshape(64, 7, 7)]", """
            [Network, Input(100), Linear(3136), ReLU, Reshape(64, 7, 7), Conv2d(8, 3, In = 64)]
            public partial class Net;
            """, """
            [Network, Input(100), Linear(3136), ReLU, Reshape(7, 7, 64), Conv2d(8, 3, In = «64»)]
            public partial class Net;
            """),
        new("NG0103", "Change to [Shape(4, 6, 6)]", """
            [Network, Input(1, 8, 8), Conv2d(4, 3), ReLU, Shape(4, 6, 6), Flatten, Linear(2)]
            public partial class Net;
            """),
        new("NG0104", "Change to [Output(2)]", """
            [Network, Input(4), Linear(2), Output(2)]
            public partial class Net;
            """),
        new("NG0104", "Change to 10", """
            [Network, Input(4), Linear(10), Output(10)]
            public partial class Net;
            """, Index: 1),
        new("NG0105", "Change to 4", """
            [Network, Input(1, 4, 4), Conv2d(4, 4)]
            public partial class Net;
            """),
        new("NG0105", "State Padding = 1", """
            [Network, Input(1, 4, 4), Conv2d(4, 5, Padding = 1)]
            public partial class Net;
            """, Index: 1),
        new("NG0105", "Change the input to [Input(1, 5, 5)]", """
            [Network, Input(1, 5, 5), Conv2d(4, 5)]
            public partial class Net;
            """, Index: 2),
        new("NG0105", "Change to [AdaptiveAvgPool2d(1)]", """
            [Network, Input(64, 4, 4), AdaptiveAvgPool2d(1), Flatten, Linear(10)]
            public partial class Net;
            """, """
            [Network, Input(64, 4, 4), AvgPool2d(«7»), Flatten, Linear(10)]
            public partial class Net;
            """),
        new("NG0106", "State CeilMode = true", """
            [Network, Input(1, 5, 5), MaxPool2d(2, CeilMode = true), Flatten, Linear(2)]
            public partial class Net;
            """),
        new("NG0106", "Change the input to [Input(1, 6, 6)]", """
            [Network, Input(1, 6, 6), MaxPool2d(2), Flatten, Linear(2)]
            public partial class Net;
            """, Index: 1),
        new("NG0106", "Change the input to [Input(1, 4, 4)]", """
            [Network, Input(1, 4, 4), MaxPool2d(2), Flatten, Linear(2)]
            public partial class Net;
            """, Index: 2),
        new("NG0106", "State Padding = 1", """
            [Network, Input(1, 8, 8), Conv2d(4, 3, Stride = 2, Padding = 1)]
            public partial class Net;
            """, """
            [Network, Input(1, 8, 8), Conv2d(4, 3, Stride = «2»)]
            public partial class Net;
            """),
        new("NG0107", "Change to 1", """
            [Network, Input(4), Linear(1)]
            public partial class Net;
            """),
        new("NG0108", "Change to 0.5", """
            [Network, Input(4), Linear(2), Dropout(0.5)]
            public partial class Net;
            """, """
            [Network, Input(4), Linear(2), Dropout(«50»)]
            public partial class Net;
            """),
        new("NG0108", "Change to 3", """
            [Network, Input(6, 8, 8), Conv2d(9, 3, Groups = 3)]
            public partial class Net;
            """, """
            [Network, Input(6, 8, 8), Conv2d(9, 3, Groups = «4»)]
            public partial class Net;
            """),
        new("NG0108", "Remove Momentum = 99", """
            [Network, Input(6, 8, 8), BatchNorm]
            public partial class Net;
            """, """
            [Network, Input(6, 8, 8), BatchNorm(Momentum = «99»)]
            public partial class Net;
            """),
        new("NG0109", "Change to [Reshape(-1, 6, 6)]", """
            [Network, Input(8, 6, 6), Flatten, Reshape(-1, 6, 6, Name = "image")]
            public partial class Net;
            """, """
            [Network, Input(8, 6, 6), Flatten, «Reshape(16, 6, 6, Name = "image")»]
            public partial class Net;
            """),
        new("NG0110", "Change to [Input(3, 8, 8)]", """
            [Network, Input(3, 8, 8), Flatten, Linear(2)]
            public partial class Net;
            """, """
            [Network, «Input(32, 3, 8, 8)», Flatten, Linear(2)]
            public partial class Net;
            """),
        new("NG0108", "State ScaleFactor = 2", """
            [Network, Input(8, 4, 4), Upsample(ScaleFactor = 2)]
            public partial class Net;
            """, """
            [Network, Input(8, 4, 4), «Upsample»]
            public partial class Net;
            """),
        new("NG0108", "Change to \"bilinear\"", """
            [Network, Input(8, 4, 4), Upsample(ScaleFactor = 2, Mode = "bilinear")]
            public partial class Net;
            """, """
            [Network, Input(8, 4, 4), Upsample(ScaleFactor = 2, Mode = «"trilinear"»)]
            public partial class Net;
            """),
        new("NG0108", "Remove Size = 8", """
            [Network, Input(8, 4, 4), Upsample(ScaleFactor = 2)]
            public partial class Net;
            """, """
            [Network, Input(8, 4, 4), Upsample(ScaleFactor = 2, Size = «8»)]
            public partial class Net;
            """),
        new("NG0108", "Remove AlignCorners = true", """
            [Network, Input(8, 4, 4), Upsample(ScaleFactor = 2)]
            public partial class Net;
            """, """
            [Network, Input(8, 4, 4), Upsample(ScaleFactor = 2, AlignCorners = «true»)]
            public partial class Net;
            """),
        new("NG0108", "Change to 2", """
            [Network, Input(8, 1, 1), Upsample(ScaleFactor = 2)]
            public partial class Net;
            """, """
            [Network, Input(8, 1, 1), Upsample(ScaleFactor = «0.5»)]
            public partial class Net;
            """),
        new("NG0118", "Change to 0", """
            [Network, Input(8, 1, 1), ConvTranspose2d(4, 2, Padding = 0)]
            public partial class Net;
            """),
        new("NG0118", "Change the input to [Input(8, 4, 4)]", """
            [Network, Input(8, 4, 4), ConvTranspose2d(4, 2, Padding = 2)]
            public partial class Net;
            """, Index: 1),
        new("NG0108", "Change to 1", """
            [Network, Input(8, 4, 4), ConvTranspose2d(4, 3, Stride = 2, OutputPadding = 1)]
            public partial class Net;
            """, """
            [Network, Input(8, 4, 4), ConvTranspose2d(4, 3, Stride = 2, OutputPadding = «2»)]
            public partial class Net;
            """),
        new("NG0108", "Change to 5", """
            [Network, Input(7, 35), SelfAttention(Heads = 5)]
            public partial class Net;
            """, """
            [Network, Input(7, 35), SelfAttention(Heads = «6»)]
            public partial class Net;
            """),
        new("NG0108", "Change to 6", """
            [Network, Input(7, 24), SelfAttention(Heads = 6, Rotary = true)]
            public partial class Net;
            """, """
            [Network, Input(7, 24), SelfAttention(Heads = «8», Rotary = true)]
            public partial class Net;
            """),
        new("NG0125", "Change to 20", """
            [Network, Input(784)]
            [Linear(400), ReLU, Reparameterize<Mean, LogVariance>, Linear(784), BCEWithLogits(Target = Target.Input)]
            public partial class Net
            {
                [Linear(20)]
                partial class Mean : Block;

                [Linear(20)]
                partial class LogVariance : Block;
            }
            """),
        new("NG0124", "State Causal = true", """
            [Network(Stream = true), Input(64)]
            [Embedding(65, 32), SelfAttention(Heads = 4, Causal = true), Linear(65)]
            public partial class Net;
            """, """
            [Network(Stream = true), Input(64)]
            [Embedding(65, 32), «SelfAttention(Heads = 4)», Linear(65)]
            public partial class Net;
            """),
        new("NG0124", "Remove Stream = true", """
            [Network, Input(1, 8, 8), Conv2d(3, 3)]
            public partial class Net;
            """, """
            [Network(«Stream = true»), Input(1, 8, 8), Conv2d(3, 3)]
            public partial class Net;
            """),
        new("NG0120", "Change to \"encoder1\"", """
            [Network, Input(3, 16, 16)]
            [Conv2d(8, 3, Padding = 1, Name = "encoder1"), ReLU, Conv2d(8, 3, Padding = 1), Concat<Identity, Skip>, Conv2d(1, 1)]
            public partial class Net
            {
                [From("encoder1")] partial class Skip : Block;
            }
            """),
        new("NG0121", "Remove [From(\"first\")]", """
            [Network, Input(8)]
            [Linear(8, Name = "first"), ReLU, Linear(2)]
            public partial class Net;
            """),
    ];
}
