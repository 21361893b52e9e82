namespace NetGen.Generator.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static DiagnosticCase[] OfShapes =>
    [
        new("NG0101",
            """
            [Network, Input(3, 8, 8), «Linear(10)»]
            public partial class Net;
            """,
            "'linear1' takes a vector, or a sequence step by step, but receives an image (3×8×8, the input). Insert [Flatten] before it."),
        new("NG0102",
            """
            [Network, Input(64, 12, 12), Flatten, Linear(10, In = «1024»)]
            public partial class Net;
            """,
            "'linear1' states In = 1024 but receives 9216 values (64×12×12 after flatten1). Did you mean In = 9216?"),
        new("NG0103",
            """
            [Network, Input(1, 8, 8), Conv2d(4, 3), ReLU, «Shape(4, 7, 7)», Flatten, Linear(2)]
            public partial class Net;
            """,
            "[Shape(4, 7, 7)] is stated, but the shape here is an image (4×6×6 after conv2d1). Did you mean [Shape(4, 6, 6)]?"),
        new("NG0104",
            """
            [Network, Input(4), Linear(2), «Output(10)»]
            public partial class Net;
            """,
            "[Output(10)] is stated, but the network gives a vector (2 after linear1). Did you mean [Output(2)]?"),
        new("NG0105",
            """
            [Network, Input(1, 4, 4), Conv2d(4, «5»)]
            public partial class Net;
            """,
            "'conv2d1' has a window that spans 5 in height, but its input has 4 (1×4×4, the input). "
            + "Use a smaller window, more padding or a larger input."),
        new("NG0106",
            """
            [Network, Input(1, 5, 5), MaxPool2d(«2»), Flatten, Linear(2)]
            public partial class Net;
            """,
            "'maxpool2d1' leaves out the last row of its input's 5 rows (window 2, stride 2). CeilMode = true keeps them."),
        new("NG0107",
            """
            [Network, Input(4), Linear(«0»)]
            public partial class Net;
            """,
            "outFeatures of 'linear1' is 0; a size is at least 1."),
        new("NG0108",
            """
            [Network, Input(4), Linear(2), Dropout(«1.5»)]
            public partial class Net;
            """,
            "p of 'dropout1' is 1.5; a probability is between 0 and 1."),
        new("NG0109",
            """
            [Network, Input(10), «Reshape(3, -1)»]
            public partial class Net;
            """,
            "'reshape1' makes (3, -1) of 10 values (10, the input), but 3 does not divide them."),
        new("NG0110",
            """
            [Network, «Input(1, 2, 3, 4)», Flatten, Linear(2)]
            public partial class Net;
            """,
            "[Input] has 4 sizes. One is a vector (features), two a sequence (steps, features), three an image (channels, height, width); "
            + "there is no kind for 4. The batch is never written: did you mean [Input(2, 3, 4)]?"),
        new("NG0111",
            """
            [Network, Input(100000), «Linear(100000)»]
            public partial class Net;
            """,
            "'linear1' has 10000100000 parameters; an array holds at most 2147483647."),
        new("NG0112",
            """
            [Network, Input(8), Residual<«Wider»>]
            public partial class Net
            {
                [Linear(16)]
                partial class Wider : Block;
            }
            """,
            "'residual1' adds 16 from 'Wider' to 8 from the input. A projection, [Residual<A, P>], or WhenShapeKept = true makes it fit."),
        new("NG0113",
            """
            [Network, Input(8), Sum<A, «B»>]
            public partial class Net
            {
                [Linear(4)]
                partial class A : Block;

                [Linear(5)]
                partial class B : Block;
            }
            """,
            "'sum1' adds 5 from 'B' to 4 from 'A'. All operands of Sum give the same shape."),
        new("NG0114",
            """
            [Network, Input(4, 8, 8), Concat<A, «B»>]
            public partial class Net
            {
                [Conv2d(4, 1)]
                partial class A : Block;

                [MaxPool2d(2)]
                partial class B : Block;
            }
            """,
            "'concat1' joins 4×4×4 from 'B' to 4×8×8 from 'A' along channels. All other sizes must be the same."),
        new("NG0115",
            """
            [Network, Input(8), Multiply<A, «B»>]
            public partial class Net
            {
                [Linear(4)]
                partial class A : Block;

                [Linear(5)]
                partial class B : Block;
            }
            """,
            "'multiply1' multiplies 5 from 'B' with 4 from 'A'. Sizes are the same, or 1, which is stretched."),
        new("NG0118",
            """
            [Network, Input(8, 1, 1), ConvTranspose2d(4, 2, Padding = «2»)]
            public partial class Net;
            """,
            "'convtranspose2d1' gives nothing in height: its windows reach over 2 (8×1×1, the input), and its padding cuts off 4. "
                + "Use less padding or a larger window."),
        new("NG0119",
            """
            [Network, Input(12), Concat<Words, Numbers>, Linear(2)]
            public partial class Net
            {
                [Embedding(100, 8), Flatten] partial class Words : Block;
                [«Linear(8)»] partial class Numbers : Block;
            }
            """,
            "The input is tokens to [Embedding(100, 8)] and numbers to [Linear(8)]: it can be one of both. "
                + "Let an Embedding be the first to read it everywhere."),
        new("NG0120",
            """
            [Network, Input(3, 16, 16)]
            [Conv2d(8, 3, Padding = 1, Name = "encoder1"), ReLU, Conv2d(8, 3, Padding = 1), Concat<Identity, Skip>, Conv2d(1, 1)]
            public partial class Net
            {
                [From(«"encoder"»)] partial class Skip : Block;
            }
            """,
            "[From(\"encoder\")] has nothing to go on with: nothing before it has that name. Did you mean 'encoder1'?"
                + " (in Skip)"),
        new("NG0121",
            """
            [Network, Input(8)]
            [Linear(8, Name = "first"), ReLU, «From("first")», Linear(2)]
            public partial class Net;
            """,
            "[From(\"first\")] stands first in a block that is an operand of a composition, such as Skip of [Concat<Identity, Skip>]; "
                + "here it would drop what comes in."),
        new("NG0122",
            """
            [Network, Input(8), «Input(3, Name = "time")»]
            [Linear(4), ReLU, Linear(2)]
            public partial class Net;
            """,
            "The input 'time', 3, is read by nothing. [From(\"time\")] begins an operand with it."),
        new("NG0123",
            """
            [Network, Input(6, 8)]
            [Linear(16, Name = "encoder"), ReLU, Linear(8), Attention<«Memory»>(Heads = 2), Flatten, Linear(2)]
            public partial class Net
            {
                [From("encoder")] partial class Memory : Block;
            }
            """,
            "'attention1' gets a sequence from 'Memory' (6×16): keys have as many features as the queries, 8 (6×8 after linear2)."),
        new("NG0125",
            """
            [Network, Input(784)]
            [Linear(400), ReLU, Reparameterize<Mean, «LogVariance»>, Linear(784), BCEWithLogits(Target = Target.Input)]
            public partial class Net
            {
                [Linear(20)]
                partial class Mean : Block;

                [Linear(1)]
                partial class LogVariance : Block;
            }
            """,
            "'reparameterize1' draws each element from a mean and a log variance, but 'LogVariance' gives 1 and 'Mean' gives 20."),
        new("NG0124",
            """
            [Network(Stream = true), Input(64)]
            [Embedding(65, 32), «SelfAttention(Heads = 4)», Linear(65)]
            public partial class Net;
            """,
            "[Network(Stream = true)] asks for a stream, but 'selfattention1' has no place in it: it attends to later steps, unless "
                + "Causal = true."),
    ];
}
