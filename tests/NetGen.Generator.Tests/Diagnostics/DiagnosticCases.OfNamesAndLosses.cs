namespace NetGen.Generator.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static DiagnosticCase[] OfNamesAndLosses =>
    [
        new("NG0201",
            """
            [Network, Input(4), Linear(4, Name = "fc"), ReLU, Linear(2, Name = «"fc"»)]
            public partial class Net;
            """,
            "The name 'fc' is taken: a Linear has it already."),
        new("NG0202",
            """
            [Network, Input(4), Linear(4, Name = «"fc 1"»)]
            public partial class Net;
            """,
            "'fc 1' cannot be a name. A name has parts of letters, digits and underscores, with dots between them: \"layer1.0.conv\"."),
        new("NG0203",
            """
            [Network, Input(4), Linear(4, Name = "fc_1"), ReLU, Linear(2, Name = «"fc1"»)]
            public partial class Net;
            """,
            "The names 'fc_1' and 'fc1' both become the member 'Fc1'. Rename one."),
        new("NG0204",
            """
            [Network, Input(4), «Linar(2)»]
            public partial class Net;
            """,
            "There is no layer 'Linar'. Did you mean 'Linear'?",
            "CS0246"),
        new("NG0205",
            """
            [Network, Input(8), Linear(8, Name = "encoder"), ReLU, Linear(8, Tied = «"encodr"»)]
            public partial class Net;
            """,
            "'linear2' cannot share the weight of 'encodr': no layer has that name. Did you mean 'encoder'?"),
        new("NG0206",
            """
            [Network, Input(1, 8, 8), MaxPool2d(2, «ReturnIndices» = true)]
            public partial class Net;
            """,
            "[MaxPool2d] has no option 'ReturnIndices'. Only MaxUnpool2d has a use for the places of the maxima, "
            + "and the language does not have it: Upsample and ConvTranspose2d enlarge images. Leave it out.",
            "CS0246"),
        new("NG0207",
            """
            [Network, Input(784), «Linear(784, 128)»]
            public partial class Net;
            """,
            "'Linear' does not take (784, 128). Did you mean [Linear(128)]? What comes in is worked out; In = 784 has it checked.",
            AlsoReported: "CS1729"),
        new("NG0208",
            """
            [Network, Input(4), Linear(3), CrossEntropy]
            public partial class Net;

            public static class Training
            {
                public static void Run(Net network, IDataSet data) =>
                    network.Fit(data, new SGD(0.1f), epochs: 90, options: new FitOptions { EpochSchedule = new «StepLR»(0.1, 30) });
            }
            """,
            "NetGen has no 'StepLR'. Here it is StepSchedule, which takes the learning rate and not the optimizer, "
            + "and is given to FitOptions as StepSchedule or EpochSchedule.",
            "CS0246") { IsOutside = true },
        new("NG0301",
            """
            [Network, Input(4), Linear(1), «CrossEntropy»]
            public partial class Net;
            """,
            "'crossentropy1' compares at least two classes, but the network gives a vector (1 after linear1). "
            + "For two classes in one number use [BCEWithLogits]."),
        new("NG0302",
            """
            [DataSet, Sample(8), Classes(3)]
            public class Flowers;

            [Network, Input<Flowers>, Linear(3), «MSE»]
            public partial class Net;
            """,
            "'mse1' takes numbers of the output's shape (3 after linear1), but the data set 'Flowers' has a class index for each sample, "
            + "of 3 classes. [CrossEntropy] takes a class index."),
        new("NG0303",
            """
            [DataSet, Sample(8), Classes(3)]
            public class Flowers;

            [Network, Input<Flowers>, Linear(«4»), CrossEntropy]
            public partial class Net;
            """,
            "The data set 'Flowers' has 3 classes, but 'linear1' gives 4 features (4 after linear1). Did you mean 3?"),
        new("NG0304",
            """
            public class Flowers;

            [Network, Input<«Flowers»>, Linear(3)]
            public partial class Net;
            """,
            "'Flowers' cannot be an input: it has neither [DataSet] nor [Network]."),
        new("NG0305",
            """
            [Network, Input<«Net»>, Linear(3)]
            public partial class Net;
            """,
            "'Net' cannot be an input: its own input leads back to this network."),
        new("NG0306",
            """
            [DataSet, Sample(8), Target(3)]
            public class Prices;

            [Network, Input<Prices>, Linear(«4»), MSE]
            public partial class Net;
            """,
            "The data set 'Prices' has targets of 3, but the network gives 4 (4 after linear1). "
            + "A loss compares equal shapes, nothing is stretched."),
        new("NG0307",
            """
            [Network, Input(3, 32, 32), Flatten, Linear(10), CrossEntropy]
            public partial class Net;

            public static class Training
            {
                public static void Run(Net network, Mnist digits) => network.Fit(«digits», new SGD(0.1f), epochs: 1);
            }
            """,
            "'Mnist' does not fit 'Net': it holds samples of 1×28×28 (an image), but the network takes 3×32×32 (an image).")
        {
            IsOutside = true,
        },
        new("NG0310",
            """
            [DataSet, Sample(64, Vocabulary = 65), Classes(2)]
            public class Reviews;

            [Network, Input<Reviews>, Embedding(«64», 16), Flatten, Linear(2), CrossEntropy]
            public partial class Net;
            """,
            "The data set 'Reviews' has the tokens 0 to 64, but 'embedding1' has rows for 0 to 63. Did you mean 65?"),
        new("NG0311",
            """
            [Network, Input(12, PaddingToken = 0), Embedding(100, 8), Linear(3), «MSE»]
            public partial class Net;
            """,
            "'mse1' compares numbers of each step, and some of '12×3 after linear1' may be padding, which has nothing to be compared with. "
                + "Only losses of class indices leave padding out."),
        new("NG0312",
            """
            [Network, Input(8), Linear(16, Frozen = true), ReLU, Linear(3, Frozen = «true»), CrossEntropy]
            public partial class Net;
            """,
            "'Net' has the loss 'crossentropy1' and nothing that learns: all of its 195 parameters are frozen. Let 'linear2' learn, or "
                + "leave the loss out."),
    ];
}
