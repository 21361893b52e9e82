namespace NetGen.Generator.Tests.Fixes;

internal static partial class FixCases
{
    private static FixCase[] OfDataSets =>
    [
        new("NG0304", "Mark 'Flowers' with [DataSet, Sample(784)]", """
            [DataSet, Sample(784)]
            public class Flowers;

            [Network, Input<Flowers>, Linear(3)]
            public partial class Net;
            """),
        new("NG0304", "Mark 'Flowers' with [DataSet]", """
            [DataSet]
            [Sample(4), Classes(3)]
            public class Flowers;

            [Network, Input<Flowers>, Linear(3)]
            public partial class Net;
            """, """
            [Sample(4), Classes(3)]
            public class Flowers;

            [Network, Input<«Flowers»>, Linear(3)]
            public partial class Net;
            """),
        new("NG0304", "Mark 'Encoder' with [Network]", """
            [Network, Input<Models.Encoder>, Linear(3)]
            public partial class Net;

            public static partial class Models
            {
                /// <summary>From eight numbers to four.</summary>
                [Network]
                [Input(8), Linear(4)]
                public partial class Encoder;
            }
            """, """
            [Network, Input<«Models.Encoder»>, Linear(3)]
            public partial class Net;

            public static partial class Models
            {
                /// <summary>From eight numbers to four.</summary>
                [Input(8), Linear(4)]
                public partial class Encoder;
            }
            """),
        new("NG0304", "Insert [Sample(1, 28, 28)]", """
            [DataSet, Sample(1, 28, 28), Classes(3)]
            public class Flowers;

            [Network, Input<Flowers>, Conv2d(8, 3), ReLU, Flatten, Linear(3), CrossEntropy]
            public partial class Net;
            """, """
            [DataSet, Classes(3)]
            public class Flowers;

            [Network, Input<«Flowers»>, Conv2d(8, 3), ReLU, Flatten, Linear(3), CrossEntropy]
            public partial class Net;
            """),
        new("NG0304", "Change to [Sample(3, 8, 8)]", """
            [DataSet, Sample(3, 8, 8, ChannelsLast = true)]
            public class Flowers;

            [Network, Input<Flowers>, Flatten, Linear(3)]
            public partial class Net;
            """, """
            [DataSet, Sample(64, 3, 8, 8, ChannelsLast = true)]
            public class Flowers;

            [Network, Input<«Flowers»>, Flatten, Linear(3)]
            public partial class Net;
            """),
        new("NG0304", "Change to [Sample(8)]", """
            [DataSet, Sample(8)]
            public class Flowers;

            [Network, Input<Flowers>, Linear(3)]
            public partial class Net;
            """, """
            [DataSet, Sample(8, Axes = Axes.ChannelsLength)]
            public class Flowers;

            [Network, Input<«Flowers»>, Linear(3)]
            public partial class Net;
            """),
        new("NG0304", "Remove [OneHot(3)]", """
            [DataSet, Sample(8), Classes(3)]
            public class Flowers;

            [Network, Input<Flowers>, Linear(3), CrossEntropy]
            public partial class Net;
            """, """
            [DataSet, Sample(8), Classes(3), OneHot(3)]
            public class Flowers;

            [Network, Input<«Flowers»>, Linear(3), CrossEntropy]
            public partial class Net;
            """),
        new("NG0304", "Change to [Target(5)]", """
            [DataSet, Sample(8), Target(5)]
            public class Prices;

            [Network, Input<Prices>, Linear(5), MSE]
            public partial class Net;
            """, """
            [DataSet, Sample(8), Target(-5)]
            public class Prices;

            [Network, Input<«Prices»>, Linear(5), MSE]
            public partial class Net;
            """),
        new("NG0304", "Change to [Classes(2)]", """
            [DataSet, Sample(8), Classes(2)]
            public class Flowers;

            [Network, Input<Flowers>, Linear(2), CrossEntropy]
            public partial class Net;
            """, """
            [DataSet, Sample(8), Classes(1)]
            public class Flowers;

            [Network, Input<«Flowers»>, Linear(2), CrossEntropy]
            public partial class Net;
            """),
        new("NG0304", "Change to [Sample(1, 9, 9)]", """
            [DataSet, Sample(1, 9, 9)]
            public interface IPhotos;

            [Network, Input<IPhotos>, Flatten, Linear(3)]
            public partial class Net;
            """, """
            [DataSet, Sample(1, 9, 9, ChannelsLast = true)]
            public interface IPhotos;

            [Network, Input<«IPhotos»>, Flatten, Linear(3)]
            public partial class Net;
            """),
        new("NG0305", "Change to [Input(784)]", """
            [Network, Input(784), Linear(3)]
            public partial class Net;
            """),
        new("NG0307", "Change to [Input(1, 28, 28)]",
            WithFit("Sample(1, 28, 28), Classes(10)", "Input(1, 28, 28), Flatten", "data"),
            WithFit("Sample(1, 28, 28), Classes(10)", "Input(3, 32, 32), Flatten", "«data»")),
        new("NG0307", "Change to [Input(2, 50, Axes = Axes.ChannelsLength)]",
            WithFit("Sample(2, 50, Axes = Axes.ChannelsLength), Classes(10)", "Input(2, 50, Axes = Axes.ChannelsLength), Flatten", "data"),
            WithFit("Sample(2, 50, Axes = Axes.ChannelsLength), Classes(10)", "Input(50, 2), Flatten", "«data»")),
        new("NG0307", "Change to [Sample(3, 32, 32, ChannelsLast = true)]",
            WithFit("Sample(3, 32, 32, ChannelsLast = true), Classes(10)", "Input(3, 32, 32), Flatten", "data"),
            WithFit("Sample(32, 32, 3), Classes(10)", "Input(3, 32, 32), Flatten", "«data»")),
        new("NG0307", "Insert [CrossEntropy]",
            WithFit("Sample(12), Classes(10)", "Input(12)", "data")
                .Replace("LogSoftmax, NLL", "LogSoftmax, CrossEntropy", StringComparison.Ordinal)
                .Replace("LogSoftmax, ", "", StringComparison.Ordinal),
            WithFit("Sample(12), Classes(10)", "Input(12)", "«data»").Replace(", LogSoftmax, NLL", "", StringComparison.Ordinal)),
        new("NG0307", "Change to 7",
            WithFit("Sample(12), Classes(7)", "Input(12)", "data").Replace("Linear(10)", "Linear(7)", StringComparison.Ordinal),
            WithFit("Sample(12), Classes(7)", "Input(12)", "«data»")),
        new("NG0307", "Change to [MSE]",
            WithFit("Sample(12), Target(10)", "Input(12)", "data").Replace("NLL", "MSE", StringComparison.Ordinal),
            WithFit("Sample(12), Target(10)", "Input(12)", "«data»")),
    ];

    /// <summary>A call that brings a data set and a network together; a base class of its own stands in for the generated one.</summary>
    private static string WithFit(string contract, string layers, string argument) => $$"""
        namespace NetGen { public abstract class Network { public void Fit(object data, int epochs) { } } }

        [DataSet, {{contract}}]
        public class Data;

        [Network, {{layers}}, Linear(10), LogSoftmax, NLL]
        public partial class Net : NetGen.Network;

        public static class Use
        {
            public static void Of(Net net, Data data) => net.Fit({{argument}}, 3);
        }
        """;
}
