namespace NetGen.Generator.Tests.Fixes;

internal static partial class FixCases
{
    private static FixCase[] OfAdvice =>
    [
        new("NG0116", "Change to [Input(1, 28, 28)]", """
            [Network, Input(1, 28, 28), Flatten, Linear(10)]
            public partial class Net;
            """),
        new("NG0116", "Change to [Sample(3, 32, 32, ChannelsLast = true)]", """
            [DataSet, Sample(3, 32, 32, ChannelsLast = true)]
            public class Photos;

            [Network, Input<Photos>, Flatten, Linear(10)]
            public partial class Net;
            """, """
            [DataSet, Sample(32, 32, 3)]
            public class Photos;

            [Network, Input<«Photos»>, Flatten, Linear(10)]
            public partial class Net;
            """),
        new("NG0117", "Change to 159010", """
            [Network, Input(784), Budget(Parameters = 159010), Linear(200), ReLU, Linear(10)]
            public partial class Net;
            """),
        new("NG0117", "Narrow [Linear(200)] to 125", """
            [Network, Input(784), Budget(Parameters = 100_000), Linear(125), ReLU, Linear(10)]
            public partial class Net;
            """, Index: 1),
        new("NG0308", "Remove [Softmax]", """
            [Network, Input(8), Linear(3), CrossEntropy]
            public partial class Net;
            """),
        new("NG0308", "Remove [Sigmoid]", """
            [Network, Input(8), Linear(1), BCEWithLogits]
            public partial class Net;
            """, """
            [Network, Input(8), Linear(1), «Sigmoid», BCEWithLogits]
            public partial class Net;
            """),
        new("NG0309", "Change to BCEWithLogits", """
            [Network, Input(8), Linear(1), BCEWithLogits]
            public partial class Net;
            """),
        new("NG0309", "Insert [Sigmoid]", """
            [Network, Input(8), Linear(1), Sigmoid, BCE]
            public partial class Net;
            """, Index: 1),
        new("NG0309", "Change to LogSoftmax", """
            [Network, Input(8), Linear(3), LogSoftmax, NLL]
            public partial class Net;
            """, """
            [Network, Input(8), Linear(3), Softmax, «NLL»]
            public partial class Net;
            """),
        new("NG0309", "Change to CrossEntropy", """
            [Network, Input(8), Linear(3), CrossEntropy]
            public partial class Net;
            """, """
            [Network, Input(8), Linear(3), «NLL»]
            public partial class Net;
            """),
        new("NG0309", "Insert [LogSoftmax]", """
            [Network, Input(8), Linear(3), LogSoftmax, KLDiv]
            public partial class Net;
            """, """
            [Network, Input(8), Linear(3), «KLDiv»]
            public partial class Net;
            """),
        new("NG0401", "Change to [Sigmoid]", """
            [Network, Input(8), Linear(1), Sigmoid]
            public partial class Net;
            """),
        new("NG0402", "Remove [ReLU]", """
            [Network, Input(8), Linear(4), ReLU, Linear(2)]
            public partial class Net;
            """),
        new("NG0403", "Insert [ReLU]", """
            [Network, Input(8), Linear(16), ReLU, Linear(2)]
            public partial class Net;
            """),
        new("NG0404", "State Bias = false", """
            [Network, Input(3, 8, 8), Conv2d(4, 3, Bias = false), BatchNorm]
            public partial class Net;
            """),
        new("NG0405", "Put [BatchNorm] before [Dropout(0.5)]", """
            [Network, Input(8), Linear(4, Bias = false), BatchNorm, Dropout(0.5), ReLU]
            public partial class Net;
            """),
        new("NG0406", "Change to 2", """
            [Network, Input(1, 8, 8), MaxPool2d(2, Stride = 2), Flatten, Linear(2)]
            public partial class Net;
            """),
        new("NG0407", "Remove [Flatten]", """
            [Network, Input(8), Linear(2)]
            public partial class Net;
            """),
        new("NG0408", "Insert [AdaptiveAvgPool2d(1)]", """
            [DataSet(Samples = 100), Sample(3, 64, 64), Classes(2)]
            public class Few;

            [Network, Input<Few>]
            [Conv2d(16, 3, Padding = 1), ReLU, AdaptiveAvgPool2d(1), Flatten]
            [Linear(2), CrossEntropy]
            public partial class Net;
            """, """
            [DataSet(Samples = 100), Sample(3, 64, 64), Classes(2)]
            public class Few;

            [Network, Input<Few>]
            [Conv2d(16, 3, Padding = 1), ReLU, Flatten]
            [Linear(«2»), CrossEntropy]
            public partial class Net;
            """),
        new("NG0409", "Change to [Conv2d(16, 5)]", """
            [Network, Input(3, 32, 32), Conv2d(16, 5), ReLU, Flatten, Linear(10)]
            public partial class Net;
            """),
        new("NG0409", "Change to [Conv2d(3, kernelHeight: 16, kernelWidth: 5)]", """
            [Network, Input(3, 32, 32), Conv2d(3, kernelHeight: 16, kernelWidth: 5), ReLU, Flatten, Linear(10)]
            public partial class Net;
            """, Index: 1),
        new("NG0409", "Change to [MaxPool2d(3, Stride = 2)]", """
            [Network, Input(3, 7, 7), MaxPool2d(3, Stride = 2, Padding = 1), Flatten, Linear(10)]
            public partial class Net;
            """, """
            [Network, Input(3, 7, 7), «MaxPool2d(3, 2, Padding = 1)», Flatten, Linear(10)]
            public partial class Net;
            """),
        new("NG0411", "Remove Frozen = true", """
            [Network, Input(8), LayerNorm(ElementwiseAffine = false), Linear(3)]
            public partial class Net;
            """),
    ];
}
