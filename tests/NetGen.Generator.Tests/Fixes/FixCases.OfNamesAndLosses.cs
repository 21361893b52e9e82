namespace NetGen.Generator.Tests.Fixes;

internal static partial class FixCases
{
    private static FixCase[] OfNamesAndLosses =>
    [
        new("NG0201", "Change to \"fc_2\"", """
            [Network, Input(4), Linear(4, Name = "fc"), ReLU, Linear(2, Name = "fc_2")]
            public partial class Net;
            """),
        new("NG0201", "Remove Name = \"fc\"", """
            [Network, Input(4), Linear(4, Name = "fc"), ReLU, Linear(2)]
            public partial class Net;
            """, Index: 1),
        new("NG0202", "Change to \"fc_1\"", """
            [Network, Input(4), Linear(4, Name = "fc_1"), ReLU, Linear(2)]
            public partial class Net;
            """, """
            [Network, Input(4), Linear(4, Name = «"fc 1"»), ReLU, Linear(2)]
            public partial class Net;
            """),
        new("NG0203", "Change to \"fc1_2\"", """
            [Network, Input(4), Linear(4, Name = "fc_1"), ReLU, Linear(2, Name = "fc1_2")]
            public partial class Net;
            """),
        new("NG0204", "Change to Linear", """
            [Network, Input(4), Linear(2)]
            public partial class Net;
            """) { HasCompilerError = true },
        new("NG0205", "Change to \"encoder\"", """
            [Network, Input(8), Linear(8, Name = "encoder"), ReLU, Linear(8, Tied = "encoder")]
            public partial class Net;
            """),
        new("NG0205", "Remove Tied = \"Net\"", """
            [Network, Input(4), Linear(8), ReLU, Linear(3)]
            public partial class Net;
            """, """
            [Network, Input(4), Linear(8), ReLU, Linear(3, Tied = «"Net"»)]
            public partial class Net;
            """),
        new("NG0206", "Remove ReturnIndices = true", """
            [Network, Input(1, 8, 8), MaxPool2d(2)]
            public partial class Net;
            """) { HasCompilerError = true },
        new("NG0206", "Change to Padding", """
            [Network, Input(1, 8, 8), Conv2d(4, 3, Padding = 1, Bias = false)]
            public partial class Net;
            """, """
            [Network, Input(1, 8, 8), Conv2d(4, 3, «Paddding» = 1, Bias = false)]
            public partial class Net;
            """) { HasCompilerError = true },
        new("NG0206", "Change to In", """
            [Network, Input(4), LayerNorm(In = 4)]
            public partial class Net;
            """, """
            [Network, Input(4), LayerNorm(«NormalizedShape» = 4)]
            public partial class Net;
            """) { HasCompilerError = true },
        new("NG0207", "Change to [Conv2d(6, 5, Stride = 2)]", """
            [Network, Input(3, 33, 33), Conv2d(6, 5, Stride = 2)]
            public partial class Net;
            """, """
            [Network, Input(3, 33, 33), «Conv2d(6, 5, stride: 2)»]
            public partial class Net;
            """) { HasCompilerError = true },
        new("NG0208", "Change to StepSchedule", """
            [Network, Input(4), Linear(3), CrossEntropy]
            public partial class Net;

            public static class Training
            {
                public static void Run(Net network, IDataSet data) =>
                    network.Fit(data, new SGD(0.1f), epochs: 90, options: new FitOptions { EpochSchedule = new StepSchedule(0.1, 30) });
            }
            """) { HasCompilerError = true },
        new("NG0301", "Change to [BCEWithLogits]", """
            [Network, Input(4), Linear(1), BCEWithLogits]
            public partial class Net;
            """),
        new("NG0301", "Change to 4", """
            [Network, Input(4), Linear(2), ReLU, Linear(4), MSE(Target = Target.Input)]
            public partial class Net;
            """, """
            [Network, Input(4), Linear(2), ReLU, Linear(3), «MSE(Target = Target.Input)»]
            public partial class Net;
            """),
        new("NG0302", "Change to [CrossEntropy]", """
            [DataSet, Sample(8), Classes(3)]
            public class Flowers;

            [Network, Input<Flowers>, Linear(3), CrossEntropy]
            public partial class Net;
            """),
        new("NG0302", "State Target = Target.Input", """
            [DataSet, Sample(8)]
            public class Signals;

            [Network, Input<Signals>, Linear(3), ReLU, Linear(8), MSE(Target = Target.Input)]
            public partial class Net;
            """, """
            [DataSet, Sample(8)]
            public class Signals;

            [Network, Input<Signals>, Linear(3), ReLU, Linear(8), «MSE»]
            public partial class Net;
            """),
        new("NG0303", "Change to 3", """
            [DataSet, Sample(8), Classes(3)]
            public class Flowers;

            [Network, Input<Flowers>, Linear(3), CrossEntropy]
            public partial class Net;
            """),
        new("NG0306", "Change to 3", """
            [DataSet, Sample(8), Target(3)]
            public class Prices;

            [Network, Input<Prices>, Linear(3), MSE]
            public partial class Net;
            """),
        new("NG0302", "Insert [AdaptiveAvgPool2d(1), Flatten]", """
            [DataSet, Sample(3, 16, 16), Classes(5)]
            public class Photos;

            [Network, Input<Photos>, Conv2d(8, 3), ReLU, Conv2d(5, 1), AdaptiveAvgPool2d(1), Flatten, CrossEntropy]
            public partial class Net;
            """, """
            [DataSet, Sample(3, 16, 16), Classes(5)]
            public class Photos;

            [Network, Input<Photos>, Conv2d(8, 3), ReLU, Conv2d(5, 1), «CrossEntropy»]
            public partial class Net;
            """),
        new("NG0302", "Insert [Flatten]", """
            [DataSet, Sample(50, 8), Classes(5)]
            public class Texts;

            [Network, Input<Texts>, Linear(8), ReLU, Flatten, Linear(5), CrossEntropy]
            public partial class Net;
            """, """
            [DataSet, Sample(50, 8), Classes(5)]
            public class Texts;

            [Network, Input<Texts>, Linear(8), ReLU, Linear(5), «CrossEntropy»]
            public partial class Net;
            """),
        new("NG0310", "Change to 65", """
            [DataSet, Sample(64, Vocabulary = 65), Classes(2)]
            public class Reviews;

            [Network, Input<Reviews>, Embedding(65, 16), Flatten, Linear(2), CrossEntropy]
            public partial class Net;
            """),
        new("NG0312", "Remove Frozen = true", """
            [Network, Input(8), Linear(16, Frozen = true), ReLU, Linear(3), CrossEntropy]
            public partial class Net;
            """),
        new("NG0410", "Change to [Mean(Axis = 0)]", """
            [Network, Input(12, PaddingToken = 0), Embedding(100, 8, PaddingIndex = 0), Mean(Axis = 0), Linear(2), CrossEntropy]
            public partial class Net;
            """),
    ];
}
