namespace NetGen.Generator.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static DiagnosticCase[] OfAdvice =>
    [
        new("NG0116",
            """
            [Network, «Input(28, 28, 1)», Flatten, Linear(10)]
            public partial class Net;
            """,
            "[Input(28, 28, 1)] has 28 channels of 28×1. Sizes are channels first: did you mean [Input(1, 28, 28)]?"),
        new("NG0117",
            """
            [Network, Input(784), Budget(Parameters = «100_000»), Linear(200), ReLU, Linear(10)]
            public partial class Net;
            """,
            "'Net' has 159010 parameters, and its budget is 100000. Most are in linear1 (157000), linear2 (2010)."),
        new("NG0308",
            """
            [Network, Input(8), Linear(3), «Softmax», CrossEntropy]
            public partial class Net;
            """,
            "'softmax1' comes before 'crossentropy1', which applies the softmax itself. Leave it out."),
        new("NG0309",
            """
            [Network, Input(8), Linear(1), «BCE»]
            public partial class Net;
            """,
            "'bce1' takes probabilities, 0 to 1, and 'linear1' gives other numbers. [Sigmoid] gives them; [BCEWithLogits] is both in one."),
        new("NG0401",
            """
            [Network, Input(8), Linear(1), «Softmax»]
            public partial class Net;
            """,
            "'softmax1' is over one value (1 after linear1), so it always gives 1. [Sigmoid] is for two classes in one output."),
        new("NG0402",
            """
            [Network, Input(8), Linear(4), ReLU, «ReLU», Linear(2)]
            public partial class Net;
            """,
            "'relu2' comes right after 'relu1'. One activation is enough: leave one of them out."),
        new("NG0403",
            """
            [Network, Input(8), Linear(16), «Linear(2)»]
            public partial class Net;
            """,
            "'linear2' follows 'linear1' with no activation between them: both together are one linear layer."),
        new("NG0404",
            """
            [Network, Input(3, 8, 8), «Conv2d(4, 3)», BatchNorm]
            public partial class Net;
            """,
            "The bias of 'conv2d1' has no effect: 'batchnorm1' takes the mean away. State Bias = false."),
        new("NG0405",
            """
            [Network, Input(8), Linear(4, Bias = false), «Dropout(0.5)», BatchNorm, ReLU]
            public partial class Net;
            """,
            "'dropout1' comes before 'batchnorm1', which then learns variances that are too large for prediction. Put it after."),
        new("NG0406",
            """
            [Network, Input(1, 8, 8), MaxPool2d(2, Stride = «3»), Flatten, Linear(2)]
            public partial class Net;
            """,
            "'maxpool2d1' leaves out 1 of every 3 rows: its stride is larger than its window, 2."),
        new("NG0407",
            """
            [Network, Input(8), «Flatten», Linear(2)]
            public partial class Net;
            """,
            "'flatten1' changes nothing: 8 comes in already."),
        new("NG0408",
            """
            [DataSet(Samples = 20), Sample(100), Classes(2)]
            public class Few;

            [Network, Input<Few>, Linear(«400»), ReLU, Linear(2), CrossEntropy]
            public partial class Net;
            """,
            "'Net' has 41202 parameters, 2060 for each of the 20 samples of 'Few'; 40400 of them are in 'linear1'."),
        new("NG0409",
            """
            [Network, Input(3, 32, 32), «Conv2d(3, 16, 5)», ReLU, Flatten, Linear(10)]
            public partial class Net;
            """,
            "The window of 'conv2d1' is 16 high and 5 wide. The channels that come in are not stated: "
                + "did you mean [Conv2d(16, 5)], 16 channels with a window of 5×5?"),
        new("NG0410",
            """
            [Network, Input(12, PaddingToken = 0), Embedding(100, 8, PaddingIndex = 0), «Flatten», Linear(2), CrossEntropy]
            public partial class Net;
            """,
            "'flatten1' mixes steps and padding, and which steps are padding is not known behind it. "
                + "[Mean(Axis = 0)] leaves padding out."),
        new("NG0411",
            """
            [Network, Input(8), LayerNorm(ElementwiseAffine = false, Frozen = «true»), Linear(3)]
            public partial class Net;
            """,
            "'layernorm1' has no parameters that Frozen = true could keep from learning. Leave it out."),
    ];
}
