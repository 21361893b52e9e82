namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Losses on a data set that they do not fit: the message says what was probably meant.</summary>
public class LossMessageTests
{
    [Theory]
    [InlineData("Flatten, Linear(1), BCEWithLogits",
        "NG0303: The data set 'Mnist' has 10 classes, but 'linear1' gives 1 feature (1 after linear1). Did you mean 10? [CrossEntropy] "
        + "takes so many; 'bcewithlogits1' tells two classes apart.")]
    [InlineData("Flatten, Linear(784), Sigmoid, MSE(Target = Target.Input)",
        "NG0301: 'mse1' compares the output with the input (1×28×28), but the network gives a vector (784 after linear1). "
        + "Insert [Reshape(1, 28, 28)] before it.")]
    [InlineData("Flatten, Linear(784), Sigmoid, Reshape(1, 28, 28), MSE",
        "NG0302: 'mse1' takes numbers of the output's shape (1×28×28 after reshape1), but the data set 'Mnist' has a class index for each "
        + "sample, of 10 classes. Target = Target.Input compares with the input; [CrossEntropy] takes a class index.")]
    [InlineData("Flatten, Linear(10), MSE",
        "NG0302: 'mse1' takes numbers of the output's shape (10 after linear1), but the data set 'Mnist' has a class index for each "
        + "sample, of 10 classes. [CrossEntropy] takes a class index.")]
    [InlineData("Conv2d(10, 3), CrossEntropy",
        "NG0302: 'crossentropy1' takes a class index for each of 676 positions (10×26×26 after conv2d1), but the data set 'Mnist' has a "
        + "class index for each sample, of 10 classes. [AdaptiveAvgPool2d(1), Flatten] before it leaves one position.")]
    public async Task A_message_says_what_was_meant(string layers, string message) => Assert.Equal(
        [message],
        (await NetworkSource.Diagnose($"[Network, Input<Mnist>, {layers}] public partial class Net;"))
            .Where(fault => fault.Id != "NG0403").Select(fault => $"{fault.Id}: {fault.GetMessage()}"));

    [Fact]
    public async Task A_label_for_all_steps_is_compared_with_the_last_state() => Assert.Equal(
        [
            "NG0302: 'crossentropy1' takes a class index for each of 28 positions (28×10 after linear1), but the data set 'Rows' has a "
            + "class index for each sample, of 10 classes. 'gru1' gives its last state alone with Last = true.",
        ],
        (await NetworkSource.Diagnose("""
            [DataSet, Sample(28, 28), Classes(10)] public class Rows;
            [Network, Input<Rows>, GRU(32), Dropout, Linear(10), CrossEntropy] public partial class Net;
            """)).Select(fault => $"{fault.Id}: {fault.GetMessage()}"));

    [Fact]
    public async Task A_label_for_each_pixel_needs_an_image() => Assert.Equal(
        [
            "NG0302: 'crossentropy1' takes one class index (21 after linear1), but the data set 'Scenes' has a class index for each pixel, "
            + "of 21 classes. Give an output for each: [Conv2d(21, 1)] last, and no [Flatten] before it.",
        ],
        (await NetworkSource.Diagnose("""
            [DataSet, Sample(3, 8, 8), Classes(21, Per = Per.Pixel)] public class Scenes;
            [Network, Input<Scenes>, AdaptiveAvgPool2d(1), Flatten, Linear(21), CrossEntropy] public partial class Net;
            """)).Select(fault => $"{fault.Id}: {fault.GetMessage()}"));
}
